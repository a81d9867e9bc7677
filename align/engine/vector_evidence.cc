#include "align/engine/vector_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::uint32_t kLongest = 8;

double cosine(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += static_cast<double>(a[k]) * b[k];
  return sum;
}

}  // namespace

VectorEvidence::VectorEvidence(const Document& first, const VectorTable& first_vectors,
                               const Document& second, const VectorTable& second_vectors)
    : tables_{&first_vectors, &second_vectors} {
  if (first_vectors.dimension() != second_vectors.dimension())
    throw Error(
        fmt::format("--vectors: {} numbers a row for {}, but {} for {}; both must come from one model",
                    first_vectors.dimension(), first.id(), second_vectors.dimension(), second.id()));
  const Document* documents[2] = {&first, &second};
  for (int k = 0; k < 2; ++k) {
    const Document& d = *documents[k];
    rows_[k].assign(static_cast<std::size_t>(d.size()) * kLongest, VectorTable::kNone);
    std::size_t known = 0;
    for (std::uint32_t i = 0; i < d.size(); ++i)
      for (std::uint32_t w = 1; w <= kLongest && i + w <= d.size(); ++w) {
        const std::uint32_t row = tables_[k]->find(d.text_of({i, i + w}));
        rows_[k][i * kLongest + w - 1] = row;
        known += w == 1 && row != VectorTable::kNone;
      }
    if (known * 2 < d.size())
      throw Error(fmt::format(
          "--vectors: the text file knows {} of the {} segments of {}; make it from the same segments "
          "(taraz segment {})",
          known, d.size(), d.id(), d.id()));
  }
  std::mt19937 random(1);
  double sum = 0;
  double square = 0;
  std::size_t count = 0;
  for (int draw = 0; draw < 4000 && first.size() > 0 && second.size() > 0; ++draw) {
    const std::uint32_t a = rows_[0][random() % first.size() * kLongest];
    const std::uint32_t b = rows_[1][random() % second.size() * kLongest];
    if (a == VectorTable::kNone || b == VectorTable::kNone) continue;
    const double c = cosine(tables_[0]->row(a), tables_[1]->row(b));
    sum += c;
    square += c * c;
    ++count;
  }
  if (count > 1) {
    mean_ = sum / static_cast<double>(count);
    deviation_ = std::sqrt(std::max(1e-6, square / static_cast<double>(count) - mean_ * mean_));
  }
}

double VectorEvidence::log_odds(std::uint32_t first, std::uint32_t m, std::uint32_t second,
                                std::uint32_t n) const {
  if (m > kLongest || n > kLongest) return 0;
  const std::uint32_t a = rows_[0][first * kLongest + m - 1];
  const std::uint32_t b = rows_[1][second * kLongest + n - 1];
  if (a == VectorTable::kNone || b == VectorTable::kNone) return 0;
  // Chance pairs lie within two deviations; a translation lies far above.
  const double z = (cosine(tables_[0]->row(a), tables_[1]->row(b)) - mean_) / deviation_;
  return std::clamp(z - 2, -3.0, 5.0) * 0.5 * (m + n);
}

}  // namespace taraz
