#include "corpus/glossary/surface_forms.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {

std::string SurfaceForms::bare(std::string_view form) const {
  std::string out;
  // Of "مضخة الثدي" the article of the second word belongs to the term; of "الخلايا المناعية" both go.
  bool definite = kind_ == ConceptKind::term;
  for (std::size_t i = 0, word = 0; definite && i < form.size(); ++word) {
    const std::size_t end = std::min(form.find(' ', i), form.size());
    std::string w(form.substr(i, end - i));
    if (word == 0) w = vocabulary_.without_proclitics(w, kind_ == ConceptKind::term);
    definite = vocabulary_.without_article(w) != w;
    i = end + 1;
  }
  for (std::size_t i = 0; i <= form.size();) {
    const std::size_t end = std::min(form.find(' ', i), form.size());
    std::string word(form.substr(i, end - i));
    if (i == 0) word = vocabulary_.without_proclitics(word, kind_ == ConceptKind::term);
    if (definite) word = vocabulary_.without_article(word);
    out += (i == 0 ? "" : " ") + word;
    i = end + 1;
  }
  for (const std::string_view possessive : {"'s", "\u2019s"})
    if (out.ends_with(possessive)) {
      const std::string plain = out.substr(0, out.size() - possessive.size());
      if (vocabulary_.seen(fold(plain.substr(plain.rfind(' ') + 1)))) return plain;
    }
  return out;
}

namespace {

// "NIGEL FARAGE": not an acronym but written large.
bool is_shouted(std::string_view form) {
  return form.size() > 5 &&
         std::none_of(form.begin(), form.end(),
                      [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }) &&
         std::all_of(form.begin(), form.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

void SurfaceForms::add(std::string_view form, bool first) {
  std::string plain = on_one_line(form);  // a term is a name, not a quotation: spaces in it are single
  plain.erase(std::unique(plain.begin(), plain.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
              plain.end());
  if (kind_ == ConceptKind::term && first && !plain.empty())  // the capital is the sentence's
    plain[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(plain[0])));
  ++bare_[bare(plain)];
  ++forms_[std::move(plain)];
}

std::string SurfaceForms::canonical() const {
  if (!chosen_.empty()) return chosen_;
  const auto best = std::max_element(bare_.begin(), bare_.end(), [](const auto& a, const auto& b) {
    if (is_shouted(a.first) != is_shouted(b.first)) return is_shouted(a.first);
    if (a.second != b.second) return a.second < b.second;
    return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first > b.first;
  });
  return best == bare_.end() ? std::string() : best->first;
}

std::vector<std::string> SurfaceForms::variants() const {
  std::vector<std::pair<std::uint32_t, std::string>> list;
  const std::string chosen = canonical();
  for (const auto& [form, n] : forms_)
    if (form != chosen) list.emplace_back(n, form);
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (list.size() > 12) list.resize(12);
  std::vector<std::string> out;
  for (auto& [n, form] : list) out.push_back(std::move(form));
  return out;
}

std::string context_of(std::string_view text, ByteSpan span, std::size_t length) {
  std::size_t begin = span.begin, end = span.end, used = count_code_points(span.of(text));
  while (used < length && (begin > 0 || end < text.size())) {
    if (begin > 0) previous_code_point(text, begin), ++used;
    if (end < text.size() && used < length) next_code_point(text, end), ++used;
  }
  if (begin > 0) {
    const std::size_t space = text.find(' ', begin);
    begin = space != std::string_view::npos && space < span.begin ? space + 1 : span.begin;
  }
  if (end < text.size()) {
    const std::size_t space = text.rfind(' ', end);
    end = space != std::string_view::npos && space >= span.end ? space : span.end;
  }
  return (begin > 0 ? "\u2026" : "") + on_one_line(text.substr(begin, end - begin)) +
         (end < text.size() ? "\u2026" : "");
}

}  // namespace taraz
