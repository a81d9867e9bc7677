#include "cli/weight_training.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>

#include "align/engine/decoder.h"
#include "align/engine/document_rates.h"
#include "align/engine/pair_aligner.h"
#include "align/engine/pair_search.h"
#include "align/engine/weight_trainer.h"
#include "io/sink.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path + ": cannot open");
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    out.push_back(line);
  }
  return out;
}

LineAligned read(const WeightTraining& options) {
  LineAligned text;
  for (const std::string& line : lines_of(options.documents))
    text.documents.push_back(line.substr(0, line.find('\t')));
  for (const std::string& word : options.inputs) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) throw UsageError("name the language: fa=" + word);
    text.languages.push_back(Language::parse(word.substr(0, equals)));
    text.lines.push_back(lines_of(word.substr(equals + 1)));
    if (text.lines.back().size() != text.documents.size())
      throw Error(fmt::format(
          "{}: {} lines, but {} names {} documents' lines; the files must have one line for each other's",
          word.substr(equals + 1), text.lines.back().size(), options.documents, text.documents.size()));
  }
  if (text.languages.size() < 2)
    throw UsageError("--weights needs line-aligned files of two languages or more");
  return text;
}

void measure(std::ostream& out, const std::string& title, const LineAligned& text,
             std::span<const Lesson> lessons, const Weights& weights) {
  std::map<std::pair<std::string, std::size_t>, Marks> marks;
  Marks all;
  for (const Lesson& lesson : lessons) {
    const std::uint32_t n = lesson.evidence->sides[0].size();
    const std::uint32_t m = lesson.evidence->sides[1].size();
    ScoringModel model = model_of(lesson, weights);
    model.shift = {};
    const Corridor corridor = full_corridor(n, m);
    model.shift = document_rates(likely_blocks(model, corridor, 1), n, m, weights);
    const std::vector<Block> found = best_chain(likely_blocks(model, corridor, 1), kBeadThreshold);
    marks[{lesson.variant, lesson.pair}].add(lesson.gold, found);
    all.add(lesson.gold, found);
  }
  for (const auto& [key, m] : marks) {
    std::size_t pair = 0;
    std::string name;
    for (std::size_t a = 0; a < text.languages.size(); ++a)
      for (std::size_t b = a + 1; b < text.languages.size(); ++b)
        if (pair++ == key.second) name = text.languages[a].tag() + "-" + text.languages[b].tag();
    out << fmt::format("{} {:6} {} strict {:.4f} lax {:.4f}, confidence >= 0.9: {:.4f} of {} right\n", title,
                       key.first, name, m.strict_f1(), m.lax_f1(),
                       m.confident_right / std::max(1.0, m.confident), m.confident);
  }
  out << fmt::format("{} all strict {:.4f} lax {:.4f}, confidence >= 0.9: {:.4f} of {} right\n", title,
                     all.strict_f1(), all.lax_f1(), all.confident_right / std::max(1.0, all.confident),
                     all.confident);
}

}  // namespace

int run_weight_training(const WeightTraining& options, Streams& streams) {
  const LineAligned text = read(options);
  const Weights pair_weights = Weights::load();
  const Weights start = options.joint ? Weights::load("engine/joint_weights.tsv") : pair_weights;
  AlignOptions align;
  align.use_lexicon = options.use_lexicon;
  align.use_names = options.use_names;
  align.threads = options.threads;
  std::vector<Lesson> lessons[2];
  for (int half = 0; half < 2; ++half) {
    const LineAligned part = half_of(text, half == 1);
    for (std::uint32_t seed = 0; seed < options.seeds; ++seed)
      for (const Spoiling& how : kSpoilings) {
        if (half == 1 && seed >= 2) continue;
        std::vector<Lesson> made = make_lessons(practice_cases(part, how, options.group, seed * 10 + 1),
                                                how.name, align, pair_weights, options.joint);
        for (Lesson& l : made) lessons[half].push_back(std::move(l));
      }
  }
  Weights weights = start;
  if (options.epochs > 0) {
    std::vector<Lesson> learned = lessons[0];
    if (options.all) learned.insert(learned.end(), lessons[1].begin(), lessons[1].end());
    weights = train_weights(learned, start, {.epochs = options.epochs, .threads = options.threads},
                            [&](std::uint32_t epoch, double likelihood) {
                              streams.err
                                  << fmt::format("epoch {}: ln p {:.4f} per bead\n", epoch + 1, likelihood);
                            });
  }
  if (!options.output.empty()) {
    Sink sink(options.output, streams.out);
    std::string out =
        "# Weights of the features of a bead (align/engine/features.h), ln odds.\n"
        "# Learned by `taraz train --weights`; see docs/alignment.md.\n";
    out += fmt::format("usual.open\t{}\nusual.extend\t{}\nusual.merge\t{}\n", weights.usual_open,
                       weights.usual_extend, weights.usual_merge);
    for (std::size_t f = 0; f < kFeatures; ++f)
      out += fmt::format("{}\t{:.4f}\n", feature_name(f), weights[f]);
    sink.write(out);
    sink.commit();
  }
  measure(streams.out, options.all ? "first half" : "learned half", text, lessons[0], weights);
  measure(streams.out, options.all ? "second half" : "unseen half", text, lessons[1], weights);
  return 0;
}

}  // namespace taraz::cli
