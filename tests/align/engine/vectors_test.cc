#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <functional>

#include "align/aligner.h"
#include "align/engine/vector_evidence.h"
#include "align/engine/vector_table.h"
#include "small_worlds.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string bytes_of(const std::vector<float>& values) {
  std::string out(values.size() * sizeof(float), '\0');
  std::memcpy(out.data(), values.data(), out.size());
  return out;
}

std::string message(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

TEST(VectorTable, RejectsWhatIsNotVecalignsFormat) {
  EXPECT_NE(message([] {
              VectorTable("a\nb\nc\n", "t", bytes_of({1, 2, 3, 4}), "v");
            }).find("no float32 rows for the 3 lines"),
            std::string::npos);
  EXPECT_NE(message([] { VectorTable("", "t", bytes_of({1}), "v"); }).find("no text in it"),
            std::string::npos);
  EXPECT_NE(message([] { VectorTable("\xFF\xFE", "t", bytes_of({1}), "v"); }).find("not UTF-8"),
            std::string::npos);
  EXPECT_NE(message([] { VectorTable("a\n", "t", bytes_of({NAN}), "v"); }).find("not finite"),
            std::string::npos);
}

// Texts without a common word: only the vectors can say that line k goes with line k + 2.
TEST(VectorEvidence, AlignsWhatNothingElseCan) {
  constexpr int kDimension = 16;
  const int lines = 40;
  std::vector<std::string> texts[2];
  std::vector<float> values[2];
  for (int k = 0; k < lines; ++k) {
    std::mt19937 random(static_cast<unsigned>(k));
    std::vector<float> v;
    for (int d = 0; d < kDimension; ++d) v.push_back(static_cast<float>(random() % 1000) / 500 - 1);
    for (int side = 0; side < 2; ++side) {
      if (side == 1 && k < 2) continue;
      texts[side].push_back("zz" + std::string(1, static_cast<char>('a' + k % 26)) +
                            std::string(side == 0 ? "q" : "w"));
      texts[side].back() += static_cast<char>('a' + k / 26);
      values[side].insert(values[side].end(), v.begin(), v.end());
    }
  }
  std::shared_ptr<const VectorTable> tables[2];
  for (int side = 0; side < 2; ++side) {
    std::string all;
    for (const std::string& t : texts[side]) all += t + "\n";
    tables[side] = std::make_shared<VectorTable>(all, "t", bytes_of(values[side]), "v");
  }
  const Document a = test::document_of("de", texts[0]);
  const Document b = test::document_of("tr", texts[1]);
  AlignOptions options;
  options.vectors = {tables[0], tables[1]};
  const Document* documents[] = {&a, &b};
  int right = 0;
  const Alignment aligned = Aligner(options).align(documents);
  for (const Bead& bead : aligned.beads())
    right += bead.kind() == "1-1" && bead.sides[0].begin == bead.sides[1].begin + 2;
  EXPECT_GE(right, 36);
}

TEST(VectorEvidence, TablesMustFitTheDocuments) {
  const Document a = test::document_of("de", {"x", "y"});
  const VectorTable other("p\nq\n", "t", bytes_of({1, 0, 0, 1}), "v");
  const VectorTable wide("x\ny\n", "t", bytes_of({1, 0, 0, 1, 1, 1}), "v");
  const VectorTable good("x\ny\n", "t", bytes_of({1, 0, 0, 1}), "v");
  EXPECT_NE(message([&] { VectorEvidence(a, good, a, wide); }).find("must come from one model"),
            std::string::npos);
  EXPECT_NE(message([&] { VectorEvidence(a, good, a, other); }).find("knows 0 of the 2 segments"),
            std::string::npos);
}

}  // namespace
}  // namespace taraz
