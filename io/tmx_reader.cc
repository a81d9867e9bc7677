// TMX 1.1 to 1.4 (docs/formats/tmx.md) as a machine that follows the elements and keeps one unit. Inline
// codes are dropped, the text of <hi>, <sub> and unknown elements stays ("level 1" of the standard). Checked
// by tests/io/tmx_reader_test.cc, tests/io/unit_round_trip_test.cc and tests/fuzz/tmx_fuzzer.cc.
#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "io/unit_readers.h"
#include "io/xml_stream.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kUnitLimit = std::size_t{64} << 20;
constexpr std::array<std::string_view, 6> kKept{"creationdate", "creationid", "changedate",
                                                "changeid",     "usagecount", "lastusagedate"};

std::string attribute(std::span<const XmlAttribute> attributes, std::string_view name) {
  for (const XmlAttribute& a : attributes)
    if (a.name == name) return a.value;
  return "";
}

bool is_code(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "ph" || name == "it" || name == "ut";
}

// A line, page or column break: words on both sides of it are not one.
bool is_break(std::span<const XmlAttribute> attributes) {
  const std::string type = attribute(attributes, "type");
  return type == "lb" || type == "pb" || type == "cb" || type == "x-br" || type == "br";
}

class TmxReader : public UnitReader, private XmlHandler {
 public:
  TmxReader(Source source, UnitReaderOptions options)
      : languages_(std::move(options.languages)),
        xml_(std::move(source), "TMX", *this, std::move(options.decode)) {}

  bool next(TranslationUnit& unit) override {
    while (ready_.empty() && more_) more_ = xml_.feed();
    if (ready_.empty()) return false;
    unit = std::move(ready_.front());
    ready_.pop_front();
    return true;
  }

  Language source_language() const override {
    return Language::is_tag(source_language_) ? Language::parse(source_language_) : Language();
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw FormatError(xml_.name(), xml_.line(), xml_.column(), message);
  }

  void start(std::string_view name, std::span<const XmlAttribute> attributes) override {
    if (!root_) {
      if (name != "tmx") fail("not TMX: the first element is <" + std::string(name.substr(0, 40)) + ">");
      root_ = true;
    } else if (in_segment_) {
      start_inline(name, attributes);
    } else if (name == "header") {
      source_language_ = attribute(attributes, "srclang");
    } else if (name == "tu") {
      start_unit(attributes);
    } else if (in_unit_ && name == "tuv") {
      start_variant(attributes);
    } else if (in_unit_ && (name == "prop" || name == "note")) {
      capturing_ = true;
      captured_name_ = name == "note" ? "note" : attribute(attributes, "type");
      captured_.clear();
    } else if (in_variant_ && name == "seg") {
      in_segment_ = true;
      visible_ = true;
      stack_.clear();
    }
  }

  void start_inline(std::string_view name, std::span<const XmlAttribute> attributes) {
    stack_.push_back(visible_);
    if (name == "ph" && visible_ && is_break(attributes)) unit_.variants.back().text += ' ';
    if (name == "sub") visible_ = true;
    if (is_code(name)) visible_ = false;
  }

  void start_unit(std::span<const XmlAttribute> attributes) {
    if (in_unit_) fail("a <tu> inside a <tu>");
    in_unit_ = true;
    unit_ = {};
    sources_.clear();
    size_ = 0;
    ++count_;
    unit_.id = attribute(attributes, "tuid");
    if (unit_.id.empty()) unit_.id = std::to_string(count_);
    for (const std::string_view name : kKept)
      if (const std::string value = attribute(attributes, name); !value.empty())
        add_property(unit_, std::string(name), value);
  }

  void start_variant(std::span<const XmlAttribute> attributes) {
    if (in_variant_) fail("a <tuv> inside a <tuv>");
    in_variant_ = true;
    unit_.variants.push_back({language_of(attributes), "", {}});
    for (const std::string_view name : kKept)
      if (const std::string value = attribute(attributes, name); !value.empty())
        add_property(unit_, std::string(name) + "@" + unit_.variants.back().language.tag(), value);
  }

