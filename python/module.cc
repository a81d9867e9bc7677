// The C++ half of the Python package: numbers, strings and tuples in and out; taraz/__init__.py makes objects
// of them. Offsets leave as characters, which is what Python counts. The GIL is released while the library
// works.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "align/aligner.h"
#include "align/anchors/anchor_finder.h"
#include "corpus/glossary/glossary_builder.h"
#include "corpus/translation_unit.h"
#include "io/document_reader.h"
#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "segment/segmenter.h"
#include "text/error.h"
#include "text/utf8.h"

namespace py = pybind11;

namespace {

using namespace taraz;

// Characters before byte offsets that never decrease.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {}
  std::size_t before(std::uint32_t byte) {
    if (byte < byte_) byte_ = 0, count_ = 0;
    count_ += count_code_points(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, count_ = 0;
};

Language language_of(const std::string& tag) { return tag.empty() ? Language() : Language::parse(tag); }

std::vector<Language> languages_of(const std::vector<std::string>& tags) {
  std::vector<Language> out;
  for (const std::string& tag : tags) out.push_back(Language::parse(tag));
  return out;
}

using DocumentPointer = std::shared_ptr<Document>;

DocumentPointer segmented(Document document, bool one_per_line, bool drop_boilerplate) {
  Segmenter({.one_per_line = one_per_line, .drop_boilerplate = drop_boilerplate}).segment(document);
  return std::make_shared<Document>(std::move(document));
}

DocumentPointer read_file(const std::string& path, const std::string& language, const std::string& format,
                          bool one_per_line, bool drop_boilerplate) {
  ReadOptions options;
  options.language = language_of(language);
  options.plain_text = one_per_line;
  options.way_to_name = "give language='{}'";
  if (!format.empty()) options.format = parse_document_format(format);
  return segmented(read_document(Source(path), options), one_per_line, drop_boilerplate);
}

DocumentPointer document_of(std::string text, const std::string& language, std::string id, bool one_per_line,
                            bool drop_boilerplate) {
  ReadOptions options;
  options.language = language_of(language);
  options.way_to_name = "give language='{}'";
  const Language found = language_of_text(text, id, options);
  return segmented(Document(std::move(id), found, std::move(text)), one_per_line, drop_boilerplate);
}

using SegmentTuple = std::tuple<std::string, std::size_t, std::size_t, std::uint32_t, std::string>;

std::vector<SegmentTuple> segments_of(const Document& document) {
  std::vector<SegmentTuple> out;
  Characters characters(document.text());
  for (const Segment& s : document.segments()) {
    const std::size_t start = characters.before(s.span.begin);
    out.emplace_back(s.span.of(document.text()), start, characters.before(s.span.end), s.paragraph,
                     name_of(s.kind));
  }
  return out;
}

using BeadTuple =
    std::tuple<std::vector<std::pair<std::uint32_t, std::uint32_t>>, double, std::vector<std::string>>;

std::vector<BeadTuple> beads_of(const Alignment& alignment, const std::vector<const Document*>& documents) {
  std::vector<BeadTuple> out;
  for (const Bead& bead : alignment.beads()) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sides;
    std::vector<std::string> texts;
    for (std::size_t k = 0; k < bead.sides.size(); ++k) {
      sides.emplace_back(bead.sides[k].begin, bead.sides[k].end);
      texts.push_back(documents[k]->text_of(bead.sides[k]));
    }
    out.emplace_back(std::move(sides), bead.confidence, std::move(texts));
  }
  return out;
}

std::pair<std::vector<BeadTuple>, std::vector<std::vector<BeadTuple>>> align(
    const std::vector<DocumentPointer>& documents, bool lexicon, bool names, unsigned threads) {
  if (documents.size() < 2) throw UsageError("an alignment needs two documents or more");
  std::vector<const Document*> views;
  for (const DocumentPointer& d : documents) views.push_back(d.get());
  AlignOptions options;
  options.use_lexicon = lexicon;
  options.use_names = names;
  options.threads = threads;
  const JointAlignment found = Aligner(options).align_jointly(views);
  std::pair<std::vector<BeadTuple>, std::vector<std::vector<BeadTuple>>> out{beads_of(found.joint, views),
                                                                             {}};
  std::size_t pair = 0;
  for (std::size_t a = 0; a < views.size() && views.size() > 2; ++a)
    for (std::size_t b = a + 1; b < views.size(); ++b)
      out.second.push_back(beads_of(found.pairs[pair++], {views[a], views[b]}));
  return out;
}

using AnchorTuple = std::tuple<std::string, std::size_t, std::size_t, std::string, std::string, double,
                               std::string, std::string, std::string>;

std::vector<AnchorTuple> find_anchors(const std::string& text, const std::string& language,
                                      std::optional<std::int32_t> day) {
  std::vector<AnchorTuple> out;
  Characters characters(text);
  const AnchorFinder finder({.language = language_of(language), .document_day = day});
  for (const Anchor& a : finder.find(text)) {
    const std::size_t start = characters.before(a.span.begin);
    out.emplace_back(name_of(a.kind), start, characters.before(a.span.end), a.span.of(text), a.value,
                     a.certainty, name_of(a.calendar), name_of(a.granularity), name_of(a.number_kind));
  }
  return out;
}

// id, languages, texts, score, kind.
using UnitTuple = std::tuple<std::string, std::vector<std::string>, std::vector<std::string>,
                             std::optional<double>, std::string>;

TranslationUnit unit_of(const UnitTuple& tuple) {
  const auto& [id, languages, texts, score, kind] = tuple;
  TranslationUnit unit;
  unit.id = id;
  unit.score = score;
  unit.kind = kind;
  for (std::size_t k = 0; k < languages.size() && k < texts.size(); ++k)
    unit.variants.push_back({Language::parse(languages[k]), texts[k], {}});
  return unit;
}

std::vector<UnitTuple> read_units(const std::string& path) {
  std::vector<UnitTuple> out;
  const auto reader = make_unit_reader({}, Source(path));
  for (TranslationUnit unit; reader->next(unit);) {
    std::vector<std::string> languages, texts;
    for (Variant& v : unit.variants) {
      languages.push_back(v.language.tag());
      texts.push_back(std::move(v.text));
    }
    out.emplace_back(std::move(unit.id), std::move(languages), std::move(texts), unit.score,
                     std::move(unit.kind));
  }
  return out;
}

void write_units(const std::vector<UnitTuple>& units, const std::string& path,
                 const std::vector<std::string>& languages) {
  UnitWriterOptions options;
  options.languages = languages_of(languages);
  options.creation_date = creation_date();
  const auto writer = make_unit_writer(unit_format_of(path, UnitFormat::tsv), Sink(path), options);
  for (const UnitTuple& unit : units) writer->write(unit_of(unit));
  writer->finish();
}

using TermTuple = std::tuple<std::string, std::string, std::vector<std::string>, std::uint32_t, std::string>;
using ConceptTuple = std::tuple<std::string, std::string, std::vector<TermTuple>, double, std::uint32_t>;

std::vector<ConceptTuple> glossary(const std::vector<UnitTuple>& units,
                                   const std::vector<std::string>& languages, std::uint32_t min_frequency,
                                   double min_confidence, std::size_t top, bool words, bool lexicon,
                                   unsigned threads) {
  if (languages.size() < 2) throw UsageError("a glossary needs two languages or more");
  if (min_frequency == 0) throw UsageError("min_frequency: give 1 or more");
  GlossaryOptions options;
  options.min_frequency = min_frequency;
  options.min_confidence = min_confidence;
  options.top = top;
  options.single_words = words;
  options.shipped_lexicon = lexicon;
  options.threads = threads;
  GlossaryBuilder builder(languages_of(languages), options);
  for (const UnitTuple& unit : units) builder.add(unit_of(unit));
  std::vector<ConceptTuple> out;
  for (const Concept& c : builder.build()) {
    std::vector<TermTuple> terms;
    for (const ConceptTerm& t : c.terms)
      terms.emplace_back(t.language.tag(), t.term, t.variants, t.frequency, t.context);
    out.emplace_back(c.id, name_of(c.kind), std::move(terms), c.confidence, c.frequency);
  }
  return out;
}

}  // namespace

