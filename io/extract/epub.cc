// EPUB: META-INF/container.xml names the package file, its spine gives the order of the XHTML files, which
// the HTML reader reads. Tables of contents (nav) are left out. Tested by tests/io/extract/office_test.cc.
#include <algorithm>
#include <map>
#include <vector>

#include "io/extract/archive_files.h"
#include "io/extract/readers.h"
#include "io/extract/xml_pull.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// "OEBPS/text/../a%20b.xhtml" -> "OEBPS/a b.xhtml".
std::string resolved(const std::string& folder, const std::string& href) {
  std::string decoded;
  for (std::size_t i = 0; i < href.size(); ++i) {
    const auto hex = [&](std::size_t k) {
      const char c = k < href.size() ? href[k] : 'x';
      return c >= '0' && c <= '9'   ? c - '0'
             : c >= 'a' && c <= 'f' ? c - 'a' + 10
             : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                    : -1;
    };
    if (href[i] == '#') break;
    if (href[i] == '%' && hex(i + 1) >= 0 && hex(i + 2) >= 0) {
      decoded += static_cast<char>(hex(i + 1) * 16 + hex(i + 2));
      i += 2;
    } else {
      decoded += href[i];
    }
  }
  std::vector<std::string> parts;
  const std::string path = folder + decoded;
  for (std::size_t i = 0; i <= path.size();) {
    const std::size_t end = std::min(path.find('/', i), path.size());
    const std::string part = path.substr(i, end - i);
    if (part == ".." && !parts.empty()) parts.pop_back();
    if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    i = end + 1;
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

}  // namespace

void read_epub(std::string_view bytes, const std::string& name, const BlockSink& sink) {
  const auto files = read_archive(bytes, name, [](std::string_view path) {
    return path.ends_with(".xml") || path.ends_with(".opf") || path.ends_with(".xhtml") ||
           path.ends_with(".html") || path.ends_with(".htm");
  });
  const auto file = [&](const std::string& path) -> const std::string& {
    const auto it = files.find(path);
    if (it == files.end())
      throw FormatError(name, 0, 0, "'" + path + "' is missing inside; this is no complete EPUB");
    return it->second;
  };
  std::string package;
  XmlPull container(file("META-INF/container.xml"), name + "!container.xml");
  for (auto e = container.next(); e != XmlPull::Event::end; e = container.next())
    if (e == XmlPull::Event::open && container.element() == "rootfile" && package.empty())
      package = container.attribute("full-path");
  const std::size_t slash = package.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : package.substr(0, slash + 1);

  std::map<std::string, std::string> manifest;  // id -> path
  XmlPull opf(file(package), name + "!" + package);
  for (auto e = opf.next(); e != XmlPull::Event::end; e = opf.next()) {
    if (e != XmlPull::Event::open) continue;
    if (opf.element() == "item" && opf.attribute("properties").find("nav") == std::string::npos)
      manifest[opf.attribute("id")] = resolved(folder, opf.attribute("href"));
    if (opf.element() != "itemref") continue;
    const auto it = manifest.find(opf.attribute("idref"));
    if (it == manifest.end()) continue;
    const std::string& chapter = file(it->second);
    if (const auto bad = first_invalid_byte(chapter))
      throw FormatError(name + "!" + it->second, 0, 0, "not valid UTF-8 at byte " + std::to_string(*bad));
    read_html(chapter, name + "!" + it->second, sink);
  }
}

}  // namespace taraz
