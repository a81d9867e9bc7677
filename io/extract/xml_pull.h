// A pull reader of XML in memory: no entities but the five, no DTD, no network, bounded depth.
#ifndef TARAZ_IO_EXTRACT_XML_PULL_H_
#define TARAZ_IO_EXTRACT_XML_PULL_H_

#include <memory>
#include <string>
#include <string_view>

namespace taraz {

// Steps through the elements and texts of a document. Names are local names: prefixes are dropped.
// The bytes must outlive the reader. Not thread-safe.
class XmlPull {
 public:
  enum class Event { open, close, text, end };

  // `name` is for messages.
  XmlPull(std::string_view bytes, std::string name);
  ~XmlPull();

  // The next event. An empty element gives open and then close.
  // Throws FormatError with line and column when the XML is not well-formed, or nested deeper than 256.
  Event next();
  std::string_view element() const;                    // of open and close; valid until next()
  std::string attribute(std::string_view name) const;  // of open, by local name; empty when missing
  std::string_view text() const;                       // of text: unescaped; valid until next()
  // After open: passes everything up to the matching close.
  void skip();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_XML_PULL_H_
