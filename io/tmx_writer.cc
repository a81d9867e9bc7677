// TMX 1.4 (docs/formats/tmx.md), escaped by hand: exact bytes, no white space inside <seg>.
// Checked by tests/io/tmx_writer_test.cc and, for its validity, by tests/cli/convert/*.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "io/unit_writers.h"
#include "io/xml_text.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// Properties that TMX has an attribute of <tu> and <tuv> for.
constexpr std::array<std::string_view, 6> kAttributes{"creationdate", "creationid", "changedate",
                                                      "changeid",     "usagecount", "lastusagedate"};

bool is_attribute(std::string_view name) {
  return std::find(kAttributes.begin(), kAttributes.end(), name) != kAttributes.end();
}

class TmxWriter : public UnitWriter {
 public:
  TmxWriter(Sink sink, UnitWriterOptions options) : sink_(std::move(sink)), options_(std::move(options)) {
    if (!options_.languages.empty()) source_ = options_.languages[0];
    if (source_.known()) write_header();
  }

  void write(const TranslationUnit& unit) override {
    if (!started_) {
      if (!unit.variants.empty()) source_ = unit.variants[0].language;
      write_header();
    }
    if (!collect(unit)) {
      ++report_.incomplete;
      return;
    }
    out_ = "<tu tuid=\"";
    append_id(unit.id);
    out_ += '"';
    if (written_[0].variant->language != source_) attribute("srclang", tag(written_[0].variant->language));
    for (const auto& [name, value] : unit.properties)
      if (is_attribute(name)) attribute(name, value);
    out_ += '>';
    for (const auto& [name, value] : unit.properties)
      if (name == "note") note(value);
    number_.clear();
    if (unit.score) append_number(number_, *unit.score);
    property("score", number_);
    property("kind", unit.kind);
    property("document", unit.document);
    property("source", sources());
    for (const auto& [name, value] : unit.properties)
      if (name != "note" && !is_attribute(name) && !belongs_to_variant(name)) property(name, value);
    out_ += '\n';
    for (const Written& w : written_) write_variant(unit, w);
    out_ += "</tu>\n";
    sink_.write(out_);
    ++report_.units;
  }

  void finish() override {
    if (!started_) write_header();
    sink_.write("</body>\n</tmx>\n");
    sink_.commit();
  }

 private:
  struct Written {
    const Variant* variant = nullptr;
    std::string text;  // without forbidden characters and outer white space; not empty
  };

  static std::string tag(const Language& language) { return language.known() ? language.tag() : "und"; }

  void write_header() {
    started_ = true;
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx "
        "version=\"1.4\">\n"
        "<header creationtool=\"Taraz\"";
    attribute("creationtoolversion", options_.tool_version);
    out_ += " segtype=\"sentence\" o-tmf=\"Taraz\" adminlang=\"en\"";
    attribute("srclang", source_.known() ? source_.tag() : "*all*");
    out_ += " datatype=\"plaintext\"";
    if (!options_.creation_date.empty()) attribute("creationdate", options_.creation_date);
    out_ += "/>\n<body>\n";
    sink_.write(out_);
  }

  // The variants to write, those of the source language first. False when the unit is not to be written.
  bool collect(const TranslationUnit& unit) {
    written_.clear();
    bool complete = unit.variants.size() > 1;
    for (const bool source : {true, false})
      for (const Variant& v : unit.variants) {
        if ((v.language == source_) != source) continue;
        std::string text;
        std::size_t forbidden = 0;
        append_xml_characters(text, v.text, forbidden);
        report_.characters += forbidden;
        const std::string_view trimmed = trim(text);
        if (trimmed.empty())
          complete = false;
        else
          written_.push_back({&v, std::string(trimmed)});
      }
    for (const Language& l : options_.languages)
      complete = complete && std::any_of(written_.begin(), written_.end(),
                                         [&](const Written& w) { return w.variant->language == l; });
    return !written_.empty() && (complete || options_.incomplete);
  }

  void write_variant(const TranslationUnit& unit, const Written& w) {
    const std::string language = tag(w.variant->language);
    const bool first = std::find_if(written_.begin(), written_.end(), [&](const Written& other) {
                         return other.variant->language == w.variant->language;
                       })->variant == w.variant;
    const auto own = [&](const std::string& name) {  // "creationid" for "creationid@fa"
      const std::size_t at = name.rfind('@');
      return first && at != std::string::npos && name.compare(at + 1, std::string::npos, language) == 0
                 ? std::string_view(name).substr(0, at)
                 : std::string_view();
    };
    out_ += "<tuv xml:lang=\"";
    out_ += language;
    out_ += '"';
    for (const auto& [name, value] : unit.properties)
      if (is_attribute(own(name))) attribute(own(name), value);
    out_ += '>';
    for (const auto& [name, value] : unit.properties) {
      const std::string_view key = own(name);
      if (key == "note")
        note(value);
      else if (!key.empty() && !is_attribute(key))
        property(key, value);
    }
    out_ += "<seg>";
    append_xml_content(out_, w.text);
    out_ += "</seg></tuv>\n";
  }

  bool belongs_to_variant(const std::string& name) const {
    const std::size_t at = name.rfind('@');
    return at != std::string::npos && at > 0 &&
           std::any_of(written_.begin(), written_.end(), [&](const Written& w) {
             return name.compare(at + 1, std::string::npos, tag(w.variant->language)) == 0;
           });
  }

  // "en:4 fa:4-6"; empty when no variant knows its segments.
  std::string sources() const {
    std::string out;
    for (const Written& w : written_) {
      if (!w.variant->source) continue;
      if (!out.empty()) out += ' ';
      out += tag(w.variant->language) + ":";
      append_range(out, w.variant->source);
    }
    return out;
  }

  void append_id(std::string_view id) {
    const std::string clean = cleaned(id);
    std::size_t i = 0;
    std::string one_word;
    while (i < clean.size()) {
      const std::size_t start = i;
      if (is_white_space(next_code_point(clean, i)))
        one_word += '_';
      else
        one_word.append(clean, start, i - start);
    }
    append_xml_attribute(out_, one_word);
  }

  std::string cleaned(std::string_view text) {
    std::string out;
    std::size_t forbidden = 0;
    append_xml_characters(out, text, forbidden);
    report_.characters += forbidden;
    return out;
  }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml_attribute(out_, cleaned(value));
    out_ += '"';
  }

  void note(std::string_view text) {
    append_xml_content(out_ += "<note>", cleaned(text));
    out_ += "</note>";
  }

  // The names of properties that start with "x-" are those whose plain name has a meaning of its own.
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += name.starts_with("x-") ? "<prop type=\"" : "<prop type=\"x-";
    append_xml_attribute(out_, cleaned(name));
    append_xml_content(out_ += "\">", cleaned(value));
    out_ += "</prop>";
  }

  Sink sink_;
  UnitWriterOptions options_;
  Language source_;
  bool started_ = false;
  std::vector<Written> written_;
  std::string out_, number_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tmx_writer(Sink sink, UnitWriterOptions options) {
  return std::make_unique<TmxWriter>(std::move(sink), std::move(options));
}

}  // namespace taraz
