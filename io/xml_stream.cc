// libxml2's push parser with handlers of our own: nothing is stored, so nothing grows, and since no
// declaration of an entity is kept none can be expanded (no "billion laughs", no files, no network). Checked
// by tests/io/tmx_reader_test.cc and tests/fuzz/tmx_fuzzer.cc.
#include "io/xml_stream.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

// libxml2 gives every '&' of an attribute as "&#38;" unless it is to expand entities, which it is not.
std::string value_of(const xmlChar* begin, const xmlChar* end) {
  std::string out(reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin));
  for (std::size_t i = 0; (i = out.find("&#38;", i)) != std::string::npos; ++i) out.replace(i, 5, "&");
  return out;
}

// "UTF-16LE", "UTF-16BE", or "" for an encoding whose declaration libxml2 can read.
std::string utf16_of(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\xFF\xFE"sv) || head.starts_with("<\0"sv)) return "UTF-16LE";
  if (head.starts_with("\xFE\xFF"sv) || head.starts_with("\0<"sv)) return "UTF-16BE";
  return "";
}

// A declaration that says UTF-16 in a file that is not: .NET's StringWriter makes such files.
bool claims_utf16(std::string_view head) {
  std::string declaration(head.substr(0, head.find("?>")));
  for (char& c : declaration) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return declaration.find("encoding=\"utf-16") != std::string::npos ||
         declaration.find("encoding='utf-16") != std::string::npos;
}

void print_nothing(void*, const char*, ...) {}

// What goes wrong below the parser, in its decoders, libxml2 prints through handlers that belong to the
// thread.
class QuietLibrary {
 public:
  QuietLibrary()
      : structured_(xmlStructuredError),
        structured_data_(xmlStructuredErrorContext),
        generic_(xmlGenericError),
        generic_data_(xmlGenericErrorContext) {
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
    xmlSetGenericErrorFunc(nullptr, print_nothing);
  }
  ~QuietLibrary() {
    xmlSetStructuredErrorFunc(structured_data_, structured_);
    xmlSetGenericErrorFunc(generic_data_, generic_);
  }
  QuietLibrary(const QuietLibrary&) = delete;
  QuietLibrary& operator=(const QuietLibrary&) = delete;

 private:
  xmlStructuredErrorFunc structured_;
  void* structured_data_;
  xmlGenericErrorFunc generic_;
  void* generic_data_;
};

}  // namespace

struct XmlStream::State {
  Source source;
  DecodeOptions decode;
  std::optional<TextReader> text;  // where libxml2 is not to decode
  std::string what;
  XmlHandler& handler;
  std::string name;
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr thrown;
  std::vector<XmlAttribute> attributes;
  std::size_t depth = 0;  // of open elements
  bool last = false;      // the input has ended

  State(Source s, std::string w, XmlHandler& h, DecodeOptions d)
      : source(std::move(s)), decode(std::move(d)), what(std::move(w)), handler(h) {}
  ~State() {
    if (context != nullptr) xmlFreeDoc(context->myDoc);  // a DOCTYPE makes one, though nothing is built
    xmlFreeParserCtxt(context);
  }