  // xml:lang, the older lang, what --langs names, or the header's source language for the first.
  Language language_of(std::span<const XmlAttribute> attributes) const {
    std::string tag = attribute(attributes, "xml:lang");
    if (tag.empty()) tag = attribute(attributes, "lang");
    const std::size_t place = unit_.variants.size();
    if (tag.empty() && place < languages_.size()) return languages_[place];
    if (tag.empty() && place == 0 && source_language_ != "*all*") tag = source_language_;
    if (tag.empty()) fail("a <tuv> without xml:lang; name the languages in their order with --langs");
    if (!Language::is_tag(tag))
      fail("xml:lang=\"" + tag.substr(0, 40) + "\" is not a language tag such as fa, ar or en-GB");
    return Language::parse(tag);
  }

  void end(std::string_view name) override {
    if (in_segment_) {
      if (stack_.empty()) {
        in_segment_ = false;  // </seg>: the XML is well-formed
      } else {
        visible_ = stack_.back();
        stack_.pop_back();
      }
    } else if (capturing_ && (name == "prop" || name == "note")) {
      capturing_ = false;
      take_property();
    } else if (in_variant_ && name == "tuv") {
      in_variant_ = false;
      std::string& text = unit_.variants.back().text;
      if (const std::string_view trimmed = trim(text); trimmed.size() != text.size())
        text = std::string(trimmed);
    } else if (in_unit_ && !in_variant_ && name == "tu") {
      in_unit_ = false;
      if (!sources_.empty() && !read_sources()) add_property(unit_, "x-source", sources_);
      ready_.push_back(std::move(unit_));
    }
  }

  void text(std::string_view text) override {
    if (!in_unit_) return;
    if ((size_ += text.size()) > kUnitLimit)
      fail("a <tu> of more than " + std::to_string(kUnitLimit >> 20) + " MiB");
    if (capturing_)
      captured_ += text;
    else if (in_segment_ && visible_)
      unit_.variants.back().text += text;
  }

  void take_property() {
    const std::string value(trim(captured_));
    if (captured_name_ == "note") return add_owned("note", value);
    const bool own = captured_name_.starts_with("x-");
    const std::string name = own ? captured_name_.substr(2) : captured_name_;
    if (!in_variant_) {
      if (name == "score" && !unit_.score && (unit_.score = parse_score(value))) return;
      if (own && name == "kind") return void(unit_.kind = value);
      if (own && name == "document") return void(unit_.document = value);
      if (own && name == "source") return void(sources_ = value);
    }
    add_owned(captured_name_, value);
  }

  void add_owned(const std::string& name, std::string_view value) {
    if (value.empty()) return;
    add_property(unit_, property_name(in_variant_ ? name + "@" + unit_.variants.back().language.tag() : name),
                 value);
  }

  // "en:4 fa:4-6", as our writer gives it. False, changing nothing, when it does not fit the variants.
  bool read_sources() {
    std::vector<std::optional<SegmentRange>> found(unit_.variants.size());
    std::string_view left = sources_;
    while (!left.empty()) {
      const std::size_t space = left.find(' ');
      const std::string_view part = left.substr(0, space);
      left.remove_prefix(space == std::string_view::npos ? left.size() : space + 1);
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) return false;
      const std::optional<SegmentRange> range = parse_range(part.substr(colon + 1), 0);
      std::size_t k = 0;
      while (k < found.size() && (found[k] || unit_.variants[k].language.tag() != part.substr(0, colon))) ++k;
      if (!range || k == found.size()) return false;
      found[k] = range;
    }
    for (std::size_t k = 0; k < found.size(); ++k) unit_.variants[k].source = found[k];
    return true;
  }

  std::vector<Language> languages_;
  std::string source_language_ = "*all*";
  bool root_ = false, in_unit_ = false, in_variant_ = false, in_segment_ = false, capturing_ = false;
  bool visible_ = true;      // text here is not a code
  std::vector<bool> stack_;  // visible_ outside of the open inline elements
  std::string captured_name_, captured_, sources_;
  TranslationUnit unit_;
  std::size_t size_ = 0, count_ = 0;
  std::deque<TranslationUnit> ready_;
  bool more_ = true;
  XmlStream xml_;
};

}  // namespace

std::unique_ptr<UnitReader> make_tmx_reader(Source source, UnitReaderOptions options) {
  return std::make_unique<TmxReader>(std::move(source), std::move(options));
}

}  // namespace taraz
