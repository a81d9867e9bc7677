// XLIFF 1.2 (file/trans-unit/source, target) and 2.0 (file/unit/segment/source, target): one side, a block a
// unit. Inline codes that stand for native markup are left out, those that mark text keep it. Tested by
// tests/io/extract/xliff_test.cc.
#include "io/extract/readers.h"
#include "io/extract/xml_pull.h"
#include "text/error.h"

namespace taraz {
namespace {

bool is_native_code(std::string_view element) {
  return element == "bpt" || element == "ept" || element == "ph" || element == "it" || element == "bx" ||
         element == "ex" || element == "x" || element == "sc" || element == "ec" || element == "cp";
}

bool same_base(const std::string& tag, const Language& language) {
  return Language::is_tag(tag) && Language::parse(tag).base() == language.base();
}

}  // namespace

void read_xliff(std::string_view bytes, const std::string& name, const Language& language,
                const BlockSink& sink) {
  XmlPull pull(bytes, name);
  std::string source, target, seen, text;
  bool in_unit = false, taking = false, any = false, targets = false;
  const auto wanted = [&](std::string_view element) {
    if (!language.known()) return element == "source";
    if (element == "source") return same_base(source, language);
    return element == "target" &&
           (target.empty() ? !same_base(source, language) : same_base(target, language));
  };
  for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next()) {
    if (event == XmlPull::Event::text) {
      if (taking) text += pull.text();
      continue;
    }
    const std::string element(pull.element());
    if (event == XmlPull::Event::open) {
      if (element == "xliff" || element == "file") {
        for (const char* a : {"source-language", "srcLang"})
          if (std::string v = pull.attribute(a); !v.empty()) source = v;
        for (const char* a : {"target-language", "trgLang"})
          if (std::string v = pull.attribute(a); !v.empty()) target = v;
        seen = source + (target.empty() ? "" : ", " + target);
        any = true;
      } else if (pull.attribute("restype") == "x-gettext-domain-header") {
        pull.skip();
      } else if (element == "trans-unit" || element == "unit") {
        in_unit = true;
        text.clear();
      } else if (element == "alt-trans" || element == "seg-source" || element == "note" ||
                 element == "notes" || element == "originalData" || element == "matches" ||
                 (taking && is_native_code(element))) {
        pull.skip();
      } else if (in_unit && wanted(element)) {
        targets |= element == "target";
        taking = true;
        if (!text.empty()) text += ' ';
      }
    } else {
      if (element == "source" || element == "target") taking = false;
      if (element == "trans-unit" || element == "unit") {
        in_unit = false;
        emit_block(sink, BlockKind::paragraph, text);
      }
    }
  }
  if (!any) throw FormatError(name, 0, 0, "this is no XLIFF: no <xliff> or <file> element");
  // Many tools leave the target's language out: then it is the one asked for, if there are targets.
  if (language.known() && !same_base(source, language) && !same_base(target, language) &&
      !(target.empty() && targets))
    throw FormatError(name, 0, 0, "no side in '" + language.tag() + "'; the file has " + seen);
}

}  // namespace taraz
