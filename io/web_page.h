// A self-contained page out of the files of web/: markup, style, script, data.
#ifndef TARAZ_IO_WEB_PAGE_H_
#define TARAZ_IO_WEB_PAGE_H_

#include <string>

#include "io/sink.h"

namespace taraz {

struct WebPage {
  std::string html;    // of web/, with @policy@, @title@, @style@, @script@ and @data@ where these go
  std::string style;   // of web/; several, separated by a space, follow each other
  std::string script;  // the module of web/ that the page begins with
  std::string title;   // plain text
  std::string data;  // JSON that may stand in a <script> element (append_script_string() in io/review_data.h)
};

// Writes the page; the Sink is not committed. Its policy forbids it the network, and any script but its own.
// Throws Error when a file of web/ is missing or names something else (a bug in the build).
void write_web_page(Sink& sink, const WebPage& page);

}  // namespace taraz

#endif  // TARAZ_IO_WEB_PAGE_H_
