// docs/formats/beads.md. Checked by tests/io/bead_reader_test.cc.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "io/unit_writers.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr double kSmallestScore = 0.00005;  // what four decimals cannot tell from 0; its cost is 9.9035

void append_side(std::string& out, const SegmentRange& range) {
  out += '[';
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin) out += ',';
    out += std::to_string(i);
  }
  out += ']';
}

// The cost a bead was read with, or that of the unit's confidence.
std::optional<double> cost_of(const TranslationUnit& unit) {
  for (const auto& [name, value] : unit.properties) {
    double cost = 0;
    if (name != "cost") continue;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), cost);
    if (error == std::errc() && end == value.data() + value.size()) return cost;
  }
  if (!unit.score) return std::nullopt;
  return -std::log(std::max(*unit.score, kSmallestScore));
}

class BeadsWriter : public UnitWriter {
 public:
  BeadsWriter(Sink sink, UnitWriterOptions options)
      : sink_(std::move(sink)), languages_(std::move(options.languages)) {}

  void write(const TranslationUnit& unit) override {
    line_.clear();
    if (languages_.empty())
      for (const Variant& v : unit.variants) append(unit, &v);
    else
      for (const Variant* v : in_columns(unit, languages_)) append(unit, v);
    if (const std::optional<double> cost = cost_of(unit)) {
      line_ += '\t';
      append_number(line_, *cost);
    }
    line_ += '\n';
    sink_.write(line_);
    ++report_.units;
  }

  void finish() override { sink_.commit(); }

 private:
  void append(const TranslationUnit& unit, const Variant* v) {
    if (v != nullptr && !v->source && !v->text.empty())
      throw Error("unit " + unit.id + ": no segment numbers for its '" + v->language.tag() +
                  "' text, so beads cannot be written; only units that come from 'taraz align' have them");
    if (!line_.empty()) line_ += ':';
    append_side(line_, v != nullptr && v->source ? *v->source : SegmentRange{});
  }

  Sink sink_;
  std::vector<Language> languages_;
  std::string line_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_beads_writer(Sink sink, UnitWriterOptions options) {
  return std::make_unique<BeadsWriter>(std::move(sink), std::move(options));
}

std::string bead_line(const Bead& bead) {
  std::string out;
  for (const SegmentRange& side : bead.sides) {
    if (!out.empty()) out += ':';
    append_side(out, side);
  }
  append_number(out += '\t', -std::log(std::max(bead.confidence, kSmallestScore)));
  return out + "\n";
}

}  // namespace taraz
