// One output per pair of languages: what bilingual translation memories need.
#include <array>
#include <string>
#include <utility>

#include "corpus/unit_languages.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace taraz {
namespace {

class PairsWriter : public UnitWriter {
 public:
  PairsWriter(UnitFormat format, const std::string& path, const UnitWriterOptions& options)
      : languages_(options.languages) {
    for (std::size_t a = 0; a < languages_.size(); ++a)
      for (std::size_t b = a + 1; b < languages_.size(); ++b) {
        UnitWriterOptions own = options;
        own.languages = {languages_[a], languages_[b]};
        writers_.push_back(
            make_unit_writer(format, Sink(pair_path(path, languages_[a], languages_[b])), own));
      }
  }

  void write(const TranslationUnit& unit) override {
    const std::size_t n = languages_.size();
    std::vector<std::size_t> at(n, unit.variants.size());  // the variant of each language
    for (std::size_t v = unit.variants.size(); v-- > 0;)
      for (std::size_t k = 0; k < n; ++k)
        if (languages_[k] == unit.variants[v].language) at[k] = v;
    std::size_t w = 0;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b, ++w) {
        if (at[a] == unit.variants.size() || at[b] == unit.variants.size()) continue;
        TranslationUnit pair{.id = unit.id,
                             .variants = {unit.variants[at[a]], unit.variants[at[b]]},
                             .score = unit.score,
                             .kind = kind_of_sides(unit.kind, unit.variants.size(), std::array{at[a], at[b]}),
                             .document = unit.document,
                             .properties = unit.properties};
        if (pair.variants[0].text.empty() && pair.variants[1].text.empty()) continue;
        writers_[w]->write(pair);
      }
  }

  void finish() override {
    for (const auto& writer : writers_) {
      writer->finish();
      report_.units += writer->report().units;
      report_.incomplete += writer->report().incomplete;
      report_.characters += writer->report().characters;
    }
  }

 private:
  std::vector<Language> languages_;
  std::vector<std::unique_ptr<UnitWriter>> writers_;
};

}  // namespace

std::string pair_path(const std::string& path, const Language& first, const Language& second) {
  std::string stem = path, ending;
  const std::size_t name = path.rfind('/') + 1;
  if (stem.ends_with(".gz")) ending = ".gz", stem.resize(stem.size() - 3);
  if (const std::size_t dot = stem.rfind('.'); dot != std::string::npos && dot > name) {
    ending = stem.substr(dot) + ending;
    stem.resize(dot);
  }
  return stem + "." + first.tag() + "-" + second.tag() + ending;
}

std::unique_ptr<UnitWriter> make_pairs_writer(UnitFormat format, const std::string& path,
                                              UnitWriterOptions options) {
  if (path == "-") throw UsageError("--pairs writes several files; name the output with -o OUT");
  return std::make_unique<PairsWriter>(format, path, options);
}

}  // namespace taraz
