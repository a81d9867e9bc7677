// Idea: the code decides at a mark by the token before it and the word after it; both are regular, so each
// branch of sentences.cc becomes one rule, in the order of the branches: SRX takes the first rule that
// matches at a place. Every place that the code looks at is behind the run of marks and its closers, and
// every pattern here ends there. Patterns avoid look-behind and put look-ahead around what follows, since
// engines differ in how they overlap matches. Tested against the code by tests/segment/srx_export_test.cc,
// and against two other engines by hand (docs/segmentation.md).
#include "segment/srx_export.h"

#include <algorithm>
#include <string>
#include <vector>

#include "segment/sentence_tables.h"
#include "text/data_tables.h"

namespace taraz {
namespace {

const std::string kArabic =
    "\\u0620-\\u064A\\u066E-\\u06D3\\u06FA-\\u06FF\\u0750-\\u077F\\uFB50-\\uFDFF\\uFE70-\\uFEFC";
const std::string kStrong = "!?\\u061F\\u06D4\\u203C\\u3002\\uFF01\\uFF1F";
const std::string kAnyMark = "[." + kStrong + "\\u2026]";
const std::string kClosing = "\\u00BB\\u201D\\u2019\\u203A)\\]}\"'";
// Closers, invisible marks, footnote marks, and closers that stand behind a space.
// Engines in Java put these patterns into a look-behind, which takes no repeated group: so each is written
// out.
std::string up_to(int times, const std::string& group) {
  std::string out;
  for (int i = 0; i < times; ++i) out += "(?:" + group + ")?";
  return out;
}
const std::string kClosers = up_to(
    4,
    "[" + kClosing +
        "\\u200C-\\u200F\\u061C]+|\\[\\p{Nd}{1,3}\\]|[\\u00B9\\u00B2\\u00B3\\u2070-\\u2079\\u2020\\u2021]+| "
        "[\\u00BB\\u201D)\\]]+| [:;=][\\-'o]?[)(DPp\\]/]{1,8}");
const std::string kSign =
    "[\\u00AB\\u201C\\u2018\\u2039\"'(\\[{\\-\\u2013\\u2014\\u2022\\u00B7\\*]";  // before a word
const std::string kOpen = "(?:" + kSign + "\\s?){0,4}";
const std::string kStart =
    "(?:^|[\\s\\u00AB\\u201C\\u2018\"'(\\[{\\-\\u2013\\u2014/])";  // before a whole token
const std::string kNoWord = "\\p{M}*(?![\\p{L}\\p{N}])";

// One pattern that matches any of `words`, with what fold_token folds written out: both forms of kaf and yeh,
// vowel signs and invisible marks behind any Arabic letter.
std::string any_of(const std::vector<std::string>& words) {
  std::string out = "(?:";
  for (const std::string& w : words) {
    if (out.size() > 3) out += '|';
    for (std::size_t i = 0; i < w.size(); ++i) {
      if (w[i] == '.') {
        out += "\\.";
      } else if (static_cast<unsigned char>(w[i]) < 0x80) {
        out += w[i];
      } else {
        const std::string letter = w.substr(i, 2);
        ++i;
        out += letter == "\xD9\x83" ? "[\\u0643\\u06A9]" : letter == "\xD9\x8A" ? "[\\u064A\\u06CC]" : letter;
        if (i + 1 < w.size()) out += "\\p{M}*";
      }
    }
  }
  return out + ")";
}

std::vector<std::string> words_of(const TokenTable& table, std::uint8_t value, bool latin) {
  std::vector<std::string> out;
  for (const TokenTable::Entry& e : table.entries())
    if (e.value == value && (static_cast<unsigned char>(e.token[0]) < 0x80) == latin) out.push_back(e.token);
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  if (out.empty())
    out.push_back(latin ? "zzz" : "\xD9\x86\xD9\x86\xD9\x86\xD9\x86");  // a word that no text has
  return out;
}

class Builder {
 public:
  explicit Builder(std::string_view language)
      : tables_(sentence_tables(language)), persian_(language == "fa") {
    std::vector<std::string> starters = words_of(tables_.starters, 1, true);
    std::vector<std::string> lower;
    for (std::string& s : starters) {
      if (s[0] >= 'A' && s[0] <= 'Z') s[0] = static_cast<char>(s[0] + 32);
      lower.push_back(s);
    }
    std::sort(lower.begin(), lower.end());
    lower.erase(std::unique(lower.begin(), lower.end()), lower.end());
    lower_starters_ = any_of(lower) + kNoWord;
    std::vector<std::string> all = words_of(tables_.starters, 1, true);
    std::erase_if(all, [](const std::string& s) { return s[0] >= 'a' && s[0] <= 'z'; });
    capitals_ = any_of(all);
    for (const std::string& s : words_of(tables_.starters, 1, false)) all.push_back(s);
    starters_ = "\\s+" + kOpen + any_of(all) + kNoWord;
  }

