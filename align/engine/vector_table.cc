#include "align/engine/vector_table.h"

#include <fmt/format.h>

#include <cmath>
#include <cstring>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::string spaced(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_white_space(c))
      append_utf8(out, c);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

VectorTable::VectorTable(std::string_view texts, const std::string& texts_name, std::string_view rows,
                         const std::string& rows_name) {
  if (const auto bad = first_invalid_byte(texts)) {
    std::size_t line = 1;
    for (std::size_t k = 0; k < *bad; ++k) line += texts[k] == '\n';
    throw FormatError(texts_name, line, 0,
                      "not UTF-8; the text file of --vectors comes first, the vectors after the colon");
  }
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < texts.size();) {
    const std::size_t end = std::min(texts.find('\n', at), texts.size());
    lines.push_back(texts.substr(at, end - at));
    at = end + 1;
  }
  if (lines.empty())
    throw FormatError(texts_name, 0, 0, "no text in it; --vectors needs a line for every vector");
  rows_ = lines.size();
  if (rows.empty() || rows.size() % 4 != 0 || rows.size() / 4 % rows_ != 0)
    throw Error(fmt::format(
        "{}: {} bytes are no float32 rows for the {} lines of {}; vecalign's format is raw float32 "
        "without a header, one row a line",
        rows_name, rows.size(), rows_, texts_name));
  dimension_ = rows.size() / 4 / rows_;
  values_.resize(rows_ * dimension_);
  std::memcpy(values_.data(), rows.data(), rows.size());
  for (std::size_t r = 0; r < rows_; ++r) {
    double square = 0;
    for (std::size_t k = 0; k < dimension_; ++k)
      square += static_cast<double>(values_[r * dimension_ + k]) * values_[r * dimension_ + k];
    if (!std::isfinite(square))
      throw Error(
          fmt::format("{}: row {} holds a number that is not finite; are these float32 values of this "
                      "machine's byte order?",
                      rows_name, r + 1));
    const auto scale = static_cast<float>(square > 0 ? 1 / std::sqrt(square) : 0);
    for (std::size_t k = 0; k < dimension_; ++k) values_[r * dimension_ + k] *= scale;
    index_.emplace(spaced(lines[r]), static_cast<std::uint32_t>(r));
  }
}

std::uint32_t VectorTable::find(std::string_view text) const {
  const auto at = index_.find(spaced(text));
  return at == index_.end() ? kNone : at->second;
}

}  // namespace taraz
