// bead = side 1*(":" side) [":" cost] [TAB cost-or-anything]; side = "[" [index *("," index)] "]", spaces
// anywhere. Checked by tests/io/bead_reader_test.cc and the fuzz target.
#include "io/bead_reader.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "io/unit_readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::optional<double> parse_cost(std::string_view text) {
  text = trim(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// Beads as units without text; the cost is kept as a property.
class BeadsUnitReader : public UnitReader {
 public:
  BeadsUnitReader(Source source, std::vector<Language> languages)
      : beads_(std::move(source)), languages_(std::move(languages)) {}

  bool next(TranslationUnit& unit) override {
    BeadIndices bead;
    if (!beads_.next(bead)) return false;
    unit = {};
    unit.id = std::to_string(++count_);
    if (languages_.empty()) languages_.resize(bead.size());
    if (languages_.size() != bead.size())
      throw FormatError(beads_.name(), beads_.line(), 0,
                        std::to_string(bead.size()) + " sides, but " + std::to_string(languages_.size()) +
                            " languages are named");
    ends_.resize(bead.size());
    for (std::size_t k = 0; k < bead.size(); ++k) {
      SegmentRange range{ends_[k], ends_[k]};
      if (!bead[k].empty()) range = {bead[k].front(), bead[k].back() + 1};
      for (std::size_t i = 0; i < bead[k].size(); ++i)
        if (bead[k][i] != range.begin + i || bead[k][i] == UINT32_MAX)
          throw FormatError(beads_.name(), beads_.line(), 0,
                            "segment " + std::to_string(bead[k][i]) +
                                " does not follow the one before it; a unit holds consecutive segments only");
      ends_[k] = range.end;
      if (k > 0) unit.kind += '-';
      unit.kind += std::to_string(range.size());
      unit.variants.push_back({languages_[k], "", range});
    }
    if (beads_.cost()) {
      char text[32];
      const auto [end, error] = std::to_chars(text, text + sizeof text, *beads_.cost());
      if (error == std::errc()) unit.properties.emplace_back("cost", std::string(text, end));
    }
    return true;
  }

 private:
  BeadReader beads_;
  std::vector<Language> languages_;
  std::vector<std::uint32_t> ends_;
  std::size_t count_ = 0;
};

}  // namespace

BeadReader::BeadReader(Source source) : lines_(TextReader(std::move(source))) {}

void BeadReader::fail(std::size_t at, const std::string& message) const {
  throw FormatError(lines_.name(), lines_.number(), at + 1, message);
}

// Reads "[1, 2]" at `at` and returns the place after it.
std::size_t BeadReader::read_side(std::string_view line, std::size_t at,
                                  std::vector<std::uint32_t>& side) const {
  const auto skip = [&] { at = std::min(line.find_first_not_of(' ', at), line.size()); };
  skip();
  if (at >= line.size() || line[at] != '[') fail(at, "not a bead; a line looks like [0]:[0,1]");
  ++at;
  for (bool separated = true;;) {
    skip();
    if (at >= line.size()) fail(at, "a '[' without its ']'");
    if (line[at] == ']') return at + 1;
    if (line[at] == ',') {
      separated = true;
      ++at;
      continue;
    }
    std::uint32_t index = 0;
    const auto [end, error] = std::from_chars(line.data() + at, line.data() + line.size(), index);
    if (error != std::errc() || !separated)
      fail(at, "not a segment index; they are whole numbers with commas between");
    side.push_back(index);
    separated = false;
    at = static_cast<std::size_t>(end - line.data());
  }
}

bool BeadReader::next(BeadIndices& bead) {
  std::string_view line;
  do {
    if (!lines_.next(line)) return false;
  } while (trim(line).empty() || line.starts_with('#'));
  bead.clear();
  cost_.reset();
  const std::size_t tab = line.find('\t');
  if (tab != std::string_view::npos) cost_ = parse_cost(line.substr(tab + 1));
  line = line.substr(0, tab);
  for (std::size_t at = 0;;) {
    bead.emplace_back();
    at = read_side(line, at, bead.back());
    at = line.find_first_not_of(' ', at);
    if (at >= line.size()) break;
    if (line[at] != ':') fail(at, "not a bead; a line looks like [0]:[0,1]");
    ++at;
    const std::size_t next = line.find_first_not_of(' ', at);
    if (bead.size() >= 2 && (next >= line.size() || line[next] != '[')) {
      cost_ = parse_cost(line.substr(at));
      if (!cost_) fail(at, "not a cost");
      break;
    }
  }
  if (bead.size() < 2) fail(0, "a bead has two sides or more, such as [0]:[0,1]");
  if (sides_ == 0) sides_ = bead.size();
  if (bead.size() != sides_)
    fail(0, std::to_string(bead.size()) + " sides, but the first bead has " + std::to_string(sides_));
  return true;
}

std::unique_ptr<UnitReader> make_beads_unit_reader(Source source, UnitReaderOptions options) {
  return std::make_unique<BeadsUnitReader>(std::move(source), std::move(options.languages));
}

}  // namespace taraz
