// Reading and writing SRX 2.0. libxml2's pull reader without entities and network; its own bounds on depth
// and text stay on. Tested by tests/segment/srx_test.cc.
#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>
#include <string>

#include "segment/srx_rules.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::string_view kNamespace = "http://www.lisa.org/srx20";

std::string_view view(const xmlChar* s) { return s == nullptr ? "" : reinterpret_cast<const char*>(s); }

class Reader {
 public:
  Reader(std::string_view xml, const std::string& source) : source_(source) {
    if (xml.size() > kSrxFileBytes)
      throw FormatError(source, 0, 0, "an SRX file of more than 16 MB; split it");
    const std::size_t first = xml.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == xml.npos || xml[first] != '<')
      throw FormatError(source, 1, 0, "no XML; is this an SRX 2.0 file?");
    reader_.reset(
        xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET));
    if (!reader_) throw Error(source + ": no memory for an XML reader");
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), &Reader::on_error, this);
  }

  SrxDocument read() {
    while (next()) {
      if (type() == XML_READER_TYPE_ENTITY_REFERENCE)
        fail("an entity; only &lt; &gt; &amp; &quot; &apos; are allowed");
      if (type() != XML_READER_TYPE_ELEMENT || !ours()) continue;
      const std::string_view name = local();
      if (!root_) {
        if (name != "srx")
          fail("the root is <" + std::string(name) + ">, not <srx>; is this an SRX 2.0 file?");
        if (const std::string version = attribute("version"); version != "2.0")
          fail("version \"" + version + "\"; only SRX 2.0 is read");
        root_ = true;
      } else if (name == "header") {
        document_.cascade = attribute("cascade") == "yes";
      } else if (name == "languagerule") {
        document_.languages.push_back({attribute("languagerulename"), {}});
      } else if (name == "rule") {
        read_rule();
      } else if (name == "languagemap") {
        document_.maps.push_back({attribute("languagepattern"), attribute("languagerulename")});
      }
    }
    if (!root_) fail("no <srx> element");
    check();
    return std::move(document_);
  }

 private:
  struct Free {
    void operator()(xmlTextReaderPtr r) const { xmlFreeTextReader(r); }
  };

  static void on_error(void* self, xmlErrorPtr error) {
    auto& reader = *static_cast<Reader*>(self);
    if (error == nullptr || error->level < XML_ERR_ERROR || !reader.message_.empty()) return;
    reader.message_ = error->message == nullptr ? "not well-formed XML" : error->message;
    while (reader.message_.ends_with('\n')) reader.message_.pop_back();
    reader.error_line_ = static_cast<std::size_t>(error->line);
  }

  bool next() {
    const int got = xmlTextReaderRead(reader_.get());
    if (got < 0 || !message_.empty())
      throw FormatError(source_, error_line_, 0, message_.empty() ? "not well-formed XML" : message_);
    return got == 1;
  }
  int type() const { return xmlTextReaderNodeType(reader_.get()); }
  std::string_view local() const { return view(xmlTextReaderConstLocalName(reader_.get())); }
  bool ours() const {
    const std::string_view uri = view(xmlTextReaderConstNamespaceUri(reader_.get()));
    return uri.empty() || uri == kNamespace;
  }
  std::size_t line() const {
    const xmlNodePtr node = xmlTextReaderCurrentNode(reader_.get());
    return node == nullptr ? 0 : static_cast<std::size_t>(std::max<long>(0, xmlGetLineNo(node)));
  }
  [[noreturn]] void fail(const std::string& message) const { throw FormatError(source_, line(), 0, message); }

  std::string attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
    std::string out(view(value));
    xmlFree(value);
    return out;
  }

  void read_rule() {
    if (document_.languages.empty()) fail("a <rule> outside of <languagerule>");
    SrxRule rule;
    rule.breaks = attribute("break") != "no";
    rule.line = line();
    if (++rules_ > kSrxRules) fail("more than 20000 rules");
    if (xmlTextReaderIsEmptyElement(reader_.get()) == 0) {
      std::string* into = nullptr;
      for (int depth = 1; depth > 0 && next();) {
        if (type() == XML_READER_TYPE_ELEMENT) {
          into = !ours()                    ? nullptr
                 : local() == "beforebreak" ? &rule.before
                 : local() == "afterbreak"  ? &rule.after
                                            : nullptr;
          if (xmlTextReaderIsEmptyElement(reader_.get()) == 0) ++depth;
        } else if (type() == XML_READER_TYPE_END_ELEMENT) {
          into = nullptr;
          --depth;
        } else if (type() == XML_READER_TYPE_ENTITY_REFERENCE) {
          fail("an entity; only &lt; &gt; &amp; &quot; &apos; are allowed");
        } else if (into != nullptr && (type() == XML_READER_TYPE_TEXT || type() == XML_READER_TYPE_CDATA ||
                                       type() == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)) {
          *into += view(xmlTextReaderConstValue(reader_.get()));
          if (into->size() > kSrxPatternBytes) fail("a pattern of more than 64 KB");
        }
      }
    }
    document_.languages.back().rules.push_back(std::move(rule));
  }

  void check() const {
    for (const SrxLanguageMap& map : document_.maps) {
      bool found = false;
      for (const auto& l : document_.languages) found = found || l.name == map.rules;
      if (!found)
        throw FormatError(source_, 0, 0,
                          "a languagemap names the rules '" + map.rules + "', which the file does not have");
    }
    if (document_.maps.empty())
      throw FormatError(source_, 0, 0, "no <languagemap>; no language would have rules");
  }

  std::string source_;
  std::unique_ptr<xmlTextReader, Free> reader_;
  SrxDocument document_;
  bool root_ = false;
  std::size_t rules_ = 0, error_line_ = 0;
  std::string message_;
};

std::string escaped(std::string_view s) {
  std::string out;
  for (const char c : s) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

SrxDocument read_srx(std::string_view xml, const std::string& source) { return Reader(xml, source).read(); }

std::string write_srx(const SrxDocument& document) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" "
      "version=\"2.0\">\n"
      "  <header segmentsubflows=\"yes\" cascade=\"" +
      std::string(document.cascade ? "yes" : "no") +
      "\">\n    <formathandle type=\"start\" include=\"no\"/>\n    <formathandle type=\"end\" "
      "include=\"yes\"/>\n"
      "    <formathandle type=\"isolated\" include=\"no\"/>\n  </header>\n  <body>\n    <languagerules>\n";
  for (const auto& language : document.languages) {
    out += "      <languagerule languagerulename=\"" + escaped(language.name) + "\">\n";
    for (const SrxRule& rule : language.rules) {
      out += std::string("        <rule break=\"") + (rule.breaks ? "yes" : "no") +
             "\">\n          <beforebreak>" + escaped(rule.before) +
             "</beforebreak>\n          <afterbreak>" + escaped(rule.after) +
             "</afterbreak>\n        </rule>\n";
    }
    out += "      </languagerule>\n";
  }
  out += "    </languagerules>\n    <maprules>\n";
  for (const SrxLanguageMap& map : document.maps)
    out += "      <languagemap languagepattern=\"" + escaped(map.pattern) + "\" languagerulename=\"" +
           escaped(map.rules) + "\"/>\n";
  return out + "    </maprules>\n  </body>\n</srx>\n";
}

}  // namespace taraz
