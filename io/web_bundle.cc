// Checked by tests/io/web_bundle_test.cc; that the bundle behaves as the modules do, by web/tests in a
// browser.
#include "io/web_bundle.h"

#include <fmt/format.h>

#include <map>

#include "text/embedded_files.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

class Bundler {
 public:
  explicit Bundler(const std::function<std::string_view(std::string_view)>& file_of) : file_of_(file_of) {}

  // Appends the module and, before it, those it imports.
  void add(const std::string& path) {
    const auto [place, fresh] = state_.try_emplace(path, State::open);
    if (!fresh && place->second == State::open)
      throw Error("web/" + path + ": modules import each other in a circle");
    if (!fresh) return;
    std::string body, exports;
    bool in_comment = false;
    for_each_line(file_of_(path), [&](std::string_view line) {
      if (is_comment(line, in_comment)) return;
      if (line.starts_with("import ")) return body += import_line(path, line), void();
      if (line.starts_with("export ")) {
        line.remove_prefix(7);
        exports += (exports.empty() ? "" : ", ") + exported_name(path, line);
      }
      if (!trim(line).empty()) (body += line) += '\n';
    });
    out_ += fmt::format("const {} = (() => {{\n{}return {{ {} }};\n}})();\n", name_of(path), body, exports);
    state_[path] = State::done;
  }

  std::string take() { return "\"use strict\";\n(() => {\n" + std::move(out_) + "})();\n"; }

 private:
  enum class State { open, done };

  static std::string name_of(std::string_view path) {
    std::string name = "$";
    for (const char c : path.substr(0, path.rfind('.'))) name += c == '/' || c == '-' || c == '.' ? '_' : c;
    return name;
  }

  template <typename Take>
  static void for_each_line(std::string_view text, Take take) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      take(text.substr(0, end));
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }

  // The line holds nothing but a comment, or is within one that began with such a line.
  static bool is_comment(std::string_view line, bool& inside) {
    const std::string_view words = trim(line);
    if (!inside && words.starts_with("//")) return true;
    if (!inside && !words.starts_with("/*")) return false;
    const std::size_t end = words.find("*/");
    const bool was_inside = inside;
    inside = end == std::string_view::npos;
    return inside || was_inside || end + 2 == words.size();
  }

  // `const { a, b: c } = $x;` for `import { a, b as c } from "./x.js";`
  std::string import_line(const std::string& path, std::string_view line) {
    const std::size_t from = line.find(" from \"./");
    const std::size_t end = line.rfind("\";");
    if (from == std::string_view::npos || end == std::string_view::npos || end + 2 != line.size() ||
        from + 9 > end)
      throw Error(fmt::format("web/{}: cannot bundle '{}'", path, line));
    const std::string module(line.substr(from + 9, end - from - 9));
    add(module);
    std::string what(line.substr(7, from - 7));
    if (what.starts_with("* as ")) {
      what.erase(0, 5);
    } else {
      for (std::size_t as = what.find(" as "); as != std::string::npos; as = what.find(" as "))
        what.replace(as, 4, ": ");
    }
    return fmt::format("const {} = {};\n", what, name_of(module));
  }

  static std::string exported_name(const std::string& path, std::string_view declaration) {
    std::string_view rest = declaration;
    for (const std::string_view word : {"async ", "const ", "let ", "function ", "class "})
      if (rest.starts_with(word)) rest.remove_prefix(word.size());
    const std::size_t end = rest.find_first_of(" (=;{");
    if (rest.size() == declaration.size() || end == 0 || end == std::string_view::npos)
      throw Error(fmt::format("web/{}: cannot bundle 'export {}'", path, declaration));
    return std::string(rest.substr(0, end));
  }

  const std::function<std::string_view(std::string_view)>& file_of_;
  std::map<std::string, State> state_;
  std::string out_;
};

}  // namespace

std::string_view web_file(std::string_view path) {
  for (const EmbeddedFile& f : embedded_web_files())
    if (path == f.path) return {f.begin, static_cast<std::size_t>(f.end - f.begin)};
  throw Error(fmt::format("web/{}: not built into this program", path));
}

std::string bundle_modules(std::string_view entry,
                           const std::function<std::string_view(std::string_view)>& file_of) {
  Bundler bundler(file_of);
  bundler.add(std::string(entry));
  return bundler.take();
}

}  // namespace taraz