  std::vector<SrxRule> build() {
    const std::string end = kAnyMark + "+" + kClosers;
    // What follows is a pause or a closer; a mark alone in brackets; a mark in the text of a link.
    // A line of rights is one unit, whatever it holds; engines look for one match of a rule, so a rule a
    // mark.
    for (int marks = 1; marks <= 4; ++marks) {
      std::string before = "(?:^|\\n)[ \\t]*(?:\\u00A9|Copyright)";
      for (int i = 0; i < marks; ++i) before += "[^\\n.!?]{0,100}[.!?]";
      no(before, "[ \\t]*[^\\s]");
    }
    no(end, "\\s*[,;:\\u060C\\u061B]");
    no(end, "\\s+[\\u00BB\\u201D)\\]}]");
    no("\\.", " \\.(?![\\p{L}\\p{N}])");
    no(kAnyMark + "+[" + kClosing + "]+",
       "\\s+" + any_of(words_of(tables_.attributions, 1, false)) + kNoWord);
    lone_quote(end);
    no("[(\\[]" + kAnyMark + "+" + kClosers, "\\s");
    no("\\[[^\\[\\]\\n]{0,200}" + end, "\\s[^\\[\\]\\n]{0,200}\\]\\(");
    strong();
    ellipsis();
    numbers();
    abbreviations();
    lower_case();
    letters();
    yes("\\." + kClosers, "\\s");
    glued();
    unmarked();
    lines();
    return std::move(rules_);
  }

 private:
  void yes(std::string before, const std::string& after) {
    rules_.push_back({true, std::move(before), "(?=" + after + ")"});
  }
  void no(std::string before, const std::string& after) {
    rules_.push_back({false, std::move(before), "(?=" + after + ")"});
  }

  // `He left. " Then`: an ASCII quotation mark between white space closes.
  void lone_quote(const std::string& end) {
    const std::string lone = end + " \"";
    no(end, " \"(?:\\s|$)");
    no(lone, "\\s*[,;:\\u060C\\u061B]");
    no(lone, "\\s+" + any_of(words_of(tables_.attributions, 1, false)) + kNoWord);
    no(lone, "\\s+" + kOpen + "\\p{Ll}");
    yes(lone, "\\s");
  }

  void strong() {
    const std::string run = "[.\\u2026]*[" + kStrong + "]" + kAnyMark + "*";
    no(run + "[" + kClosing + "]+", "\\s+" + kOpen + "\\p{Ll}");
    yes(run + kClosers, "\\s");
    yes(run + kClosers, "[" + kArabic + "]");
  }

  void ellipsis() {
    const std::string run = "(?:\\.[. ]{0,30}\\.|\\u2026\\.+)" + kClosers, sign = "\\u2026" + kClosers;
    for (const std::string& r : {run, sign}) {
      no(r, "\\s+" + kOpen + "(?:[\\p{Ll}\\p{Nd}]|I" + kNoWord + ")");
      yes(r, "\\s+" + kOpen + "\\p{Lu}");
    }
    yes(sign, "\\s+[\\u00AB\\u201C\"'(]");
    yes(sign, starters_);
    no(sign, "\\s");
    yes("\\s" + run, "\\s+[\\u00AB\\u201C\"'(]");
    yes("\\s" + run, starters_);
    no("\\s" + run, "\\s");
    no("(?:^|\\s)[" + kArabic + "] ?" + run, "\\s");
    no(run, "\\s+" + any_of(words_of(tables_.continuations, 1, false)) + kNoWord);
    yes(run, "\\s");
    no("(?:\\.\\.+|\\u2026)" + kClosers, "[\\s\\S]");
  }

  void numbers() {
    const std::string number = "\\p{Nd}{1,3}" + up_to(3, "[.\\u066B]\\p{Nd}{1,2}") + "\\.",
                      border = "(?:^|\\n|" + kAnyMark + "[" + kClosing + "]*\\s+)";
    no(border + "\\s*" + number, "\\s");
    no(border + "\\s*\\p{L}\\.", "\\s");
    no("(?:^|[^\\p{Nd}.,\\u066B\\u066C])\\p{Nd}{1,2}\\.", "\\s+\\p{Nd}{1,2}(?![\\p{Nd}])");
  }

