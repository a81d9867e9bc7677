// docs/formats/tsv.md. Checked by tests/io/unit_round_trip_test.cc.
#include <string>
#include <string_view>
#include <utility>

#include "io/unit_writers.h"

namespace taraz {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (;;) {
    const std::size_t plain = text.find_first_of("\t\n\r\\");
    out += text.substr(0, plain);
    if (plain == std::string_view::npos) return;
    const char c = text[plain];
    out += '\\';
    out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\';
    text.remove_prefix(plain + 1);
  }
}

class TsvWriter : public UnitWriter {
 public:
  TsvWriter(Sink sink, UnitWriterOptions options) : sink_(std::move(sink)), options_(std::move(options)) {
    for (const Language& l : options_.languages) line_ += l.tag() + "\t";
    line_ += "score\tkind\tsource";
    if (options_.documents) line_ += "\tdocument";
    if (options_.ids) line_ += "\ttuid";
    for (const std::string& name : options_.properties) {
      line_ += '\t';
      append_escaped(line_, name);
    }
    line_ += '\n';
    sink_.write(line_);
  }

  void write(const TranslationUnit& unit) override {
    const std::vector<const Variant*> columns = in_columns(unit, options_.languages);
    line_.clear();
    bool sources = false;
    for (const Variant* v : columns) {
      if (v != nullptr) append_escaped(line_, v->text);
      sources = sources || (v != nullptr && v->source);
      line_ += '\t';
    }
    if (unit.score) append_number(line_, *unit.score);
    line_ += '\t';
    append_escaped(line_, unit.kind);
    line_ += '\t';
    for (std::size_t k = 0; sources && k < columns.size(); ++k) {
      if (k > 0) line_ += ':';
      if (columns[k] != nullptr) append_range(line_, columns[k]->source);
    }
    if (options_.documents) append_escaped(line_ += '\t', unit.document);
    if (options_.ids) append_escaped(line_ += '\t', unit.id);
    for (const std::string& name : options_.properties) {
      line_ += '\t';
      for (const auto& [key, value] : unit.properties)
        if (key == name) {
          append_escaped(line_, value);
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
