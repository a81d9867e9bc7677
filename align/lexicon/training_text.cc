// One pass from left to right; at each place the first rule that fits. Tested by
// tests/align/training_text_test.cc.
#include "align/lexicon/training_text.h"

#include <cctype>

#include "text/words.h"

namespace taraz {
namespace {

bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}
bool alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// End of a balanced-enough span that starts at i with `open`, at most `most` bytes long; npos when there is
// none.
std::size_t closed(std::string_view text, std::size_t i, std::string_view close, std::size_t most) {
  const std::size_t end = text.substr(i, most).find(close);
  return end == std::string_view::npos ? end : i + end + close.size();
}

// End of a printf placeholder that starts with '%' at i; i when it is none.
std::size_t placeholder_end(std::string_view text, std::size_t i) {
  std::size_t k = i + 1;
  if (k < text.size() && (text[k] == '(' || text[k] == '{')) {
    const std::size_t end = closed(text, k, text[k] == '(' ? ")" : "}", 40);
    if (end == std::string_view::npos) return i;
    k = end;
    if (text[k - 1] == '}') return k;
  }
  while (k < text.size() && (std::isdigit(static_cast<unsigned char>(text[k])) != 0 ||
                             std::string_view("$.+-#*").find(text[k]) != std::string_view::npos))
    ++k;
  while (k < text.size() && (text[k] == 'l' || text[k] == 'h' || text[k] == 'z')) ++k;
  if (k < text.size() && std::string_view("sdiufgxXcpeE@").find(text[k]) != std::string_view::npos &&
      (k + 1 == text.size() || !letter(text[k + 1])))
    return k + 1;
  return k > i + 1 && std::isdigit(static_cast<unsigned char>(text[k - 1])) != 0 ? k : i;
}

// End of an address (scheme://... or www....) that starts at i; i when there is none.
std::size_t address_end(std::string_view text, std::size_t i) {
  if (i > 0 && letter(text[i - 1])) return i;
  std::size_t k = i;
  while (k < text.size() && k < i + 10 && alnum(text[k])) ++k;
  const bool scheme = k > i && text.substr(k).starts_with("://");
  if (!scheme && !text.substr(i).starts_with("www.")) return i;
  while (k < text.size() && static_cast<unsigned char>(text[k]) > 0x20 &&
         static_cast<unsigned char>(text[k]) < 0x80 && text[k] != '"' && text[k] != '<')
    ++k;
  return k;
}

}  // namespace

std::string without_codes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto skip_to = [&](std::size_t& i, std::size_t end) {
    out += ' ';
    i = end;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    std::size_t end = std::string_view::npos;
    if (c == '<' && rest.size() > 1 && (letter(rest[1]) || rest[1] == '/' || rest[1] == '!')) {
      if ((end = closed(text, i, ">", 300)) != std::string_view::npos) {
        skip_to(i, end);
        continue;
      }
    } else if (c == '{') {
      end = rest.starts_with("{{") ? closed(text, i, "}}", 300) : closed(text, i, "}", 60);
      if (end != std::string_view::npos) {
        skip_to(i, end);
        continue;
      }
    } else if (c == '%') {
      if ((end = placeholder_end(text, i)) > i) {
        skip_to(i, end);
        continue;
      }
    } else if (c == '$' && rest.size() > 1 && (alnum(rest[1]) || rest[1] == '{')) {
      end = i + 1;
      while (end < text.size() && (alnum(text[end]) || text[end] == '_')) ++end;
      if (end > i + 1) {
        skip_to(i, end);
        continue;
      }
    } else if (c == '\\' && rest.size() > 1 &&
               std::string_view("ntr\"").find(rest[1]) != std::string_view::npos) {
      skip_to(i, i + 2);
      continue;
    } else if (c == '&') {
      end = i + 1;
      while (end < text.size() && end < i + 10 && (alnum(text[end]) || text[end] == '#')) ++end;
      if (end > i + 1 && end < text.size() && text[end] == ';') {
        skip_to(i, end + 1);
        continue;
      }
      if (rest.size() > 1 && letter(rest[1])) {
        ++i;
        continue;
      }  // &File
    } else if (c == '_' && rest.size() > 1 && letter(rest[1])) {
      const bool inside = i > 0 && (alnum(text[i - 1]));
      if (inside && static_cast<unsigned char>(rest[1]) < 0x80) {
        skip_to(i, i + 1);
        continue;
      }     // some_name
      ++i;  // _File
      continue;
    } else if (c == '(' && rest.size() > 3 && (rest[1] == '_' || rest[1] == '&') && rest[3] == ')') {
      skip_to(i, i + 4);
      continue;
    } else if ((end = address_end(text, i)) > i) {
      skip_to(i, end);
      continue;
    }
    out += c;
    ++i;
  }
  return out;
}

std::vector<std::string> training_words(std::string_view language, std::string_view text, double& share) {
  const std::string clean = without_codes(text);
  const Words words(clean);
  const bool arabic = language == "fa" || language == "ar";
  const bool latin = language == "en";
  std::vector<std::string> out;
  std::size_t letters = 0;
  for (const Word& w : words.all()) {
    if (w.kind != WordKind::letters || w.folded.empty()) continue;
    ++letters;
    const std::string_view folded = words.folded(w);
    const bool ascii = static_cast<unsigned char>(folded[0]) < 0x80;
    if ((arabic && !w.arabic) || (latin && !ascii)) continue;
    out.emplace_back(folded);
  }
  share = letters == 0 ? 1.0 : static_cast<double>(out.size()) / static_cast<double>(letters);
  return out;
}

}  // namespace taraz
