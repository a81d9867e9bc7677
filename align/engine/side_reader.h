// One document as raw tokens: what the evidence of a pair is made of.
#ifndef TARAZ_ALIGN_ENGINE_SIDE_READER_H_
#define TARAZ_ALIGN_ENGINE_SIDE_READER_H_

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "align/engine/evidence.h"
#include "text/document.h"

namespace taraz {

class Words;

// Keys of one side, numbered in the order of first occurrence.
class TypeNames {
 public:
  std::uint32_t id(std::string_view key);
  std::size_t size() const { return keys_.size(); }
  const std::string& key(std::uint32_t id) const { return *keys_[id]; }
  // The id of a key, or 0xFFFFFFFF.
  std::uint32_t find(std::string_view key) const;

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<const std::string*> keys_;
};

// Facts that do not depend on the other document.
SegmentFacts segment_facts(const Document& document, std::uint32_t segment, const Words& words);

// The sign a mark stands for in every script ("?" for the Arabic one too), or empty for marks that say
// little.
std::string_view mark_key(std::string_view folded);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_SIDE_READER_H_
