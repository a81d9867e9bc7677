#include "io/extract/xml_pull.h"

#include <libxml/xmlreader.h>

#include <utility>

#include "text/error.h"

namespace taraz {
namespace {

constexpr int kMaxDepth = 256;

std::string_view view(const xmlChar* s) {
  return s == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(s));
}

}  // namespace

struct XmlPull::State {
  std::string name;
  xmlTextReaderPtr reader = nullptr;
  bool close_pending = false;  // the element just opened is empty
  std::string error;

  static void on_error(void* self, const char* message, xmlParserSeverities severity,
                       xmlTextReaderLocatorPtr) {
    auto* state = static_cast<State*>(self);
    if (severity != XML_PARSER_SEVERITY_ERROR || !state->error.empty()) return;
    state->error = message == nullptr ? "" : message;
    while (!state->error.empty() && (state->error.back() == '\n' || state->error.back() == ' '))
      state->error.pop_back();
  }
};

XmlPull::XmlPull(std::string_view bytes, std::string name) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  if (bytes.size() > (1u << 30))
    throw FormatError(state_->name, 0, 0, "more than 1 GiB of XML; split the file");
  state_->reader = xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NOCDATA);
  if (state_->reader == nullptr) throw Error(state_->name + ": cannot start the XML reader");
  xmlTextReaderSetErrorHandler(state_->reader, &State::on_error, state_.get());
}

XmlPull::~XmlPull() { xmlFreeTextReader(state_->reader); }

XmlPull::Event XmlPull::next() {
  if (state_->close_pending) {
    state_->close_pending = false;
    return Event::close;
  }
  for (;;) {
    const int status = xmlTextReaderRead(state_->reader);
    if (status == 0) return Event::end;
    const auto line = static_cast<std::size_t>(xmlTextReaderGetParserLineNumber(state_->reader));
    const auto column = static_cast<std::size_t>(xmlTextReaderGetParserColumnNumber(state_->reader));
    if (status < 0)
      throw FormatError(state_->name, line, column,
                        "broken XML: " + (state_->error.empty() ? "cut short" : state_->error));
    if (xmlTextReaderDepth(state_->reader) > kMaxDepth)
      throw FormatError(state_->name, line, column,
                        "elements nested deeper than " + std::to_string(kMaxDepth));
    switch (xmlTextReaderNodeType(state_->reader)) {
      case XML_READER_TYPE_ELEMENT:
        state_->close_pending = xmlTextReaderIsEmptyElement(state_->reader) == 1;
        return Event::open;
      case XML_READER_TYPE_END_ELEMENT:
        return Event::close;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return Event::text;
      default:
        break;  // comments, declarations, unexpanded entity references
    }
  }
}

std::string_view XmlPull::element() const { return view(xmlTextReaderConstLocalName(state_->reader)); }
std::string_view XmlPull::text() const { return view(xmlTextReaderConstValue(state_->reader)); }

std::string XmlPull::attribute(std::string_view name) const {
  std::string out;
  for (int ok = xmlTextReaderMoveToFirstAttribute(state_->reader); ok == 1;
       ok = xmlTextReaderMoveToNextAttribute(state_->reader)) {
    if (view(xmlTextReaderConstLocalName(state_->reader)) != name) continue;
    out = view(xmlTextReaderConstValue(state_->reader));
    break;
  }
  xmlTextReaderMoveToElement(state_->reader);
  return out;
}

void XmlPull::skip() {
  for (int depth = 1; depth > 0;) {
    const Event event = next();
    if (event == Event::end) return;
    depth += event == Event::open ? 1 : event == Event::close ? -1 : 0;
  }
}

}  // namespace taraz
