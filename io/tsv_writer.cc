// docs/formats/tsv.md. Checked by tests/io/unit_round_trip_test.cc.
#include <string>
#include <string_view>
#include <utility>

#include "io/escapes.h"
#include "io/unit_writers.h"

namespace taraz {
namespace {

class TsvWriter : public UnitWriter {
 public:
  TsvWriter(Sink sink, UnitWriterOptions options) : sink_(std::move(sink)), options_(std::move(options)) {
    for (const Language& l : options_.languages) line_ += l.tag() + "\t";
    line_ += "score\tkind\tsource";
    if (options_.documents) line_ += "\tdocument";
    if (options_.ids) line_ += "\ttuid";
    for (const std::string& name : options_.properties) {
      line_ += '\t';
      append_tsv_cell(line_, name);
    }
    line_ += '\n';
    sink_.write(line_);
  }

  void write(const TranslationUnit& unit) override {
    const std::vector<const Variant*> columns = in_columns(unit, options_.languages);
    line_.clear();
    bool sources = false;
    for (const Variant* v : columns) {
      if (v != nullptr) append_tsv_cell(line_, v->text);
      sources = sources || (v != nullptr && v->source);
      line_ += '\t';
    }
    if (unit.score) append_number(line_, *unit.score);
    line_ += '\t';
    append_tsv_cell(line_, unit.kind);
    line_ += '\t';
    for (std::size_t k = 0; sources && k < columns.size(); ++k) {
      if (k > 0) line_ += ':';
      if (columns[k] != nullptr) append_range(line_, columns[k]->source);
    }
    if (options_.documents) append_tsv_cell(line_ += '\t', unit.document);
    if (options_.ids) append_tsv_cell(line_ += '\t', unit.id);
    for (const std::string& name : options_.properties) {
      line_ += '\t';
      for (const auto& [key, value] : unit.properties)
        if (key == name) {
          append_tsv_cell(line_, value);
          break;
        }
    }
    line_ += '\n';
    sink_.write(line_);
    ++report_.units;
  }

  void finish() override { sink_.commit(); }

 private:
  Sink sink_;
  UnitWriterOptions options_;
  std::string line_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tsv_writer(Sink sink, UnitWriterOptions options) {
  return std::make_unique<TsvWriter>(std::move(sink), std::move(options));
}

}  // namespace taraz
