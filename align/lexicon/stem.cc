// Every prefix of the table times every suffix that may stand beside it, cheapest first. The costs say how
// often an affix is really one: 1 nearly always, 5 rarely. Idea: light stemming (Larkey and others, "Light
// stemming for Arabic information retrieval", 2007) without the decision, which is left to a list of known
// words. Tested by tests/align/stem_test.cc.
#include "align/lexicon/stem.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>

#include "text/data_tables.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kMostCandidates = 30;
constexpr int kSure = 1;  // cost of affixes that plain_stem() takes off

struct Affix {
  std::string text, replacement, not_after;
  char word_class = '*';  // n noun, v verb, * both
  int cost = 0;
  std::size_t least_rest = 0;  // code points that must be left
};

struct Rules {
  std::vector<Affix> prefixes{Affix{}}, suffixes{Affix{}};             // the first is the empty one
  std::map<std::string, std::vector<std::string>, std::less<>> forms;  // irregular form -> base
  std::map<std::string, std::vector<std::string>, std::less<>>
      roots;  // present stem after a verb prefix -> base
};

int number(std::string_view cell, const std::string& table, std::size_t line) {
  int value = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc{})
    throw FormatError(table, line, 0, "'" + std::string(cell) + "' is not a number");
  return value;
}

std::unique_ptr<const Rules> load(std::string_view language) {
  auto rules = std::make_unique<Rules>();
  const std::string table = "lexicon/affixes." + std::string(language) + ".tsv";
  if (has_data_file(table))
    for (const DataRow& row : data_rows(table, 5)) {
      Affix affix;
      affix.word_class = row.cells[1].empty() ? '*' : row.cells[1].front();
      affix.text = row.cells[2];
      affix.cost = number(row.cells[3], "data/" + table, row.line);
      affix.least_rest = static_cast<std::size_t>(number(row.cells[4], "data/" + table, row.line));
      if (row.cells.size() > 5 && row.cells[5] != "-") affix.replacement = row.cells[5];
      if (row.cells.size() > 6 && row.cells[6] != "-") affix.not_after = row.cells[6];
      if (row.cells[0] == "prefix")
        rules->prefixes.push_back(std::move(affix));
      else if (row.cells[0] == "suffix")
        rules->suffixes.push_back(std::move(affix));
      else
        throw FormatError("data/" + table, row.line, 0, "the first cell must be 'prefix' or 'suffix'");
    }
  const std::string irregular = "lexicon/forms." + std::string(language) + ".tsv";
  if (has_data_file(irregular))
    for (const DataRow& row : data_rows(irregular, 3)) {
      auto& map = row.cells[0] == "root" ? rules->roots : rules->forms;
      for (std::size_t i = 2; i < row.cells.size(); ++i)
        map[std::string(row.cells[i])].emplace_back(row.cells[1]);
    }
  return rules;
}

const Rules* rules_of(std::string_view language) {
  static const std::unique_ptr<const Rules> fa = load("fa"), ar = load("ar"), en = load("en");
  return language == "fa" ? fa.get() : language == "ar" ? ar.get() : language == "en" ? en.get() : nullptr;
}

bool meet(char a, char b) { return a == '*' || b == '*' || a == b; }

// "runn" -> "run", or nothing.
std::string single_consonant(std::string_view rest) {
  if (rest.size() < 4 || rest.back() != rest[rest.size() - 2]) return {};
  if (std::string_view("bdfgklmnprtvz").find(rest.back()) == std::string_view::npos) return {};
  return std::string(rest.substr(0, rest.size() - 1));
}

struct Candidate {
  int cost;
  std::string text;
};

void add_candidates(const Rules& rules, std::string_view word, int dearest_affix, bool undouble,
                    std::vector<Candidate>& out) {
  for (const Affix& p : rules.prefixes) {
    if (p.cost > dearest_affix || !word.starts_with(p.text)) continue;
    const std::string_view after = word.substr(p.text.size());
    for (const Affix& s : rules.suffixes) {
      if (s.cost > dearest_affix || (p.text.empty() && s.text.empty()) || !meet(p.word_class, s.word_class))
        continue;
      if (after.size() <= s.text.size() || !after.ends_with(s.text)) continue;
      const std::string_view rest = after.substr(0, after.size() - s.text.size());
      if (count_code_points(rest) < std::max(p.least_rest, s.least_rest)) continue;
      if (!s.not_after.empty()) {
        std::size_t last = rest.size();
        previous_code_point(rest, last);
        if (s.not_after.find(rest.substr(last)) != std::string::npos) continue;
      }
      const int cost = p.cost + s.cost;
      if (p.word_class == 'v')
        if (const auto base = rules.roots.find(rest); base != rules.roots.end())
          for (const std::string& b : base->second) out.push_back({cost - 1, b});
      if (undouble && (s.text == "ed" || s.text == "ing") && s.replacement.empty())
        if (std::string single = single_consonant(rest); !single.empty())
          out.push_back({cost, std::move(single)});
      out.push_back({cost, std::string(rest) + s.replacement});
    }
  }
}

}  // namespace

void stems(std::string_view language, std::string_view folded, std::vector<std::string>& out) {
  out.clear();
  const Rules* rules = rules_of(language);
  if (rules == nullptr || folded.empty()) return;
  std::vector<Candidate> found;
  if (const auto base = rules->forms.find(folded); base != rules->forms.end())
    for (const std::string& b : base->second) found.push_back({0, b});
  add_candidates(*rules, folded, 100, language == "en", found);
  // Irregular forms behind an affix: "the books" of broken plurals, "the men's".
  for (std::size_t i = 0, n = found.size(); i < n; ++i)
    if (found[i].cost > 0)
      if (const auto base = rules->forms.find(found[i].text); base != rules->forms.end())
        for (const std::string& b : base->second) found.push_back({found[i].cost, b});
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  for (Candidate& c : found) {
    if (out.size() == kMostCandidates) break;
    if (c.text != folded && std::find(out.begin(), out.end(), c.text) == out.end())
      out.push_back(std::move(c.text));
  }
}

std::string plain_stem(std::string_view language, std::string_view folded) {
  const Rules* rules = rules_of(language);
  if (rules == nullptr) return std::string(folded);
  if (const auto base = rules->forms.find(folded); base != rules->forms.end()) return base->second.front();
  std::vector<Candidate> found;
  add_candidates(*rules, folded, kSure, false, found);
  if (found.empty()) return std::string(folded);
  // The shortest: all sure affixes off.
  const auto best = std::min_element(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.text.size() != b.text.size() ? a.text.size() < b.text.size() : a.text < b.text;
  });
  return best->text;
}

}  // namespace taraz
