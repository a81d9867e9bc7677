// Every rule is one ICU expression, before(?=after): its matches end where the rule applies. The block is
// given to ICU as UTF-16, which its engine reads fastest, with a map back to bytes. Rules are asked in order,
// and a place belongs to the first one that matches there. Runaway patterns are stopped by ICU's time and
// stack bounds.
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "segment/srx_rules.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr int32_t kTimeLimit = 2000;       // ICU's units of about a millisecond, for one find()
constexpr int32_t kStackBytes = 16 << 20;  // of backtracking

std::unique_ptr<icu::RegexPattern> compile(const std::string& pattern, std::uint32_t flags,
                                           const std::string& source, std::size_t line) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  std::unique_ptr<icu::RegexPattern> made(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), flags, where, status));
  if (U_FAILURE(status) || !made)
    throw FormatError(source, line, 0,
                      "the pattern '" + pattern.substr(0, 200) +
                          "' is no regular expression of ICU: " + u_errorName(status));
  return made;
}

// Byte spans of a text in UTF-16 units.
struct Utf16 {
  icu::UnicodeString text;
  std::vector<std::uint32_t> bytes;  // of each unit, and of the end

  explicit Utf16(std::string_view utf8) {
    bytes.reserve(utf8.size() + 1);
    std::vector<char16_t> units;
    units.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
      const auto at = static_cast<std::uint32_t>(i);
      const char32_t c = next_code_point(utf8, i);
      if (c >= 0x10000) {
        units.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
        bytes.push_back(at);
        units.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
      } else {
        units.push_back(static_cast<char16_t>(c));
      }
      bytes.push_back(at);
    }
    bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
    text.setTo(units.data(), static_cast<int32_t>(units.size()));
  }
};

}  // namespace

struct SrxRules::Compiled {
  struct Rule {
    bool breaks;
    std::size_t line;
    std::unique_ptr<icu::RegexPattern> pattern;
  };
  struct Map {
    std::unique_ptr<icu::RegexPattern> pattern;
    std::size_t language;
  };
  std::string source;
  bool cascade = false;
  std::vector<std::vector<Rule>> languages;
  std::vector<Map> maps;

  std::vector<const Rule*> rules_for(std::string_view tag) const {
    std::vector<const Rule*> out;
    const icu::UnicodeString name =
        icu::UnicodeString::fromUTF8(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())));
    for (const Map& map : maps) {
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::RegexMatcher> m(map.pattern->matcher(name, status));
      m->setTimeLimit(kTimeLimit, status);
      if (!m->matches(status) || U_FAILURE(status)) continue;
      for (const Rule& rule : languages[map.language]) out.push_back(&rule);
      if (!cascade) break;
    }
    return out;
  }
};

SrxRules::SrxRules(const SrxDocument& document, const std::string& source) {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = source;
  compiled->cascade = document.cascade;
  for (const auto& language : document.languages) {
    std::vector<Compiled::Rule> rules;
    for (const SrxRule& r : language.rules) {
      if (r.before.empty() && r.after.empty()) continue;
      compile(r.before, 0, source, r.line);  // each by itself, so that "a)" and "(b" are refused
      if (!r.after.empty()) compile(r.after, 0, source, r.line);
      const std::string before = r.before.empty() ? "[\\s\\S]" : "(?:" + r.before + ")";
      const std::string pattern = r.after.empty() ? before : before + "(?=" + r.after + ")";
      rules.push_back({r.breaks, r.line, compile(pattern, 0, source, r.line)});
    }
    compiled->languages.push_back(std::move(rules));
  }
  for (const SrxLanguageMap& map : document.maps) {
    std::size_t language = 0;
    while (language < document.languages.size() && document.languages[language].name != map.rules) ++language;
    if (language == document.languages.size()) continue;
    compiled->maps.push_back({compile(map.pattern, UREGEX_CASE_INSENSITIVE, source, 0), language});
  }
  compiled_ = std::move(compiled);
}

SrxRules::~SrxRules() = default;

bool SrxRules::knows(std::string_view tag) const { return !compiled_->rules_for(tag).empty(); }

void SrxRules::find(std::string_view text, ByteSpan block, std::string_view tag,
                    std::vector<Sentence>& out) const {
  const Utf16 units(block.of(text));
  std::vector<signed char> decided(static_cast<std::size_t>(units.text.length()) + 1, 0);
  for (const Compiled::Rule* rule : compiled_->rules_for(tag)) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> m(rule->pattern->matcher(units.text, status));
    if (U_FAILURE(status)) throw Error(compiled_->source + ": ICU cannot match: " + u_errorName(status));
    m->setTimeLimit(kTimeLimit, status);
    m->setStackLimit(kStackBytes, status);
    while (m->find(status)) {
      signed char& place = decided[static_cast<std::size_t>(m->end(status))];
      if (place == 0) place = rule->breaks ? 1 : -1;
    }
    if (U_FAILURE(status))
      throw Error(compiled_->source + ": the rule of line " + std::to_string(rule->line) +
                  " needs too much time or memory (" + u_errorName(status) + "); make its pattern simpler");
  }
  std::uint32_t begin = block.begin, last_end = 0;
  const std::size_t first = out.size();
  const auto emit = [&](std::uint32_t end) {
    const std::string_view piece = trim(text.substr(begin, end - begin));
    begin = end;
    if (piece.empty()) return;
    const auto at = static_cast<std::uint32_t>(piece.data() - text.data());
    out.push_back(
        {{at, at + static_cast<std::uint32_t>(piece.size())}, out.size() > first && at == last_end});
    last_end = at + static_cast<std::uint32_t>(piece.size());
  };
  for (std::size_t i = 1; i + 1 < decided.size(); ++i)
    if (decided[i] == 1 && units.bytes[i] != units.bytes[i - 1]) emit(block.begin + units.bytes[i]);
  emit(block.end);
}

}  // namespace taraz
