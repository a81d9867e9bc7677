// Laws of learning across documents, on an invented language and documents too short to learn from alone.
#include "align/batch_learner.h"

#include <gtest/gtest.h>

#include "align/aligner.h"
#include "align/lexicon/learned_words.h"
#include "align/lexicon/lexicon_file.h"
#include "engine/small_worlds.h"

namespace taraz {
namespace {

using Units = std::vector<std::vector<std::uint32_t>>;

// Units [from, from + 14), of which some are left out.
Units some_of(std::uint32_t from, unsigned seed) {
  std::mt19937 random(seed);
  Units out;
  for (std::uint32_t u = from; u < from + 14; ++u)
    if (random() % 4 != 0) out.push_back({u});
  return out;
}

struct Batch {
  std::vector<Units> units[2];
  std::vector<Document> documents[2];

  explicit Batch(bool swapped = false) {
    for (std::uint32_t d = 0; d < 40; ++d)
      for (unsigned k = 0; k < 2; ++k) {
        const unsigned which = swapped ? 1 - k : k;
        units[k].push_back(some_of(14 * d, 2 * d + which));
        documents[k].push_back(test::document_of(
            which == 0 ? "de" : "tr", test::invented_lines(units[k].back(), which == 0 ? "n" : "r")));
      }
  }

  Alignment align(std::size_t d, const AlignOptions& options) const {
    const Document* both[] = {&documents[0][d], &documents[1][d]};
    return Aligner(options).align(both);
  }

  double right(const AlignOptions& options) const {
    double right = 0;
    double all = 0;
    for (std::size_t d = 0; d < documents[0].size(); ++d) {
      const Alignment found = align(d, options);
      for (const Bead& b : found.beads()) {
        if (!b.complete()) continue;
        all += 1;
        right += b.kind() == "1-1" && units[0][d][b.sides[0].begin] == units[1][d][b.sides[1].begin];
      }
    }
    return right / all;
  }

  std::shared_ptr<const LearnedWords> learned() const {
    BatchLearner learner(documents[0][0].language(), documents[1][0].language(), {});
    for (std::size_t d = 0; d < documents[0].size(); ++d)
      learner.add(documents[0][d], documents[1][d], align(d, {}));
    return learner.learn();
  }
};

TEST(BatchLearner, DocumentsTeachEachOther) {
  const Batch batch;
  AlignOptions again;
  again.learned = {batch.learned()};
  const double alone = batch.right({});
  EXPECT_GT(batch.right(again), alone + 0.05);
}

TEST(BatchLearner, ServesDocumentsInTheOtherOrder) {
  AlignOptions again;
  again.learned = {Batch().learned()};
  const Batch swapped(true);
  EXPECT_GT(swapped.right(again), swapped.right({}) + 0.05);
}

// A lexicon file of what the batch has taught, as another process opens it.
class LearnedFile {
 public:
  explicit LearnedFile(const Batch& batch) {
    BatchLearner learner(batch.documents[0][0].language(), batch.documents[1][0].language(), {});
    for (std::size_t d = 0; d < batch.documents[0].size(); ++d)
      learner.add(batch.documents[0][d], batch.documents[1][d], batch.align(d, {}));
    bytes = encode_lexicon(learner.lexicon());
    aligned.resize((bytes.size() + 7) / 8);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(aligned.data()));
  }
  std::shared_ptr<const Lexicon> open() const {
    return std::make_shared<Lexicon>(
        std::string_view(reinterpret_cast<const char*>(aligned.data()), bytes.size()), "learned");
  }
  std::string bytes;
  std::vector<std::uint64_t> aligned;
};

TEST(BatchLearner, ALexiconFileTeachesAsMuchInEitherOrder) {
  const Batch batch;
  const LearnedFile file(batch);
  AlignOptions again;
  again.lexicons = {file.open()};
  EXPECT_GT(batch.right(again), batch.right({}) + 0.05);
  const Batch swapped(true);
  EXPECT_GT(swapped.right(again), swapped.right({}) + 0.05);
  EXPECT_EQ(LearnedFile(batch).bytes, file.bytes);
}

TEST(BatchLearner, SameDocumentsTeachTheSame) {
  const Batch batch;
  const auto a = batch.learned();
  const auto b = batch.learned();
  EXPECT_EQ(a->table().links, b->table().links);
  EXPECT_EQ(a->table().second, b->table().second);
}

TEST(BatchLearner, WordsOfOtherLanguagesAreLeftAlone) {
  AlignOptions again;
  again.learned = {std::make_shared<LearnedWords>(Language::parse("sv"), Language::parse("tr"),
                                                  std::array<std::vector<std::string>, 2>{}, Model1Table{})};
  const Batch batch;
  const auto there = batch.align(0, again);
  const auto before = batch.align(0, {});
  EXPECT_TRUE(
      std::equal(there.beads().begin(), there.beads().end(), before.beads().begin(), before.beads().end()));
}

TEST(BatchLearner, NothingLearnedChangesNothing) {
  const Batch batch;
  BatchLearner learner(batch.documents[0][0].language(), batch.documents[1][0].language(), {});
  AlignOptions again;
  again.learned = {learner.learn()};
  const auto there = batch.align(0, again);
  const auto before = batch.align(0, {});
  EXPECT_EQ(learner.beads(), 0U);
  EXPECT_TRUE(
      std::equal(there.beads().begin(), there.beads().end(), before.beads().begin(), before.beads().end()));
}

}  // namespace
}  // namespace taraz
