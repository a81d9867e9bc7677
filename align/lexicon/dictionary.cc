// Tested by tests/align/dictionary_test.cc.
#include "align/lexicon/dictionary.h"

#include <algorithm>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// The alternatives of a cell: "a | b; c" gives three.
std::vector<std::string_view> alternatives(std::string_view cell) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of("|;", begin), cell.size());
    if (const std::string_view part = trim(cell.substr(begin, end - begin)); !part.empty())
      out.push_back(part);
    begin = end + 1;
  }
  return out;
}

}  // namespace

Dictionary Dictionary::parse(std::string_view text, const std::string& source) {
  Dictionary out;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    std::string_view first, second;
    if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
      first = line.substr(0, tab);
      second = line.substr(tab + 1);
      second = second.substr(0, second.find('\t'));
    } else if (const std::size_t at = line.find(" @ "); at != std::string_view::npos) {
      second = line.substr(0, at);
      first = line.substr(at + 3);
    } else {
      throw FormatError(source, number, 0,
                        "expected 'word TAB translation' or hunalign's 'translation @ word', found neither a "
                        "tab nor ' @ '");
    }
    const auto firsts = alternatives(first), seconds = alternatives(second);
    if (firsts.empty() || seconds.empty())
      throw FormatError(source, number, 0, "an entry with an empty side; give both words or remove the line");
    for (const auto a : firsts)
      for (const auto b : seconds) out.entries_.emplace_back(a, b);
  }
  return out;
}

Dictionary Dictionary::swapped() const {
  Dictionary out;
  out.entries_.reserve(entries_.size());
  for (const auto& [a, b] : entries_) out.entries_.emplace_back(b, a);
  return out;
}

}  // namespace taraz
