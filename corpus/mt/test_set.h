// Splits a corpus into train, dev and test by document, without leakage.
#ifndef TARAZ_CORPUS_MT_TEST_SET_H_
#define TARAZ_CORPUS_MT_TEST_SET_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "corpus/mt/duplicates.h"
#include "corpus/translation_unit.h"

namespace taraz {

enum class Part : std::uint8_t { train, dev, test };
std::string_view name_of(Part part);  // "train", "dev", "test"

struct SplitOptions {
  std::size_t test_units = 1000;  // wanted; met to within one document
  std::size_t dev_units = 1000;
  std::uint64_t seed = 1;
  double near_similarity = 0.8;  // units of train this like one of dev or test leave; see duplicates.h
  std::size_t block = 40;        // consecutive units without a document name that count as one document
};

// Three passes over the same units in the same order:
//   plan(u) for all, choose(), hold_out(u) for all (dev and test units come back), train(u) for all.
// Documents are drawn per stratum (source of the document x third of the mean length), in an order fixed by
// the seed. Only complete units take part. Memory: a few words a document, 60 bytes a held-out text. Not
// thread-safe.
class CorpusSplit {
 public:
  explicit CorpusSplit(SplitOptions options) : options_(options), held_out_(options.near_similarity) {}

  void plan(const TranslationUnit& unit);
  // Draws the documents. Throws Error when there are too few documents or units to leave anything for
  // training.
  void choose();
  // The part of a dev or test unit that stays; nothing for units of train, incomplete ones, and units whose
  // text (any language) is already held out, so that test and dev do not repeat each other either.
  std::optional<Part> hold_out(const TranslationUnit& unit);
  // True for units that train keeps: of its documents, complete, and in no language like a held-out text.
  bool train(const TranslationUnit& unit);

  std::size_t leaked() const { return leaked_; }      // units that left train
  std::size_t repeated() const { return repeated_; }  // units that left dev or test
  std::size_t incomplete() const { return incomplete_; }

 private:
  struct Tally {
    std::size_t units = 0, letters = 0;
    std::string source;
    Part part = Part::train;
  };
  std::string document_of(const TranslationUnit& unit);

  SplitOptions options_;
  std::map<std::string, Tally> documents_;
  DuplicateFinder held_out_;
  std::size_t position_ = 0;
  bool training_ = false;
  std::size_t leaked_ = 0, repeated_ = 0, incomplete_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_TEST_SET_H_
