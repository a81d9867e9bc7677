// Tested by tests/io/batch/first_pass_test.cc.
#include "io/batch/first_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>

#include "align/batch_learner.h"
#include "align/engine/parallel.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kChunk = 64;  // sets read at a time
// "m n c,m n c;..." where a semicolon ends a pair of documents.
std::vector<std::vector<Bead>> decode_beads(std::string_view text) {
  std::vector<std::vector<Bead>> out;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = [&](char stop) {
    std::uint32_t n = 0;
    const auto [next, error] = std::from_chars(at, end, n);
    if (error != std::errc() || next == end || *next != stop)
      throw Error("the beads of the first pass are damaged");
    at = next + 1;
    return n;
  };
  while (at < end) {
    std::uint32_t position[2] = {0, 0};
    out.emplace_back();
    while (at < end && *at != ';') {
      Bead bead;
      for (std::uint32_t& p : position) {
        const std::uint32_t begin = p;
        bead.sides.push_back({begin, p += number(' ')});
      }
      bead.confidence = number(',') / 100.0;
      out.back().push_back(std::move(bead));
    }
    ++at;
  }
  return out;
}

// Two documents of a set in one pair of languages.
struct Lesson {
  const Document* documents[2];  // in the order of the learner's languages
  Alignment alignment;
  bool turned;
};

}  // namespace

std::string encode_beads(const JointAlignment& alignment) {
  std::string out;
  for (const Alignment& pair : alignment.pairs) {
    for (const Bead& bead : pair.beads())
      out += fmt::format("{} {} {},", bead.sides[0].size(), bead.sides[1].size(),
                         std::lround(bead.confidence * 100));
    out += ';';
  }
  return out;
}

std::vector<LearnedLexicon> learn_lexicons(const SetAligner& aligner,
                                           const std::vector<const DocumentSet*>& sets,
                                           const std::function<std::string(std::size_t)>& beads,
                                           unsigned threads,
                                           const std::function<void(std::size_t)>& progress) {
  struct Course {
    std::unique_ptr<BatchLearner> learner;
    std::vector<Lesson> lessons;
  };
  std::map<std::pair<std::string, std::string>, Course> courses;
  BatchLearnerOptions options;
  options.use_lexicon = aligner.settings().align.use_lexicon;
  options.threads = threads;
  for (std::size_t begin = 0; begin < sets.size(); begin += kChunk) {
    const std::size_t size = std::min(kChunk, sets.size() - begin);
    std::vector<std::vector<Document>> documents(size);
    parallel_for(size, threads, [&](std::size_t k) { documents[k] = aligner.read(*sets[begin + k]); });
    for (auto& [languages, course] : courses) course.lessons.clear();
    for (std::size_t k = 0; k < size; ++k) {
      const std::vector<Document>& d = documents[k];
      std::vector<std::vector<Bead>> pairs = decode_beads(beads(begin + k));
      try {
        pairs.resize(d.size() * (d.size() - 1) / 2);
        std::size_t pair = 0;
        for (std::size_t a = 0; a < d.size(); ++a)
          for (std::size_t b = a + 1; b < d.size(); ++b, ++pair) {
            std::string first(d[a].language().base()), second(d[b].language().base());
            if (first == second) continue;
            const bool turned = second < first;
            if (turned) std::swap(first, second);
            Course& course = courses[{first, second}];
            if (!course.learner)
              course.learner =
                  std::make_unique<BatchLearner>(Language::parse(first), Language::parse(second), options);
            course.lessons.push_back(
                {{turned ? &d[b] : &d[a], turned ? &d[a] : &d[b]},
                 Alignment::from_beads(std::move(pairs[pair]), {d[a].size(), d[b].size()}),
                 turned});
          }
      } catch (const Error&) {
        throw Error(sets[begin + k]->id +
                    ": the documents have changed since the batch began; start it again");
      }
    }
    std::vector<Course*> all;
    for (auto& [languages, course] : courses) all.push_back(&course);
    parallel_for(all.size(), threads, [&](std::size_t c) {
      for (const Lesson& l : all[c]->lessons)
        all[c]->learner->add(*l.documents[0], *l.documents[1], l.alignment, l.turned ? 1 : 0,
                             l.turned ? 0 : 1);
    });
    progress(begin + size);
  }
  std::vector<LearnedLexicon> out;
  for (auto& [languages, course] : courses) {
    out.push_back({languages.first + "-" + languages.second, encode_lexicon(course.learner->lexicon())});
    course.learner.reset();
  }
  return out;
}

}  // namespace taraz