PYBIND11_MODULE(_taraz, m) {
  m.attr("version") = TARAZ_VERSION;
  // Translators run last registered first: the base class must come before those derived from it.
  const auto& error = py::register_exception<Error>(m, "Error");
  py::register_exception<FormatError>(m, "FormatError", error);
  py::register_exception<UsageError>(m, "UsageError", error);
  using Released = py::call_guard<py::gil_scoped_release>;
  py::class_<Document, DocumentPointer>(m, "Document")
      .def_property_readonly("id", [](const Document& d) { return d.id(); })
      .def_property_readonly("language", [](const Document& d) { return d.language().tag(); })
      .def_property_readonly("text", [](const Document& d) { return std::string(d.text()); })
      .def("__len__", [](const Document& d) { return d.size(); })
      .def("segments", &segments_of, Released());
  m.def("read", &read_file, Released(), py::arg("path"), py::arg("language"), py::arg("format"),
        py::arg("segmented"), py::arg("drop_boilerplate"));
  m.def("document", &document_of, Released(), py::arg("text"), py::arg("language"), py::arg("id"),
        py::arg("segmented"), py::arg("drop_boilerplate"));
  m.def("align", &align, Released(), py::arg("documents"), py::arg("lexicon"), py::arg("names"),
        py::arg("threads"));
  m.def("find_anchors", &find_anchors, Released(), py::arg("text"), py::arg("language"), py::arg("day"));
  m.def("read_units", &read_units, Released(), py::arg("path"));
  m.def("write_units", &write_units, Released(), py::arg("units"), py::arg("path"), py::arg("languages"));
  m.def("glossary", &glossary, Released(), py::arg("units"), py::arg("languages"), py::arg("min_frequency"),
        py::arg("min_confidence"), py::arg("top"), py::arg("words"), py::arg("lexicon"), py::arg("threads"));
}
