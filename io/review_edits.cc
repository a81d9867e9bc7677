// A line for the page, then a line for every run of changed units: {"at":16,"old":[unit...],"new":[unit...]},
// the units as docs/formats/jsonl.md has them. Checked by tests/io/review_edits_test.cc and the fuzz target.
#include "io/review_edits.h"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "io/review_page.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz {
namespace {

using Json = nlohmann::ordered_json;

constexpr char kNoEdits[] = "not a file of edits; the review page writes one (Export, Edits)";

constexpr int kDepth = 16;  // ours is 6 deep

class EditsReader {
 public:
  explicit EditsReader(Source source) : name_(source.name()), text_(source.read_all()) {}

  // The next line as an object; false at the end.
  bool next(Json& object) {
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      const std::string_view line = std::string_view(text_).substr(at_, end - at_);
      at_ = end + 1;
      ++line_;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      try {
        object = Json::parse(line, [this](int depth, Json::parse_event_t, const Json&) {
          if (depth > kDepth) fail("JSON nested too deeply");
          return true;
        });
      } catch (const Json::exception&) {
        fail(line_ == 1 ? kNoEdits : "not JSON; every line is one object");
      }
      if (!object.is_object()) fail("not a JSON object");
      return true;
    }
    return false;
  }

  [[noreturn]] void fail(const std::string& message) const { throw FormatError(name_, line_, 0, message); }

  std::size_t number(const Json& object, const char* key) const {
    const auto value = object.find(key);
    if (value == object.end() || !value->is_number_unsigned())
      fail(fmt::format("'{}' is no whole number", key));
    return value->get<std::size_t>();
  }

  std::vector<TranslationUnit> units(const Json& object, const char* key) const {
    const auto list = object.find(key);
    if (list == object.end() || !list->is_array()) fail(fmt::format("'{}' is no array of units", key));
    std::string lines;
    for (const Json& unit : *list) lines += unit.dump() + "\n";
    std::vector<TranslationUnit> out;
    try {
      const auto reader = make_unit_reader(UnitFormat::jsonl, Source::of_bytes(name_, std::move(lines)));
      for (TranslationUnit unit; reader->next(unit);) out.push_back(std::move(unit));
    } catch (const FormatError& e) {
      fail(fmt::format("'{}' holds something that is no unit ({})", key, e.what()));
    }
    return out;
  }

 private:
  std::string name_;
  std::string text_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
};

// "en 'Two men…'": what a message shows of a unit.
std::string shown(const TranslationUnit& unit) {
  std::string out;
  for (const Variant& v : unit.variants) {
    std::size_t end = std::min<std::size_t>(v.text.size(), 40);
    while (end < v.text.size() && (static_cast<unsigned char>(v.text[end]) & 0xC0) == 0x80) --end;
    out += fmt::format("{}{} '{}{}'", out.empty() ? "" : ", ", v.language.tag(), v.text.substr(0, end),
                       end < v.text.size() ? "..." : "");
  }
  return out;
}

bool same_texts(const TranslationUnit& a, const TranslationUnit& b) {
  if (a.variants.size() != b.variants.size()) return false;
  for (std::size_t k = 0; k < a.variants.size(); ++k)
    if (a.variants[k].language != b.variants[k].language || a.variants[k].text != b.variants[k].text)
      return false;
  return true;
}

}  // namespace

AppliedEdits apply_review_edits(std::vector<TranslationUnit> units, Source edits) {
  EditsReader reader(std::move(edits));
  AppliedEdits out;
  Json object;
  if (!reader.next(object) || object.value("format", Json()) != "taraz edits") reader.fail(kNoEdits);
  if (object.value("version", Json()) != 1) reader.fail("edits of a newer Taraz; update this one");
  if (const std::size_t count = reader.number(object, "units"); count != units.size())
    reader.fail(
        fmt::format("these edits were made on {} units, but there are {}; name the file the page was made of",
                    count, units.size()));
  out.same_content = object.value("hash", Json()) == content_hash(units);
  std::size_t next = 0;
  const auto keep_until = [&](std::size_t end) {
    for (; next < end; ++next) out.units.push_back(std::move(units[next]));
  };
  while (reader.next(object)) {
    const std::size_t at = reader.number(object, "at");
    const std::vector<TranslationUnit> old = reader.units(object, "old");
    std::vector<TranslationUnit> made = reader.units(object, "new");
    if (at < next || at > units.size() || old.size() > units.size() - at)
      reader.fail("edits out of order, or past the end");
    for (std::size_t i = 0; i < old.size(); ++i)
      if (!same_texts(old[i], units[at + i]))
        reader.fail(fmt::format(
            "unit {} is not the one that was reviewed: {} there, {} here; name the file the page was made of",
            at + i + 1, shown(old[i]), shown(units[at + i])));
    keep_until(at);
    next += old.size();
    out.units.insert(out.units.end(), std::make_move_iterator(made.begin()),
                     std::make_move_iterator(made.end()));
    ++out.changes;
  }
  keep_until(units.size());
  return out;
}

}  // namespace taraz
