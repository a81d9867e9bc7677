// Sources: TBX-Basic 2 (LISA 2008, TBXBasiccoreStructV02.dtd), ISO 30042:2019 with the Basic dialect,
// OmegaT's manual. Tested by tests/io/glossary_file_test.cc; accepted by ../shared/accept and jing
// (docs/glossary.md).
#include <fmt/format.h>

#include <algorithm>

#include "io/glossary_file.h"
#include "io/xml_text.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kVariantsInTbx = 3;

std::string xml(std::string_view text) {
  std::string clean, out;
  std::size_t dropped = 0;
  append_xml_characters(clean, on_one_line(text), dropped);
  append_xml_content(out, clean);
  return out;
}

std::string comment_of(const Concept& c) {
  std::string out;
  if (c.frequency > 0) out = fmt::format("{}, {} units", name_of(c.kind), c.frequency);
  if (c.documents > 0) out += fmt::format(", {} documents", c.documents);
  if (c.confidence > 0) out += fmt::format(", confidence {:.2f}", c.confidence);
  if (!c.note.empty()) out += (out.empty() ? "" : "; ") + c.note;
  return out;
}

enum class FormRole : std::uint8_t { main, acronym, variant };

// The parts of a term's element that both versions share.
void append_term(std::string& out, const Concept& c, const ConceptTerm& t, const std::string& form,
                 FormRole role, bool contexts, std::string_view element) {
  out += fmt::format("        <{}>\n          <term>{}</term>\n", element, xml(form));
  out += fmt::format("          <termNote type=\"partOfSpeech\">{}</termNote>\n",
                     c.kind == ConceptKind::term ? "noun" : "properNoun");
  if (role != FormRole::main)
    out += "          <termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote>\n";
  else if (c.approved)
    out += "          <termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>\n";
  if (role == FormRole::acronym || (c.kind == ConceptKind::acronym && role == FormRole::main))
    out += "          <termNote type=\"termType\">acronym</termNote>\n";
  if (contexts && role == FormRole::main && !t.context.empty())
    out += fmt::format("          <descrip type=\"context\">{}</descrip>\n", xml(t.context));
  out += fmt::format("        </{}>\n", element);
}

std::string tbx_entry(const Concept& c, bool third, bool contexts) {
  const std::string_view entry = third ? "conceptEntry" : "termEntry",
                         section = third ? "langSec" : "langSet", term = third ? "termSec" : "tig";
  std::string out = fmt::format("    <{} id=\"{}\">\n", entry, c.id);
  if (const std::string comment = comment_of(c); !comment.empty())
    out += "      <note>" + xml(comment) + "</note>\n";
  for (const ConceptTerm& t : c.terms) {
    if (xml(t.term).empty()) continue;
    out += fmt::format("      <{} xml:lang=\"{}\">\n", section, t.language.tag());
    append_term(out, c, t, t.term, FormRole::main, contexts, term);
    for (const std::string& acronym : t.acronyms)
      append_term(out, c, t, acronym, FormRole::acronym, contexts, term);
    for (std::size_t i = 0; i < std::min(kVariantsInTbx, t.variants.size()); ++i)
      append_term(out, c, t, t.variants[i], FormRole::variant, contexts, term);
    out += fmt::format("      </{}>\n", section);
  }
  return out + fmt::format("    </{}>\n", entry);
}

void write_tbx(Sink& sink, const std::vector<Concept>& concepts, const GlossaryWriteOptions& options,
               bool third) {
  const std::string language = options.languages.empty() ? "en" : options.languages.front().tag();
  if (third)
    sink.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"" +
        language +
        "\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n       "
        " <p>Glossary by "
        "taraz</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n  <text>\n  <body>\n");
  else
    sink.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE martif SYSTEM "
        "\"TBXBasiccoreStructV02.dtd\">\n<martif "
        "type=\"TBX-Basic\" xml:lang=\"" +
        language +
        "\">\n  <martifHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>Glossary by taraz</p>\n      "
        "</sourceDesc>\n    "
        "</fileDesc>\n    <encodingDesc>\n      <p type=\"XCSURI\">TBXBasicXCSV02.xcs</p>\n    "
        "</encodingDesc>\n  "
        "</martifHeader>\n  <text>\n  <body>\n");
  for (const Concept& c : concepts) sink.write(tbx_entry(c, third, options.contexts));
  sink.write(third ? "  </body>\n  </text>\n</tbx>\n" : "  </body>\n  </text>\n</martif>\n");
}

