// Reads TBX of either version by element names (termEntry or conceptEntry, langSet or langSec, tig, ntig or
// termSec), and tables by their header line. Tested by tests/io/glossary_file_test.cc.
#include <algorithm>
#include <charconv>
#include <utility>

#include "io/encoding.h"
#include "io/extract/lines_of.h"
#include "io/extract/xml_pull.h"
#include "io/glossary_file.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::vector<Concept> read_tbx(const std::string& text, const std::string& name) {
  std::vector<Concept> out;
  XmlPull pull(text, name);
  std::string characters, type;
  bool seen = false;
  const auto term = [&]() -> ConceptTerm* {
    return out.empty() || out.back().terms.empty() ? nullptr : &out.back().terms.back();
  };
  for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next()) {
    if (event == XmlPull::Event::text) {
      characters += pull.text();
      continue;
    }
    const std::string element(pull.element());
    if (event == XmlPull::Event::open) {
      characters.clear();
      type = pull.attribute("type");
      seen = seen || element == "martif" || element == "tbx";
      if (element == "termEntry" || element == "conceptEntry") {
        out.emplace_back().id = pull.attribute("id");
      } else if ((element == "langSet" || element == "langSec") && !out.empty()) {
        const std::string tag = pull.attribute("lang");
        if (!Language::is_tag(tag))
          throw FormatError(name, 0, 0, "a language section without a language (xml:lang)");
        out.back().terms.emplace_back().language = Language::parse(tag);
      }
      continue;
    }
    const std::string value(trim(characters));
    characters.clear();
    if (out.empty()) continue;
    if (element == "term" && term() != nullptr) {
      if (term()->term.empty())
        term()->term = value;
      else
        term()->variants.push_back(value);
    } else if (element == "termNote") {
      if (value == "properNoun") out.back().kind = ConceptKind::name;
      if (value == "acronym" && term() != nullptr && !term()->variants.empty()) {
        term()->acronyms.push_back(std::move(term()->variants.back()));
        term()->variants.pop_back();
      } else if (value == "acronym") {
        out.back().kind = ConceptKind::acronym;
      }
      if (value == "preferredTerm-admn-sts") out.back().approved = true;
    } else if (element == "descrip" && type == "context" && term() != nullptr) {
      term()->context = value;
    } else if (element == "note" && out.back().terms.empty()) {
      out.back().note = value;
    }
  }
  if (!seen) throw FormatError(name, 0, 0, "this is no TBX file: no <martif> or <tbx>");
  for (Concept& c : out) std::erase_if(c.terms, [](const ConceptTerm& t) { return t.term.empty(); });
  std::erase_if(out, [](const Concept& c) { return c.terms.empty(); });
  return out;
}

std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (separator == ',' && c == '"' && (quoted || out.back().empty())) {
      if (quoted && line.substr(i + 1, 1) == "\"")
        out.back() += line[++i];
      else
        quoted = !quoted;
    } else if (c == separator && !quoted) {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  for (std::string& cell : out) cell = std::string(trim(cell));
  return out;
}

template <typename Number>
void read_number(const std::string& cell, Number& value) {
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
}

// "NCRI; the Council" of column variants.en; capitals of a term of several words are its acronym.
void add_forms(Concept& c, const std::string& language, std::string_view cell) {
  for (ConceptTerm& t : c.terms) {
    if (t.language.tag() != language) continue;
    for (std::size_t i = 0; i <= cell.size();) {
      const std::size_t end = std::min(cell.find("; ", i), cell.size());
      const std::string form(trim(cell.substr(i, end - i)));
      i = end + 2;
      const bool capitals =
          std::all_of(form.begin(), form.end(), [](char l) { return l >= 'A' && l <= 'Z'; });
      if (!form.empty())
        (capitals && t.term.find(' ') != std::string::npos ? t.acronyms : t.variants).push_back(form);
    }
  }
}

// "approved", "approved; our house style", or a note.
void read_note(Concept& c, std::string_view cell) {
  constexpr std::string_view kApproved = "approved";
  c.approved = cell == kApproved || cell.starts_with("approved; ");
  if (c.approved) cell.remove_prefix(std::min(cell.size(), kApproved.size() + 2));
  c.note = std::string(cell);
}

std::vector<Concept> read_table(const std::string& text, const std::string& name,
                                const std::vector<Language>& languages) {
  std::vector<Concept> out;
  std::vector<std::string> header;
  std::size_t number = 0;
  char separator = '\t';
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (header.empty()) {
      if (line.find('\t') == std::string_view::npos && line.find(',') != std::string_view::npos)
        separator = ',';
      header = cells_of(line, separator);
      const auto tags = std::count_if(header.begin(), header.end(), [](const std::string& h) {
        return h.size() == 2 || h == "ckb" || h.find('-') == 2;
      });
      if (tags < 2) {
        if (languages.size() < 2)
          throw FormatError(name, number, 0,
                            "the header line names fewer than two languages; name the columns with --langs");
        header.clear();
        for (const Language& l : languages) header.push_back(l.tag());
        header.emplace_back("note");
      } else {
        continue;
      }
    }
    const std::vector<std::string> cells = cells_of(line, separator);
    Concept c;
    for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i) {
      const std::string &h = header[i], &cell = cells[i];
      if (cell.empty()) continue;
      if (h == "kind")
        c.kind = cell == "name"      ? ConceptKind::name
                 : cell == "acronym" ? ConceptKind::acronym
                                     : ConceptKind::term;
      else if (h == "units")
        read_number(cell, c.frequency);
      else if (h == "documents")
        read_number(cell, c.documents);
      else if (h == "confidence")
        read_number(cell, c.confidence);
      else if (h == "note")
        read_note(c, cell);
      else if (h.starts_with("variants."))
        add_forms(c, h.substr(9), cell);
      else if (h.size() == 2 || h == "ckb" || h.find('-') == 2)
        c.terms.push_back({Language::parse(h), cell, {}, 0, {}});
    }
    if (c.terms.empty()) throw FormatError(name, number, 0, "a line without a term");
    c.id = "c" + std::to_string(out.size() + 1);
    out.push_back(std::move(c));
  }
  return out;
}

}  // namespace

std::vector<Concept> read_glossary(Source source, const std::vector<Language>& languages) {
  const std::string name = source.name();
  const std::string text = TextReader(std::move(source)).read_all();
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  return start != std::string::npos && text[start] == '<' ? read_tbx(text, name)
                                                          : read_table(text, name, languages);
}

}  // namespace taraz
