// The JavaScript of web/ as one script, put together when a page is written: no Node is needed to build
// Taraz.
#ifndef TARAZ_IO_WEB_BUNDLE_H_
#define TARAZ_IO_WEB_BUNDLE_H_

#include <functional>
#include <string>
#include <string_view>

namespace taraz {

// The embedded file web/PATH. Throws Error when there is none (a bug in the build).
std::string_view web_file(std::string_view path);

// The module `entry` and all it imports as one classic script: every module becomes a function that returns
// its exports, in the order in which they need each other; lines that are only a comment are left out. Of ES
// modules it knows what web/ uses, each on one line at the start of the line:
//   import { a, b as c } from "./x.js";   import * as x from "./x.js";
//   export const|let|function|async function|class NAME
// Throws Error on anything else that begins with import or export, and on modules that need each other in a
// circle.
std::string bundle_modules(std::string_view entry,
                           const std::function<std::string_view(std::string_view)>& file_of = web_file);

}  // namespace taraz

#endif  // TARAZ_IO_WEB_BUNDLE_H_