std::string plain_cell(std::string_view text) {
  std::string out = on_one_line(text);
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::string csv_cell(std::string_view text) {
  const std::string line = on_one_line(text);
  if (line.find_first_of(",\"") == std::string::npos) return line;
  std::string out = "\"";
  for (char c : line) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

void write_table(Sink& sink, const std::vector<Concept>& concepts, const GlossaryWriteOptions& options,
                 bool csv) {
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += csv ? ',' : '\t';
      out += csv ? csv_cell(cells[i]) : plain_cell(cells[i]);
    }
    sink.write(out + "\n");
  };
  std::vector<std::string> header;
  for (const Language& l : options.languages) header.push_back(l.tag());
  for (const char* name : {"kind", "units", "documents", "confidence"}) header.emplace_back(name);
  for (const Language& l : options.languages) header.push_back("variants." + l.tag());
  for (const char* name : {"context", "note"}) header.emplace_back(name);
  line(header);
  for (const Concept& c : concepts) {
    std::vector<std::string> cells;
    std::vector<std::string> variants;
    std::string context;
    for (const Language& l : options.languages) {
      const ConceptTerm* t = c.in(l);
      cells.push_back(t == nullptr ? "" : t->term);
      std::string& forms = variants.emplace_back();
      if (t == nullptr) continue;
      for (const auto* list : {&t->acronyms, &t->variants})
        for (const std::string& form : *list) forms += (forms.empty() ? "" : "; ") + form;
      if (!t->context.empty() && options.contexts) context += (context.empty() ? "" : " | ") + t->context;
    }
    cells.emplace_back(name_of(c.kind));
    cells.push_back(std::to_string(c.frequency));
    cells.push_back(std::to_string(c.documents));
    cells.push_back(fmt::format("{:.4f}", c.confidence));
    cells.insert(cells.end(), variants.begin(), variants.end());
    cells.push_back(context);
    cells.push_back(!c.approved ? c.note : c.note.empty() ? "approved" : "approved; " + c.note);
    line(cells);
  }
}

void write_omegat(Sink& sink, const std::vector<Concept>& concepts, const GlossaryWriteOptions& options) {
  if (options.languages.size() < 2)
    throw UsageError("an OmegaT glossary has two languages; name them with --langs");
  sink.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n");
  for (const Concept& c : concepts) {
    const ConceptTerm *a = c.in(options.languages[0]), *b = c.in(options.languages[1]);
    if (a == nullptr || b == nullptr) continue;
    sink.write(plain_cell(a->term) + "\t" + plain_cell(b->term) + "\t" + plain_cell(comment_of(c)) + "\n");
    for (const std::string& acronym : a->acronyms)  // looked up by what stands in the text
      sink.write(plain_cell(acronym) + "\t" +
                 plain_cell(b->acronyms.empty() ? b->term : b->acronyms.front()) + "\t" +
                 plain_cell(a->term + "; " + b->term) + "\n");
  }
}

}  // namespace

std::string_view name_of(GlossaryFormat format) {
  static constexpr std::string_view kNames[] = {"tbx", "tbx3", "tsv", "omegat", "csv"};
  return kNames[static_cast<std::size_t>(format)];
}

GlossaryFormat parse_glossary_format(std::string_view name) {
  for (GlossaryFormat f : {GlossaryFormat::tbx, GlossaryFormat::tbx3, GlossaryFormat::tsv,
                           GlossaryFormat::omegat, GlossaryFormat::csv})
    if (name_of(f) == name) return f;
  throw UsageError("there is no glossary format '" + std::string(name) +
                   "'; use one of tbx, tbx3, tsv, omegat, csv");
}

GlossaryFormat glossary_format_of(std::string_view path) {
  if (path.ends_with(".tbx") || path.ends_with(".tbx.gz")) return GlossaryFormat::tbx;
  if (path.ends_with(".csv")) return GlossaryFormat::csv;
  if (path.ends_with(".utf8") || path.ends_with(".txt")) return GlossaryFormat::omegat;
  return GlossaryFormat::tsv;
}

void write_glossary(Sink sink, GlossaryFormat format, const std::vector<Concept>& concepts,
                    const GlossaryWriteOptions& options) {
  switch (format) {
    case GlossaryFormat::tbx:
      write_tbx(sink, concepts, options, false);
      break;
    case GlossaryFormat::tbx3:
      write_tbx(sink, concepts, options, true);
      break;
    case GlossaryFormat::tsv:
      write_table(sink, concepts, options, false);
      break;
    case GlossaryFormat::csv:
      write_table(sink, concepts, options, true);
      break;
    case GlossaryFormat::omegat:
      write_omegat(sink, concepts, options);
      break;
  }
  sink.commit();
}

}  // namespace taraz