  void abbreviations() {
    no(kStart + "[" + kArabic + "]\\u0640*\\." + kClosers, "\\s");
    whole(kStart + "\\p{Lu}\\." + kClosers);
    const auto token = [&](Abbreviation kind) {
      const auto value = static_cast<std::uint8_t>(kind);
      return kStart + "(?:(?i:" + any_of(words_of(tables_.abbreviations, value, true)) + ")|" +
             any_of(words_of(tables_.abbreviations, value, false)) + ")\\." + kClosers;
    };
    no(token(Abbreviation::never), "[\\s" + kArabic + "]");
    no(token(Abbreviation::number), "\\s+" + kOpen + "\\p{Nd}");
    no(token(Abbreviation::number), "[" + kArabic + "]");
    whole(token(Abbreviation::maybe));
    whole(kStart + "\\p{L}\\u0640*\\." + up_to(5, "\\p{L}\\u0640*\\.") + "\\p{L}\\u0640*\\." + kClosers);
  }
  // A token that goes on unless a word follows that begins sentences.
  void whole(const std::string& token) {
    yes(token, starters_);
    no(token, "[\\s" + kArabic + "]");
  }

  void lower_case() {
    yes("\\." + kClosers, "\\s+(?:https?://|www\\.)");
    yes("(?:^|[\\s\"'(\\u2019\\-])\\p{Ll}{3,40}\\.", "\\s+" + lower_starters_);
    no("\\." + kClosers, "\\s+" + kOpen + "\\p{Ll}");
    if (persian_)
      yes("(?:^|" + kAnyMark + "\\s+)[^.!?\\u061F:\\n]{2,40} [\\-\\u2013] " + any_of(agencies()) + ":",
          "\\s");
  }
  static std::vector<std::string> agencies() {
    std::vector<std::string> out;
    for (const DataRow& row : data_rows("segment/agencies.tsv", 1)) {
      std::string folded;
      fold_token(row.cells[0], false, folded);
      out.push_back(folded);
    }
    return out;
  }

  // Salutations and closings: "Dear Ann, Thank ...", "Best regards, Ann", "Renee, Please ...".
  void letters() {
    const std::string border = "(?:^|" + kAnyMark + "[" + kClosing + "]*\\s+)";
    yes(border + "(?:Dear|Hi|Hello|Hey)(?: [A-Za-z.'\\-]{1,20}){0,4},", "\\s+\\p{Lu}");
    yes(border +
            "(?:(?:[A-Za-z]{1,12} ){0,2}(?:[Rr]egards|[Ss]incerely|Thanks|Cheers|wishes|truly)|Thank "
            "you|Love),",
        "\\s+\\p{Lu}");
    yes(border + "(?!" + capitals_ + kNoWord + ")[A-Z][A-Za-z'\\-]{1,11},",
        "\\s+(?!I" + kNoWord + ")" + capitals_ + kNoWord);
  }

  void glued() {
    const std::string letter = "[" + kArabic + "]", marked = letter + "\\p{M}*";
    yes("[\\u00BB\\u201D)\\]]\\.", letter);
    no("\\p{L}\\.\\p{L}\\.", letter);
    yes(marked + letter + "\\p{M}*\\.[\\u00BB\\u201D)\\]]*", letter + "(?!\\.)");
    yes("\\p{Nd}{3}\\.", letter);
    yes(marked + letter + "\\p{M}*\\.", "[\\u00AB\\u201C\"(\\[]" + letter);
    yes(marked + marked + letter + "\\p{M}*\\.", "\\p{Nd}");
    yes("(?:^|[\\s\"'(\\u201C])\\p{Ll}{3,40}[." + kStrong + "][\"\\u201D]?",
        "\\p{Lu}\\p{Ll}+(?:[\\s,;\"')\\u201D]|$)");
    yes("[\\u3002\\uFF01\\uFF1F][\\u300D\\u300F\\u201D]*", "\\S");
  }

