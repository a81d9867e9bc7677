// docs/formats/jsonl.md; also the objects {"translation": {"en": "...", "fa": "..."}} of Hugging Face data
// sets. Checked by tests/io/unit_round_trip_test.cc, tests/io/jsonl_reader_test.cc and the fuzz target.
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "io/line_reader.h"
#include "io/unit_readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDepth = 16;  // ours is 3 deep; foreign objects become properties

class JsonlReader : public UnitReader {
 public:
  JsonlReader(Source source, UnitReaderOptions options)
      : lines_(TextReader(std::move(source), std::move(options.decode))) {}

  bool next(TranslationUnit& unit) override {
    std::string_view line;
    do {
      if (!lines_.next(line)) return false;
    } while (trim(line).empty());
    ++count_;
    const Json object = parse(line);
    unit = {};
    if (!object.is_object()) fail("not a JSON object");
    for (const auto& [key, value] : object.items()) take(key, value, unit);
    if (unit.id.empty()) unit.id = std::to_string(count_);
    return true;
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::size_t column = 0) const {
    throw FormatError(lines_.name(), lines_.number(), column, message);
  }

  Json parse(std::string_view line) const {
    try {
      return Json::parse(line, [this](int depth, Json::parse_event_t, const Json&) {
        if (depth > kDepth) fail("JSON nested too deeply");
        return true;
      });
    } catch (const Json::parse_error& e) {
      fail("not JSON; every line is one object", e.byte);
    } catch (const Json::exception&) {
      fail("a number out of range");
    }
  }

  // Strings without NUL, which is no text.
  std::string text_of(const Json& value, const std::string& key) const {
    if (!value.is_string()) fail("'" + key + "' is not a string");
    std::string out = value.get<std::string>();
    if (out.find('\0') != std::string::npos) fail("'" + key + "' holds a NUL character");
    return out;
  }

  Language language_of(const std::string& tag) const {
    if (!Language::is_tag(tag))
      fail("'" + tag.substr(0, 40) + "' is not a language tag such as fa, ar or en-GB");
    return Language::parse(tag);
  }

  void take(const std::string& key, const Json& value, TranslationUnit& unit) const {
    if (value.is_null()) return;
    if (key == "variants") {
      if (!value.is_array()) fail("'variants' is not an array");
      for (const Json& v : value) take_variant(v, unit);
    } else if (key == "translation" && value.is_object()) {
      for (const auto& [tag, text] : value.items())
        unit.variants.push_back({language_of(tag), std::string(trim(text_of(text, tag))), {}});
    } else if (key == "id") {
      unit.id = value.is_number() ? value.dump() : text_of(value, key);
    } else if (key == "kind") {
      unit.kind = text_of(value, key);
    } else if (key == "document") {
      unit.document = text_of(value, key);
    } else if (key == "score") {
      if (!value.is_number() || !(value.get<double>() >= 0.0 && value.get<double>() <= 1.0))
        fail("'score' is no number from 0 to 1");
      unit.score = value.get<double>() == 0.0 ? 0.0 : value.get<double>();
    } else if (key == "properties") {
      if (!value.is_object()) fail("'properties' is not an object");
      for (const auto& [name, text] : value.items()) take_property(name, text, unit);
    } else {
      take_property(key, value, unit);
    }
  }

  void take_property(const std::string& name, const Json& value, TranslationUnit& unit) const {
    if (name.find('\0') != std::string::npos) fail("a key holds a NUL character");
    add_property(unit, property_name(name), value.is_string() ? text_of(value, name) : value.dump());
  }

  void take_variant(const Json& value, TranslationUnit& unit) const {
    if (!value.is_object() || !value.contains("lang") || !value.contains("text"))
      fail("a variant is not an object with 'lang' and 'text'");
    Variant v{
        language_of(text_of(value["lang"], "lang")), std::string(trim(text_of(value["text"], "text"))), {}};
    if (const auto source = value.find("source"); source != value.end() && !source->is_null()) {
      const auto is_index = [](const Json& n) {
        return n.is_number_unsigned() && n.get<std::uint64_t>() <= UINT32_MAX;
      };
      if (!source->is_array() || source->size() != 2 || !is_index((*source)[0]) || !is_index((*source)[1]) ||
          (*source)[0].get<std::uint64_t>() > (*source)[1].get<std::uint64_t>())
        fail("'source' is not [first, one past the last]");
      v.source = SegmentRange{(*source)[0].get<std::uint32_t>(), (*source)[1].get<std::uint32_t>()};
    }
    unit.variants.push_back(std::move(v));
  }

  LineReader lines_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_jsonl_reader(Source source, UnitReaderOptions options) {
  return std::make_unique<JsonlReader>(std::move(source), std::move(options));
}

}  // namespace taraz
