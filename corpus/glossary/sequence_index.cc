// Tested through tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/sequence_index.h"

namespace taraz {

SequenceIndex::SequenceIndex(const std::vector<std::vector<TermWord>>& texts) : texts_(texts) {
  for (std::uint32_t t = 0; t < texts.size(); ++t)
    for (std::uint32_t w = 0; w < texts[t].size(); ++w)
      if (texts[t][w].role != TermRole::barrier) places_[texts[t][w].key].push_back({t, w});
}

std::uint32_t SequenceIndex::texts_with(std::span<const std::uint32_t> keys) const {
  const std::vector<Place>* rarest = nullptr;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto it = places_.find(keys[i]);
    if (it == places_.end()) return 0;
    if (rarest == nullptr || it->second.size() < rarest->size()) rarest = &it->second, offset = i;
  }
  if (rarest == nullptr) return 0;
  std::uint32_t count = 0, last = 0;
  for (const Place& p : *rarest) {
    const std::vector<TermWord>& words = texts_[p.text];
    if (p.word < offset || p.word - offset + keys.size() > words.size() || (count > 0 && last == p.text))
      continue;
    bool all = true;
    for (std::size_t i = 0; all && i < keys.size(); ++i) {
      const TermWord& w = words[p.word - offset + i];
      all = w.role != TermRole::barrier && w.key == keys[i];
    }
    if (all) ++count, last = p.text;
  }
  return count;
}

}  // namespace taraz
