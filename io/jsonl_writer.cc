// docs/formats/jsonl.md. Checked by tests/io/unit_round_trip_test.cc.
#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "io/escapes.h"
#include "io/unit_writers.h"

namespace taraz {
namespace {

class JsonlWriter : public UnitWriter {
 public:
  explicit JsonlWriter(Sink sink) : sink_(std::move(sink)) {}

  void write(const TranslationUnit& unit) override {
    line_ = "{\"id\":";
    append_json_string(line_, unit.id);
    line_ += ",\"variants\":[";
    for (const Variant& v : unit.variants) {
      line_ += &v == unit.variants.data() ? "{\"lang\":" : ",{\"lang\":";
      append_json_string(line_, v.language.tag());
      append_json_string(line_ += ",\"text\":", v.text);
      if (v.source)
        fmt::format_to(std::back_inserter(line_), ",\"source\":[{},{}]", v.source->begin, v.source->end);
      line_ += '}';
    }
    line_ += ']';
    if (unit.score) append_number(line_ += ",\"score\":", *unit.score);
    if (!unit.kind.empty()) append_json_string(line_ += ",\"kind\":", unit.kind);
    if (!unit.document.empty()) append_json_string(line_ += ",\"document\":", unit.document);
    if (!unit.properties.empty()) {
      line_ += ",\"properties\":";
      char separator = '{';
      for (const auto& [name, value] : unit.properties) {
        append_json_string(line_ += separator, name);
        append_json_string(line_ += ':', value);
        separator = ',';
      }
      line_ += '}';
    }
    line_ += "}\n";
    sink_.write(line_);
    ++report_.units;
  }

  void finish() override { sink_.commit(); }

 private:
  Sink sink_;
  std::string line_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_jsonl_writer(Sink sink, UnitWriterOptions) {
  return std::make_unique<JsonlWriter>(std::move(sink));
}

}  // namespace taraz