  // "Great service The staff were": segment/unmarked_breaks.cc.
  void unmarked() {
    if (tables_.unmarked.entries().empty()) return;
    const std::string unfinished = any_of(words_of(tables_.unfinished, 1, true)),
                      anywhere = any_of(words_of(tables_.unmarked, 1, true)),
                      heading = any_of(words_of(tables_.unmarked, 2, true)),
                      sign = "(?:" + anywhere + "|" + heading + ")", on = "\\s+[a-z]",
                      // No word of the heading is a sign: engines look for one match only.
        word = "(?!" + sign + "\\s)[A-Za-z0-9'\\-]{1,40}";
    yes("(?:^|[\\s(\"])(?!" + unfinished + "(?![a-z]))[a-z]{3,20}\\)?", "\\s+" + anywhere + on);
    yes("(?:^|" + kAnyMark + "[" + kClosing + "]*\\s+)" + word + up_to(4, " " + word) +
            " (?!(?i:" + unfinished + ")(?![A-Za-z0-9'\\-]))" + word,
        "\\s+" + sign + on);
  }

  // A line is a paragraph, unless the next goes on in lower case or this one ends with a comma.
  void lines() {
    no("[^\\s." + kStrong + "\\u2026:]", "[ \\t\\r]*\\n\\s*\\p{Ll}");
    no("[,\\u060C]", "[ \\t\\r]*\\n\\s*\\S");
    // A no-break space is layout to us and text to Java: it becomes a segment of its own between lines.
    yes("[^\\s\\u00A0]", "[ \\t\\r\\u00A0]*\\n\\s*\\S");
    yes("\\n[ \\t]*\\u00A0+", "\\S");
    yes("\\u00A0[\\u00A0 \\t\\r]*\\n\\s*", "[^\\s\\u00A0]");
  }

  const SentenceTables& tables_;
  bool persian_;
  std::string starters_, lower_starters_, capitals_;
  std::vector<SrxRule> rules_;
};

std::string pattern_of(std::string_view two, const std::string& three) {
  std::string out = "(?:";
  const auto add = [&](std::string_view s) {
    for (const char c : s) out += std::string("[") + static_cast<char>(c - 32) + c + "]";
  };
  add(two);
  for (std::size_t i = 0; i + 3 <= three.size(); i += 4) {
    out += '|';
    add(std::string_view(three).substr(i, 3));
  }
  return out + ")(?:[-_].*)?";
}

std::string xml(std::string_view s) {
  std::string out;
  for (const char c : s)
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  return out;
}

}  // namespace

SrxDocument own_rules_as_srx() {
  SrxDocument d;
  d.cascade = false;
  d.languages.push_back({"Persian", Builder("fa").build()});
  d.languages.push_back({"Arabic", Builder("ar").build()});
  d.languages.push_back({"English", Builder("en").build()});
  d.languages.push_back({"Other", Builder("").build()});
  d.maps.push_back({pattern_of("fa", "per fas"), "Persian"});
  d.maps.push_back({pattern_of("ar", "ara arb"), "Arabic"});
  d.maps.push_back({pattern_of("en", "eng"), "English"});
  // Engines that join the rules of all maps must not add these to the ones above.
  d.maps.push_back({"(?!" + pattern_of("fa", "per fas ara arb eng") + "$)(?!" + pattern_of("ar", "") +
                        "$)(?!" + pattern_of("en", "") + "$).*",
                    "Other"});
  return d;
}

std::string write_omegat_conf(const SrxDocument& document) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<java version=\"1.8.0\" class=\"java.beans.XMLDecoder\">\n"
      " <object class=\"org.omegat.core.segmentation.SRX\">\n  <void property=\"mappingRules\">\n";
  for (const SrxLanguageMap& map : document.maps) {
    out +=
        "   <void method=\"add\">\n    <object class=\"org.omegat.core.segmentation.MapRule\">\n"
        "     <void property=\"language\"><string>" +
        xml(map.rules) +
        "</string></void>\n"
        "     <void property=\"pattern\"><string>" +
        xml(map.pattern) +
        "</string></void>\n     <void property=\"rules\"><object class=\"java.util.ArrayList\">\n";
    for (const auto& language : document.languages) {
      if (language.name != map.rules) continue;
      for (const SrxRule& r : language.rules)
        out +=
            "      <void method=\"add\"><object class=\"org.omegat.core.segmentation.Rule\"><void "
            "property=\"breakRule\"><boolean>" +
            std::string(r.breaks ? "true" : "false") +
            "</boolean></void><void property=\"beforebreak\"><string>" + xml(r.before) +
            "</string></void><void property=\"afterbreak\"><string>" + xml(r.after) +
            "</string></void></object></void>\n";
    }
    out += "     </object></void>\n    </object>\n   </void>\n";
  }
  return out + "  </void>\n  <void property=\"version\"><string>0.2.2</string></void>\n </object>\n</java>\n";
}

}  // namespace taraz