  // Exceptions may not cross libxml2's frames: they wait in `thrown` until feed() goes on.
  template <typename Call>
  void guarded(Call call) {
    if (thrown) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      xmlStopParser(context);
    }
  }

  std::size_t line() const {
    return context->input == nullptr ? 0 : static_cast<std::size_t>(context->input->line);
  }
  std::size_t column() const {
    return context->input == nullptr ? 0 : static_cast<std::size_t>(context->input->col);
  }

  static State& of(void* data) { return *static_cast<State*>(static_cast<xmlParserCtxtPtr>(data)->_private); }

  static void on_start(void* data, const xmlChar* local, const xmlChar*, const xmlChar*, int, const xmlChar**,
                       int count, int, const xmlChar** values) {
    State& s = of(data);
    s.guarded([&] {
      ++s.depth;
      s.attributes.clear();
      for (int i = 0; i < count; ++i, values += 5) {  // local name, prefix, URI, value, end of the value
        const bool xml = view(values[1]) == "xml";
        s.attributes.push_back(
            {(xml ? "xml:" : "") + std::string(view(values[0])), value_of(values[3], values[4])});
      }
      s.handler.start(view(local), s.attributes);
    });
  }

  static void on_end(void* data, const xmlChar* local, const xmlChar*, const xmlChar*) {
    State& s = of(data);
    s.guarded([&] {
      --s.depth;
      s.handler.end(view(local));
    });
  }

  static void on_text(void* data, const xmlChar* bytes, int size) {
    State& s = of(data);
    s.guarded([&] {
      s.handler.text({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    });
  }

  static void on_reference(void* data, const xmlChar* entity) {
    State& s = of(data);
    s.guarded([&] { s.fail_entity(view(entity)); });
  }

  [[noreturn]] void fail_entity(std::string_view entity) const {
    throw FormatError(
        name, line(), column(),
        "entities of its own" + (entity.empty() ? "" : " (&" + std::string(entity.substr(0, 40)) + ";)") +
            " are not read; only &lt; &gt; &amp; &apos; &quot; and &#...; may stand in " + what);
  }

  static void on_error(void* data, xmlErrorPtr error) {
    State& s = of(data);
    s.guarded([&] {
      if (error->domain == XML_FROM_NAMESPACE) return;  // an undeclared prefix hurts nobody here
      if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY ||
          error->code == XML_ERR_ENTITY_LOOP)
        s.fail_entity(error->str1 == nullptr ? "" : error->str1);
      if (error->level < XML_ERR_ERROR) return;
      if (s.last && s.depth > 0 &&
          (error->code == XML_ERR_DOCUMENT_END || error->code == XML_ERR_TAG_NOT_FINISHED))
        throw FormatError(s.name, s.line(), s.column(),
                          "the " + s.what + " ends too early; fetch or export it again");
      std::string message = error->message == nullptr ? "" : error->message;
      while (!message.empty() && std::isspace(static_cast<unsigned char>(message.back())) != 0)
        message.pop_back();
      std::replace(message.begin(), message.end(), '\n', ' ');
      throw FormatError(s.name, static_cast<std::size_t>(std::max(error->line, 0)),
                        static_cast<std::size_t>(std::max(error->int2, 0)),
                        "broken " + s.what + " (" + message + "); export it again, or mend it there");
    });
  }

  void open() {
    name = source.name();
    std::string head(512, '\0');
    head.resize(source.read(head.data(), head.size()));
    source.unread(head);
    if (head.empty()) throw FormatError(name, 0, 0, "the file is empty, not " + what);
    if (decode.encoding.empty()) decode.encoding = utf16_of(head);
    if (decode.encoding.empty() && decode.repair) decode.encoding = "UTF-8";
    const bool ignore_declaration = !decode.encoding.empty() || claims_utf16(head);
    if (!decode.encoding.empty()) text.emplace(std::move(source), decode);
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_text;
    sax.ignorableWhitespace = on_text;
    sax.cdataBlock = on_text;
    sax.reference = on_reference;
    sax.serror = on_error;
    context = xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr);
    if (context == nullptr) throw std::bad_alloc();
    context->_private = this;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | (ignore_declaration ? XML_PARSE_IGNORE_ENC : 0));
  }

  std::size_t read(std::string& piece) {
    piece.clear();
    if (text) return text->read(piece) ? piece.size() : 0;
    piece.resize(kPiece);
    piece.resize(source.read(piece.data(), piece.size()));
    return piece.size();
  }
};

XmlStream::XmlStream(Source source, std::string what, XmlHandler& handler, DecodeOptions decode)
    : state_(std::make_unique<State>(std::move(source), std::move(what), handler, std::move(decode))) {
  state_->open();
}
XmlStream::~XmlStream() = default;

bool XmlStream::feed() {
  State& s = *state_;
  std::string piece;
  const bool more = s.read(piece) > 0;
  s.last = !more;
  {
    const QuietLibrary quiet;
    xmlParseChunk(s.context, piece.data(), static_cast<int>(piece.size()), more ? 0 : 1);
  }
  if (s.thrown) std::rethrow_exception(std::exchange(s.thrown, nullptr));
  if (s.context->disableSAX != 0 || (s.last && s.context->wellFormed == 0))
    throw FormatError(s.name, s.line(), s.column(),
                      "bytes that are not text in the encoding " + s.what +
                          " names; name the right one with --encoding, or export it again");
  return more;
}

std::size_t XmlStream::line() const { return state_->line(); }
std::size_t XmlStream::column() const { return state_->column(); }
const std::string& XmlStream::name() const { return state_->name; }

}  // namespace taraz
