#include "cli/align_mode.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <ostream>
#include <string>
#include <tuple>

#include "align/passages/passage_matcher.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

constexpr double kLeastLink = 0.5;         // confidence of passages that are linked, when nothing is asked
constexpr std::uint32_t kFewToJudge = 10;  // segments below which a share says little

long percent(double share) { return std::lround(100.0 * share); }

}  // namespace

void add_mode_option(Options& options) {
  options.add_options()("mode", boost::program_options::value<std::string>()->value_name("MODE"),
                        "auto (default): find moved passages and texts that are no translations, and say so; "
                        "parallel: align in order whatever they are; passages: link passages that tell the "
                        "same, as taraz match does");
}

AlignMode mode_of(const Arguments& arguments) {
  if (arguments.count("mode") == 0) return AlignMode::automatic;
  const std::string word = arguments["mode"].as<std::string>();
  if (word != "auto" && word != "parallel" && word != "passages")
    throw UsageError(fmt::format("--mode: '{}' is none of auto, parallel, passages", word));
  if (word == "passages")
    for (const char* option : {"boundary", "vectors", "explain"})
      if (arguments.count(option) > 0)
        throw UsageError(fmt::format("--mode passages does without --{}", option));
  return word == "auto"       ? AlignMode::automatic
         : word == "parallel" ? AlignMode::parallel
                              : AlignMode::passages;
}

AnyOrderAlignment align_by_mode(AlignMode mode, std::span<const Document* const> documents,
                                const AlignOptions& options) {
  if (mode == AlignMode::automatic && options.boundary.empty()) return align_in_any_order(documents, options);
  AnyOrderAlignment out;
  out.reordered.resize(documents.size());
  out.aligned = Aligner(options).align_jointly(documents);
  return out;
}

bool nothing_translated(const AnyOrderAlignment& aligned) {
  return !aligned.relations.empty() &&
         std::all_of(aligned.relations.begin(), aligned.relations.end(),
                     [](const DocumentRelation& r) { return r.relation == TextRelation::comparable; });
}

void print_relations(std::span<const Document* const> documents, const AnyOrderAlignment& aligned, bool asked,
                     Streams& streams) {
  const std::string& first = documents[0]->id();
  for (std::size_t k = 0; k < aligned.relations.size(); ++k) {
    const Document& document = *documents[k + 1];
    const DocumentRelation& r = aligned.relations[k];
    const std::string shares = fmt::format("{} % and {} % of the segments have a counterpart",
                                           percent(r.matched[0]), percent(r.matched[1]));
    std::string line;
    switch (r.relation) {
      case TextRelation::parallel:
        if (asked) line = "translations in the same order; " + shares;
        break;
      case TextRelation::reordered:
        line = fmt::format("the same in another order, aligned in {} pieces in the order of {}; {}", r.pieces,
                           first, shares);
        break;
      case TextRelation::partial:
        if (asked || std::min(document.size(), documents[0]->size()) >= kFewToJudge)
          line = "translated in part; " + shares;
        break;
      case TextRelation::comparable:
        line = nothing_translated(aligned)
                   ? "no translations of each other; passages that tell the same are linked (--mode parallel "
                     "aligns all the same)"
                   : "no translations of each other; taraz match links passages that tell the same";
        break;
    }
    if (!line.empty()) streams.err << fmt::format("taraz: {}, {}: {}\n", first, document.id(), line);
  }
}

std::vector<PassageLink> link_passages(std::span<const Document* const> documents,
                                       const AlignOptions& options, double least) {
  MatchOptions matching;
  matching.min_confidence = least > 0.0 ? least : kLeastLink;
  matching.keep_shared = false;
  matching.use_lexicon = options.use_lexicon;
  matching.use_names = options.use_names;
  matching.threads = options.threads;
  std::vector<PassageLink> links = match_collection(documents, matching).links;
  std::stable_sort(links.begin(), links.end(), [](const PassageLink& a, const PassageLink& b) {
    const auto key = [](const PassageLink& l) {
      return std::make_tuple(l.first.document, l.first.segments.begin, l.second.document,
                             l.second.segments.begin);
    };
    return key(a) < key(b);
  });
  return links;
}

TranslationUnit unit_of(const PassageLink& link, std::span<const Document* const> collection,
                        std::size_t number) {
  TranslationUnit unit;
  unit.id = std::to_string(number);
  unit.score = link.confidence;
  unit.kind = link.kind == LinkKind::comparable ? "comparable" : "1-1";
  unit.document = collection[link.first.document]->id() + " " + collection[link.second.document]->id();
  for (const Passage* p : {&link.first, &link.second})
    unit.variants.push_back(
        {collection[p->document]->language(), collection[p->document]->text_of(p->segments), p->segments});
  return unit;
}

}  // namespace taraz::cli
