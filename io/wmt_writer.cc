#include "io/wmt_writer.h"

#include <set>
#include <utility>

#include "io/xml_text.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

class WmtWriter : public UnitWriter {
 public:
  WmtWriter(Sink sink, WmtOptions options) : sink_(std::move(sink)), options_(std::move(options)) {
    std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset id=\"";
    append_xml_attribute(head, options_.dataset);
    sink_.write(head + "\">\n");
  }

  void write(const TranslationUnit& unit) override {
    const std::string* source = nullptr;
    std::vector<std::string> references;
    for (const Variant& v : unit.variants) {
      if (v.language == options_.source && source == nullptr) source = &v.text;
      if (v.language == options_.target && !trim(v.text).empty()) references.push_back(clean(v.text));
    }
    if (references_ == 0) references_ = references.size();
    if (source == nullptr || trim(*source).empty() || references.empty() || references.size() < references_) {
      ++report_.incomplete;
      return;
    }
    if (unit.document != document_ || texts_.empty()) {
      write_document();
      document_ = unit.document;
      texts_.assign(references_ + 1, {});
    }
    texts_[0].push_back(clean(*source));
    for (std::size_t k = 0; k < references_; ++k) texts_[k + 1].push_back(std::move(references[k]));
    ++report_.units;
  }

  void finish() override {
    write_document();
    sink_.write("</dataset>\n");
    sink_.commit();
  }

 private:
  std::string clean(std::string_view text) {
    std::string out;
    std::size_t dropped = 0;
    append_xml_characters(out, on_one_line(text), dropped);
    report_.characters += dropped;
    return out;
  }

  void write_side(std::string& out, const std::string& open, const std::string& close,
                  const std::vector<std::string>& texts) {
    out += "    " + open + "\n      <p>\n";
    for (std::size_t i = 0; i < texts.size(); ++i) {
      out += "        <seg id=\"" + std::to_string(i + 1) + "\">";
      append_xml_content(out, texts[i]);
      out += "</seg>\n";
    }
    out += "      </p>\n    " + close + "\n";
  }

  void write_document() {
    if (texts_.empty()) return;
    std::string name = document_.empty() ? "1" : document_;
    for (int n = 2; !names_.insert(name).second; ++n)
      name = (document_.empty() ? "1" : document_) + "#" + std::to_string(n);
    std::string out = "  <doc id=\"";
    append_xml_attribute(out, name);
    out += "\" origlang=\"" + options_.source.tag() + "\">\n";
    write_side(out, "<src lang=\"" + options_.source.tag() + "\">", "</src>", texts_[0]);
    for (std::size_t k = 1; k < texts_.size(); ++k)
      write_side(out, "<ref lang=\"" + options_.target.tag() + "\" translator=\"" + translator(k - 1) + "\">",
                 "</ref>", texts_[k]);
    out += "  </doc>\n";
    sink_.write(out);
    texts_.clear();
  }

  // "A" to "Z", then "27", "28" ...
  static std::string translator(std::size_t k) {
    return k < 26 ? std::string(1, static_cast<char>('A' + k)) : std::to_string(k + 1);
  }

  Sink sink_;
  WmtOptions options_;
  std::string document_;
  std::set<std::string> names_;
  std::vector<std::vector<std::string>> texts_;  // source, then each reference
  std::size_t references_ = 0;
};

class MosesWriter : public UnitWriter {
 public:
  MosesWriter(const std::string& prefix, std::vector<Language> languages) : languages_(std::move(languages)) {
    for (const Language& language : languages_) sinks_.emplace_back(prefix + "." + language.tag());
  }

  void write(const TranslationUnit& unit) override {
    std::vector<std::string> lines;
    for (const Language& language : languages_)
      for (const Variant& v : unit.variants)
        if (v.language == language) {
          if (std::string text = on_one_line(v.text); !text.empty()) lines.push_back(std::move(text) + '\n');
          break;
        }
    if (lines.size() < languages_.size()) {
      ++report_.incomplete;
      return;
    }
    for (std::size_t k = 0; k < lines.size(); ++k) sinks_[k].write(lines[k]);
    ++report_.units;
  }

  void finish() override {
    for (Sink& sink : sinks_) sink.commit();
  }

 private:
  std::vector<Language> languages_;
  std::vector<Sink> sinks_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_wmt_writer(Sink sink, WmtOptions options) {
  return std::make_unique<WmtWriter>(std::move(sink), std::move(options));
}

std::unique_ptr<UnitWriter> make_moses_writer(const std::string& prefix, std::vector<Language> languages) {
  return std::make_unique<MosesWriter>(prefix, std::move(languages));
}

}  // namespace taraz
