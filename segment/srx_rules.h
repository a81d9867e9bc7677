// A user's segmentation rules: SRX 2.0 (LISA OSCAR, 2008), regular expressions of ICU.
#ifndef TARAZ_SEGMENT_SRX_RULES_H_
#define TARAZ_SEGMENT_SRX_RULES_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "segment/sentences.h"

namespace taraz {

// One rule as it stands in the file. An empty pattern matches everywhere.
struct SrxRule {
  bool breaks = true;
  std::string before, after;
  std::size_t line = 0;  // in the file, from 1; 0: made by a program
};

struct SrxLanguageMap {
  std::string pattern;  // a regular expression for the whole language tag, any case
  std::string rules;    // name of a languagerule
};

// The content of an SRX file, before its patterns are compiled.
struct SrxDocument {
  struct LanguageRule {
    std::string name;
    std::vector<SrxRule> rules;
  };
  bool cascade = false;
  std::vector<LanguageRule> languages;
  std::vector<SrxLanguageMap> maps;  // in order
};

// Bounds on what a file may ask for; more is a FormatError or, while matching, an Error that names the rule.
inline constexpr std::size_t kSrxFileBytes = 16u << 20;
inline constexpr std::size_t kSrxRules = 20000;
inline constexpr std::size_t kSrxPatternBytes = 65536;

// Reads an SRX 2.0 file. `source` names it in messages. Entities of the file's own and external ones are
// refused, elements of other namespaces skipped. Throws FormatError with the line.
SrxDocument read_srx(std::string_view xml, const std::string& source);

// The file for `document`: valid by the SRX 2.0 schema, every rule with both patterns (OmegaT needs them).
std::string write_srx(const SrxDocument& document);

// Compiled rules. Immutable; shared by threads.
class SrxRules {
 public:
  // Compiles all patterns. Throws FormatError naming source and line for a pattern that ICU refuses.
  SrxRules(const SrxDocument& document, const std::string& source);
  ~SrxRules();
  SrxRules(const SrxRules&) = delete;
  SrxRules& operator=(const SrxRules&) = delete;

  // Whether any language map is for `tag`.
  bool knows(std::string_view tag) const;

  // Appends the sentences of `block` by the rules that the maps give to the language `tag`: at each place the
  // first rule that matches decides (all maps in order when the file says cascade, else the first). Matches
  // of one rule do not overlap, as in OmegaT. No map: the block is one sentence. O(rules x bytes) for plain
  // patterns. Throws Error naming the rule when a match takes more than a bounded number of steps or bytes of
  // stack.
  void find(std::string_view text, ByteSpan block, std::string_view tag, std::vector<Sentence>& out) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SRX_RULES_H_
