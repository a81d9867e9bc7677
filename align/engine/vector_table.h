// Sentence vectors that a user made with an outside program, in the format of vecalign: a text file with a
// line for every text (single segments and concatenations of neighbours, joined by a space), and a file of
// float32 rows without a header, little-endian, one row a line.
#ifndef TARAZ_ALIGN_ENGINE_VECTOR_TABLE_H_
#define TARAZ_ALIGN_ENGINE_VECTOR_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace taraz {

class VectorTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // `texts` are the bytes of the text file, `rows` of the vectors; the names are for messages. Throws Error
  // when the sizes do not fit together or a number is not finite, FormatError when the text is not UTF-8 or
  // empty. O(bytes).
  VectorTable(std::string_view texts, const std::string& texts_name, std::string_view rows,
              const std::string& rows_name);

  std::size_t size() const { return rows_; }
  std::size_t dimension() const { return dimension_; }
  // The row of a text, or kNone. White space is compared as single spaces.
  std::uint32_t find(std::string_view text) const;
  // Of length 1, or all 0.
  std::span<const float> row(std::uint32_t index) const {
    return std::span(values_).subspan(index * dimension_, dimension_);
  }

 private:
  std::size_t rows_ = 0;
  std::size_t dimension_ = 0;
  std::vector<float> values_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_VECTOR_TABLE_H_
