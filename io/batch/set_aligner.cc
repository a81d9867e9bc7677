#include "io/batch/set_aligner.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "corpus/translation_unit.h"
#include "io/batch/content_hash.h"
#include "io/document_reader.h"
#include "io/sink.h"
#include "io/source.h"
#include "text/error.h"

namespace taraz {
namespace {

// Raised when the engine or the readers change so that results differ though no table does.
constexpr const char* kRevision = "1";

AlignOptions engine_options(const BatchSettings& settings) {
  AlignOptions out = settings.align;
  out.threads = 1;  // the sets are what runs in parallel
  out.vectors.clear();
  out.explain = false;
  return out;
}

}  // namespace

SetFacts facts_of(const AlignedSet& set) {
  SetFacts out;
  for (const Document& d : set.documents) {
    out.languages += (out.languages.empty() ? "" : " ") + d.language().tag();
    out.segments += d.size();
  }
  double sum = 0.0;
  for (const Bead& bead : set.alignment.joint.beads()) {
    if (!bead.complete()) continue;
    std::uint64_t segments = 0;
    for (const SegmentRange& side : bead.sides) segments += side.size();
    out.matched += segments;
    sum += bead.confidence * static_cast<double>(segments);
  }
  out.confidence = out.segments == 0 ? 0.0 : sum / static_cast<double>(out.segments);
  return out;
}

std::string settings_hash(const BatchSettings& s) {
  ListHash hash;
  hash.add(kRevision).add(s.tool_version).add(data_tables_hash()).add(s.files_hash);
  hash.add(fmt::format("{} {} {} {} {} {} {:.6f} {} {} {}", s.align.use_lexicon, s.align.use_names,
                       s.segment.one_per_line, s.segment.drop_boilerplate, s.decode.repair, s.incomplete,
                       s.min_confidence, name_of(s.format), s.creation_date, s.align.dictionaries.size()));
  hash.add(s.align.boundary).add(s.decode.encoding).add(s.input_format ? name_of(*s.input_format) : "");
  return hash.result();
}

SetAligner::SetAligner(BatchSettings settings)
    : settings_(std::move(settings)), segmenter_(settings_.segment), aligner_(engine_options(settings_)) {}
SetAligner::~SetAligner() = default;

void SetAligner::prepare(std::vector<Document>& documents) const {
  if (documents.size() < 2) throw Error("a set needs two documents or more");
  for (std::size_t a = 0; a < documents.size(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      if (documents[a].language() == documents[b].language())
        throw Error(fmt::format("{} and {} are both in '{}'; if that is wrong name the languages",
                                documents[b].id(), documents[a].id(), documents[a].language().tag()));
  for (Document& d : documents) {
    segmenter_.segment(d);
    if (d.size() == 0) throw Error(d.id() + ": there is no text in it");
  }
}

std::vector<Document> SetAligner::read(const DocumentSet& set) const {
  if (!set.problem.empty()) throw Error(set.problem);
  ReadOptions options;
  options.decode = settings_.decode;
  options.plain_text = settings_.segment.one_per_line;
  options.format = settings_.input_format;
  options.way_to_name = "name the language: as '{}' in the head of a manifest, or in the file's name";
  std::vector<Document> out;
  for (const InputFile& file : set.files) {
    options.language = file.language;
    out.push_back(read_document(Source(file.path), options));
  }
  prepare(out);
  return out;
}

AlignedSet SetAligner::align(std::vector<Document> documents) const {
  AlignedSet out{std::move(documents), {}};
  std::vector<const Document*> views;
  for (const Document& d : out.documents) views.push_back(&d);
  out.alignment = aligner_.align_jointly(views);
  return out;
}

RenderedSet SetAligner::render(const AlignedSet& set) const {
  RenderedSet out;
  out.facts = facts_of(set);
  UnitWriterOptions options;
  std::vector<const Document*> views;
  for (const Document& d : set.documents) {
    views.push_back(&d);
    options.languages.push_back(d.language());
  }
  options.incomplete = settings_.incomplete;
  options.creation_date = settings_.creation_date;
  options.tool_version = settings_.tool_version;
  std::ostringstream bytes;
  if (settings_.format == UnitFormat::beads) {
    for (const Bead& bead : set.alignment.joint.beads()) {
      if (bead.confidence < settings_.min_confidence) continue;
      bytes << bead_line(bead);
      ++out.facts.units;
    }
  } else {
    const auto writer = make_unit_writer(settings_.format, Sink("-", bytes), std::move(options));
    for_each_unit(views, set.alignment.joint, [&](TranslationUnit&& unit) {
      if (unit.score.value_or(1.0) >= settings_.min_confidence) writer->write(unit);
    });
    writer->finish();
    out.facts.units = writer->report().units;
  }
  out.bytes = std::move(bytes).str();
  return out;
}

}  // namespace taraz
