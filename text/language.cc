#include "text/language.h"

#include <array>
#include <cctype>
#include <utility>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kThreeLetter{{{"fas", "fa"},
                                                                                      {"per", "fa"},
                                                                                      {"pes", "fa"},
                                                                                      {"ara", "ar"},
                                                                                      {"arb", "ar"},
                                                                                      {"eng", "en"},
                                                                                      {"urd", "ur"},
                                                                                      {"fra", "fr"},
                                                                                      {"fre", "fr"},
                                                                                      {"deu", "de"},
                                                                                      {"ger", "de"},
                                                                                      {"spa", "es"}}};
constexpr std::array<std::string_view, 11> kRightToLeft{"ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "dv", "azb"};

bool is_alpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

}  // namespace

bool Language::is_tag(std::string_view tag) {
  std::size_t part = 0, length = 0;
  for (char c : tag) {
    if (c == '-' || c == '_') {
      if (length == 0 || (part == 0 && length < 2)) return false;
      ++part;
      length = 0;
    } else if (part == 0 ? is_alpha(c) : is_alnum(c)) {
      if (++length > (part == 0 ? 3u : 8u)) return false;
    } else {
      return false;
    }
  }
  return part == 0 ? length >= 2 : length >= 1;
}

Language Language::parse(std::string_view tag) {
  if (!is_tag(tag))
    throw UsageError("'" + std::string(tag) + "' is not a language tag; use one such as fa, ar, en or en-GB");
  Language out;
  std::size_t part = 0, start = 0;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i < tag.size() && tag[i] != '-' && tag[i] != '_') continue;
    std::string sub(tag.substr(start, i - start));
    for (char& c : sub) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (part == 0) {
      for (const auto& [three, two] : kThreeLetter)
        if (sub == three) sub = two;
    } else if (sub.size() == 2) {  // region
      for (char& c : sub) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    } else if (sub.size() == 4) {  // script
      sub[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sub[0])));
    }
    if (part > 0) out.tag_ += '-';
    out.tag_ += sub;
    ++part;
    start = i + 1;
  }
  return out;
}

std::string_view Language::base() const { return std::string_view(tag_).substr(0, tag_.find('-')); }

bool Language::right_to_left() const {
  for (std::string_view b : kRightToLeft)
    if (base() == b) return true;
  return false;
}

}  // namespace taraz
