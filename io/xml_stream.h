// XML as a stream of events, in bounded memory: no tree, no entities, no files or network of its own.
#ifndef TARAZ_IO_XML_STREAM_H_
#define TARAZ_IO_XML_STREAM_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "io/encoding.h"
#include "io/source.h"

namespace taraz {

struct XmlAttribute {
  std::string name;   // with "xml:" where that is its prefix, without any other prefix
  std::string value;  // references resolved
};

// Takes the events. May throw; the exception leaves XmlStream::feed().
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name,
                     std::span<const XmlAttribute> attributes) = 0;  // name without prefix
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // in pieces of any size; CDATA too
};

// Encodings: UTF-8, UTF-16 by its byte order mark or without, and what the XML declaration names. A DOCTYPE
// is read over; entities other than the five of XML are an error. Elements may be nested 256 deep, names,
// attributes and comments be 10 MB long. Not thread-safe.
class XmlStream {
 public:
  // `what` names the format in messages. `handler` must outlive the stream. With an encoding in `decode`,
  // that one is taken; with `repair`, bytes that are no text become U+FFFD (the file is UTF-8 or UTF-16
  // then).
  XmlStream(Source source, std::string what, XmlHandler& handler, DecodeOptions decode = {});
  ~XmlStream();

  // Reads the next 64 KiB and hands the events on; false when the document has ended well.
  // Throws FormatError where it is not well-formed, and Error as Source::read() does.
  bool feed();
  // Where the event being handled is. Lines from 1; columns count what libxml2 counts, about code points.
  std::size_t line() const;
  std::size_t column() const;
  const std::string& name() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_XML_STREAM_H_
