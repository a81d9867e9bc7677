// Documents are the unit of drawing because sentences of one text help to translate each other. Each stratum
// gives its share of units; what a stratum gives too much or too little (documents do not fit exactly) is
// carried to the next. Tested by tests/corpus/mt/test_set_test.cc.
#include "corpus/mt/test_set.h"

#include <xxhash.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// "nytimes.184853" and "un/2001/5" are of the sources "nytimes" and "un"; the property "corpus" says it
// outright.
std::string source_of(const TranslationUnit& unit) {
  for (const auto& [key, value] : unit.properties)
    if (key == "corpus") return value;
  return unit.document.substr(0, unit.document.find_first_of("./"));
}

struct Candidate {
  std::uint64_t order;  // a hash of seed and name: the shuffle
  const std::string* name;
  std::size_t units;
};

}  // namespace

std::string_view name_of(Part part) {
  return part == Part::train ? "train" : part == Part::dev ? "dev" : "test";
}

std::string CorpusSplit::document_of(const TranslationUnit& unit) {
  const std::size_t position = position_++;
  if (!unit.document.empty()) return unit.document;
  return "\x01" + std::to_string(position / options_.block);  // cannot be a document's name
}

void CorpusSplit::plan(const TranslationUnit& unit) {
  const std::string name = document_of(unit);
  if (unit.variants.size() < 2 || !unit.complete()) {
    ++incomplete_;
    return;
  }
  Tally& t = documents_[name];
  if (t.units++ == 0) t.source = source_of(unit);
  t.letters += count_code_points(unit.variants.front().text);
}

void CorpusSplit::choose() {
  position_ = 0;
  std::size_t total = 0;
  std::vector<double> lengths;
  for (const auto& [name, t] : documents_) {
    total += t.units;
    lengths.push_back(static_cast<double>(t.letters) / static_cast<double>(t.units));
  }
  const std::size_t wanted = options_.test_units + options_.dev_units;
  if (documents_.size() < 3 || total <= wanted)
    throw Error("cannot split " + std::to_string(total) + " complete units of " +
                std::to_string(documents_.size()) +
                " documents into test, dev and train; ask for fewer units with --test and --dev");
  std::sort(lengths.begin(), lengths.end());
  const double low = lengths[lengths.size() / 3], high = lengths[lengths.size() * 2 / 3];

  std::map<std::pair<std::string, int>, std::vector<Candidate>> strata;
  for (const auto& [name, t] : documents_) {
    const double mean = static_cast<double>(t.letters) / static_cast<double>(t.units);
    strata[{t.source, (mean >= low) + (mean >= high)}].push_back(
        {XXH3_64bits_withSeed(name.data(), name.size(), options_.seed), &name, t.units});
  }
  double owed_test = 0, owed_dev = 0;  // units that the strata so far should have given and did not
  for (auto& [key, list] : strata) {
    std::sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.order, *a.name) < std::tie(b.order, *b.name);
    });
    double units = 0;
    for (const Candidate& c : list) units += static_cast<double>(c.units);
    owed_test += units * static_cast<double>(options_.test_units) / static_cast<double>(total);
    owed_dev += units * static_cast<double>(options_.dev_units) / static_cast<double>(total);
    for (const Candidate& c : list) {
      const double half = static_cast<double>(c.units) / 2;
      const bool test = owed_test >= half && owed_test >= owed_dev;
      if (!test && owed_dev < half && owed_test < half) continue;
      if (test || owed_dev < half) {
        documents_[*c.name].part = Part::test;
        owed_test -= static_cast<double>(c.units);
      } else {
        documents_[*c.name].part = Part::dev;
        owed_dev -= static_cast<double>(c.units);
      }
    }
  }
}

std::optional<Part> CorpusSplit::hold_out(const TranslationUnit& unit) {
  const auto it = documents_.find(document_of(unit));
  if (it == documents_.end() || it->second.part == Part::train || unit.variants.size() < 2 ||
      !unit.complete())
    return std::nullopt;
  // First all, then add all: two references of one unit may well be alike.
  const bool repeats = std::any_of(unit.variants.begin(), unit.variants.end(),
                                   [&](const Variant& v) { return held_out_.look_up(v.text) != Seen::no; });
  for (const Variant& v : unit.variants) held_out_.add_always(v.text);
  if (repeats) {
    ++repeated_;
    return std::nullopt;
  }
  return it->second.part;
}

bool CorpusSplit::train(const TranslationUnit& unit) {
  if (position_ > 0 && !training_) position_ = 0;
  training_ = true;
  const auto it = documents_.find(document_of(unit));
  if (it == documents_.end() || it->second.part != Part::train || unit.variants.size() < 2 ||
      !unit.complete())
    return false;
  const bool leaks = std::any_of(unit.variants.begin(), unit.variants.end(),
                                 [&](const Variant& v) { return held_out_.look_up(v.text) != Seen::no; });
  leaked_ += leaks;
  return !leaks;
}

}  // namespace taraz
