// Laws of the whole engine, on an invented language whose words can be learned from the text alone.
#include "align/aligner.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "align/lexicon/dictionary.h"
#include "small_worlds.h"

namespace taraz {
namespace {

using Units = std::vector<std::vector<std::uint32_t>>;

Units spoiled(std::uint32_t units, unsigned seed) {
  std::mt19937 random(seed);
  Units out;
  for (std::uint32_t u = 0; u < units; ++u) {
    if (random() % 20 == 0) continue;
    if (!out.empty() && out.back().size() == 1 && random() % 10 == 0)
      out.back().push_back(u);
    else
      out.push_back({u});
  }
  return out;
}

Document invented(const std::string& language, const Units& units) {
  return test::document_of(language, test::invented_lines(units, language == "de"   ? "n"
                                                                 : language == "tr" ? "r"
                                                                                    : "s"));
}

Alignment align(std::vector<const Document*> documents, AlignOptions options = {}) {
  return Aligner(std::move(options)).align(documents);
}

std::vector<std::vector<SegmentRange>> complete_beads(const Alignment& a) {
  std::vector<std::vector<SegmentRange>> out;
  for (const Bead& b : a.beads())
    if (b.complete()) out.push_back(b.sides);
  return out;
}

double share_right(const Alignment& a, const Units& x, const Units& y) {
  double right = 0;
  double all = 0;
  for (const Bead& b : a.beads()) {
    if (!b.complete()) continue;
    std::vector<std::uint32_t> u[2];
    for (std::uint32_t i = b.sides[0].begin; i < b.sides[0].end; ++i)
      u[0].insert(u[0].end(), x[i].begin(), x[i].end());
    for (std::uint32_t i = b.sides[1].begin; i < b.sides[1].end; ++i)
      u[1].insert(u[1].end(), y[i].begin(), y[i].end());
    right += u[0] == u[1];
    ++all;
  }
  return all > 0 ? right / all : 0;
}

TEST(Aligner, LearnsALanguageFromTheTextItself) {
  const Units x = spoiled(400, 1);
  const Units y = spoiled(400, 2);
  const Document a = invented("de", x);
  const Document b = invented("tr", y);
  EXPECT_GT(share_right(align({&a, &b}), x, y), 0.8);
}

TEST(Aligner, TransposedDocumentsGiveTheTransposedAlignment) {
  const Document a = invented("de", spoiled(120, 3));
  const Document b = invented("tr", spoiled(120, 4));
  auto there = complete_beads(align({&a, &b}));
  const auto back = complete_beads(align({&b, &a}));
  for (auto& sides : there) std::swap(sides[0], sides[1]);
  EXPECT_EQ(there, back);
}

TEST(Aligner, ResultDoesNotDependOnTheThreads) {
  const Document a = invented("de", spoiled(3000, 5));
  const Document b = invented("tr", spoiled(3000, 6));
  AlignOptions one;
  one.threads = 1;
  AlignOptions many;
  many.threads = 4;
  const Alignment x = align({&a, &b}, one);
  const Alignment y = align({&a, &b}, many);
  EXPECT_TRUE(std::equal(x.beads().begin(), x.beads().end(), y.beads().begin(), y.beads().end()));
}

TEST(Aligner, NoBeadReachesOverABoundary) {
  std::vector<std::string> lines[2];
  for (int k = 0; k < 2; ++k) {
    const std::string suffix = k == 0 ? "n" : "r";
    for (int chapter = 0; chapter < 3; ++chapter) {
      lines[k].push_back("chapter " + std::to_string(chapter + 1));
      Units units;
      for (std::uint32_t u = 0; u < 20; ++u)
        if (k == 0 || chapter != 1) units.push_back({static_cast<std::uint32_t>(chapter) * 50 + u});
      for (const std::string& line : test::invented_lines(units, suffix)) lines[k].push_back(line);
    }
  }
  const Document a = test::document_of("de", lines[0]);
  const Document b = test::document_of("tr", lines[1]);
  AlignOptions options;
  options.boundary = "chapter [0-9]+";
  const Alignment aligned = align({&a, &b}, options);
  for (const Bead& bead : aligned.beads())
    for (const std::uint32_t start : {21U, 42U}) {
      const std::uint32_t other = start == 21 ? 21 : 22;
      EXPECT_FALSE(bead.sides[0].begin < start && bead.sides[0].end > start);
      if (bead.complete()) {
        EXPECT_EQ(bead.sides[0].begin < start, bead.sides[1].begin < other);
      }
    }
}

TEST(Aligner, AlignsThreeLanguagesInOneGo) {
  const Units x = spoiled(150, 7);
  const Units y = spoiled(150, 8);
  const Units z = spoiled(150, 9);
  const Document a = invented("de", x);
  const Document b = invented("tr", y);
  const Document c = invented("nl", z);
  const Document* documents[] = {&a, &b, &c};
  const JointAlignment all = Aligner().align_jointly(documents);
  ASSERT_EQ(all.pairs.size(), 3U);
  EXPECT_EQ(all.joint.sides(), 3U);
  EXPECT_GT(share_right(all.pairs[0], x, y), 0.8);
}

TEST(Aligner, SameTextThreeTimesGivesTheIdentity) {
  Units units;
  for (std::uint32_t u = 0; u < 60; ++u) units.push_back({u});
  const Document a = invented("de", units);
  const Alignment all = align({&a, &a, &a});
  ASSERT_EQ(all.beads().size(), 60U);
  for (std::uint32_t k = 0; k < 60; ++k)
    for (const SegmentRange& side : all.beads()[k].sides) EXPECT_EQ(side, (SegmentRange{k, k + 1}));
}

// What lies beyond a boundary does not matter but for the words and rates learned from it: where the words
// are known, parts joined at a boundary are aligned as they are alone.
TEST(Aligner, PartsJoinedAtABoundaryGiveTheirAlignmentsJoined) {
  AlignOptions options;
  options.boundary = "chapter [0-9]+";
  std::vector<std::string> joined[2];
  std::vector<std::vector<SegmentRange>> expected;
  for (unsigned part = 0; part < 3; ++part) {
    std::vector<std::string> lines[2];
    for (unsigned k = 0; k < 2; ++k) {
      Units units;
      for (const auto& line : spoiled(40, 20 + 2 * part + k)) {
        units.emplace_back();
        for (const std::uint32_t u : line) units.back().push_back(100 * part + u);
      }
      lines[k] = test::invented_lines(units, "n");
      lines[k].insert(lines[k].begin(), "chapter " + std::to_string(part + 1));
    }
    const Document a = test::document_of("de", lines[0]);
    const Document b = test::document_of("nl", lines[1]);
    const auto beads = complete_beads(align({&a, &b}, options));
    EXPECT_GT(beads.size(), 25U);
    for (const auto& sides : beads) {
      expected.push_back(sides);
      for (unsigned k = 0; k < 2; ++k) {
        expected.back()[k].begin += static_cast<std::uint32_t>(joined[k].size());
        expected.back()[k].end += static_cast<std::uint32_t>(joined[k].size());
      }
    }
    for (unsigned k = 0; k < 2; ++k) joined[k].insert(joined[k].end(), lines[k].begin(), lines[k].end());
  }
  const Document a = test::document_of("de", joined[0]);
  const Document b = test::document_of("nl", joined[1]);
  EXPECT_EQ(complete_beads(align({&a, &b}, options)), expected);
}

// A part that has nothing to do with the other side is a gap, and does not bend the way before and behind it.
TEST(Aligner, UnrelatedPartsAreGaps) {
  Units x;
  Units y;
  for (std::uint32_t u = 0; u < 700; ++u) {
    if (u != 350) {
      x.push_back({u});
      y.push_back({u});
    } else {
      for (std::uint32_t k = 0; k < 300; ++k) x.push_back({10000 + k});
      for (std::uint32_t k = 0; k < 250; ++k) y.push_back({20000 + k});
    }
  }
  std::vector<std::string> first = test::invented_lines(x, "n");
  for (std::size_t k = 350; k < 650; ++k)
    first[k] = "Nothing of this is said " + std::to_string(k) + " there";
  const Document a = test::document_of("de", first);
  const Document b = test::document_of("nl", test::invented_lines(y, "n"));
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (const auto& sides : complete_beads(align({&a, &b}))) {
    const bool same = x[sides[0].begin] == y[sides[1].begin] && sides[0].size() == 1 && sides[1].size() == 1;
    (same ? right : wrong) += 1;
  }
  EXPECT_GE(right, 690U);
  EXPECT_LE(wrong, 10U);
}

TEST(Aligner, ConfidencesAreProbabilities) {
  const Document a = invented("de", spoiled(200, 10));
  const Document b = invented("tr", spoiled(200, 11));
  const Alignment aligned = align({&a, &b});
  for (const Bead& bead : aligned.beads()) {
    EXPECT_GE(bead.confidence, 0.0);
    EXPECT_LE(bead.confidence, 1.0);
  }
}

TEST(Aligner, ExplanationsAddUpAndNameTheWords) {
  const Document a = test::document_of("en", {"The contract number is 48213.", "It rains."});
  const Document b = test::document_of("de", {"Die Vertragsnummer ist 48213.", "Es regnet."});
  AlignOptions options;
  options.explain = true;
  const Document* documents[] = {&a, &b};
  const JointAlignment aligned = Aligner(options).align_jointly(documents);
  ASSERT_EQ(aligned.explanations.size(), 1U);
  ASSERT_EQ(aligned.explanations[0].size(), aligned.pairs[0].beads().size());
  const BeadExplanation& first = aligned.explanations[0][0];
  double sum = 0;
  for (const auto& [part, value] : first.parts) sum += value;
  EXPECT_NEAR(sum, -aligned.pairs[0].beads()[0].cost, 1e-2);
}

TEST(Aligner, DictionaryDecidesWhereNothingElseSpeaks) {
  // Lines of equal length and shape; only the dictionary knows that the first line is missing on the right.
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::string list;
  for (int k = 0; k < 24; ++k) {
    const std::string letters{static_cast<char>('a' + k), static_cast<char>('b' + k % 9),
                              static_cast<char>('k' + k % 7)};
    left.push_back("xa" + letters + " xe" + letters + " xi" + letters);
    if (k > 0) right.push_back("ya" + letters + "p ye" + letters + "p yi" + letters + "p");
    for (const char* vowel : {"a", "e", "i"})
      list += "x" + (vowel + letters) + "\ty" + (vowel + letters) + "p\n";
  }
  const Document a = test::document_of("de", left);
  const Document b = test::document_of("tr", right);
  AlignOptions options;
  options.dictionaries.push_back(
      {a.language(), b.language(), std::make_shared<Dictionary>(Dictionary::parse(list, "list"))});
  int hits = 0;
  const Alignment aligned = align({&a, &b}, options);
  for (const Bead& bead : aligned.beads())
    hits += bead.kind() == "1-1" && bead.sides[0].begin == bead.sides[1].begin + 1;
  EXPECT_GE(hits, 20);
}

// Pathological texts: the beads partition both sides (Alignment checks that) and the work stays linear.
class Pathological
    : public testing::TestWithParam<std::pair<std::vector<std::string>, std::vector<std::string>>> {};

TEST_P(Pathological, IsAligned) {
  const Document a = test::document_of("en", GetParam().first);
  const Document b = test::document_of("fa", GetParam().second);
  const Alignment aligned = align({&a, &b});
  EXPECT_EQ(aligned.size(0), a.size());
  EXPECT_EQ(aligned.size(1), b.size());
}

std::vector<std::string> repeat(const std::string& line, std::size_t times) {
  return std::vector<std::string>(times, line);
}
std::vector<std::string> all_empty_but_one(std::size_t times) {
  std::vector<std::string> out(times);
  out[times / 2] = "The only line.";
  return out;
}

std::vector<std::string> numbers(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t k = 0; k < count; ++k) out.push_back(std::to_string(k * 7919 % count));
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Pathological,
    testing::Values(std::pair(repeat("", 0), repeat("", 0)), std::pair(repeat("a", 300), repeat("", 0)),
                    std::pair(repeat("", 0), repeat("a", 300)),
                    std::pair(repeat("Same line.", 500), repeat("خط", 480)),
                    std::pair(all_empty_but_one(500), all_empty_but_one(500)),
                    std::pair(repeat("word", 3000), repeat("واژه", 3000)),
                    std::pair(repeat("word", 2600), repeat("", 0)), std::pair(numbers(2500), numbers(2540)),
                    std::pair(repeat("Same line.", 3000), repeat("خط", 100)),
                    std::pair(repeat("a", 1), repeat("یک خط بلند است", 500)),
                    std::pair(std::vector<std::string>{std::string(200000, 'x')}, repeat("ب", 3))));

}  // namespace
}  // namespace taraz
