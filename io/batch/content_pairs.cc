// Pairs of documents (align/passages), strongest first, join groups as long as a group has one document of a
// language. Tested by tests/io/batch/content_pairs_test.cc.
#include "io/batch/content_pairs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "align/engine/parallel.h"
#include "align/passages/passage_matcher.h"
#include "io/document_reader.h"
#include "io/source.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr double kLeastShare = 0.15;  // of sentences that translate each other; as docs/match.md

// What all paths begin with, up to a slash.
std::size_t common_folder(const std::vector<std::string>& paths) {
  if (paths.empty()) return 0;
  std::size_t size = paths.front().rfind('/') == std::string::npos ? 0 : paths.front().rfind('/') + 1;
  for (const std::string& path : paths)
    while (size > 0 && path.compare(0, size, paths.front(), 0, size) != 0) {
      const std::size_t slash = size < 2 ? std::string::npos : paths.front().rfind('/', size - 2);
      size = slash == std::string::npos ? 0 : slash + 1;
    }
  return size;
}

}  // namespace

BatchPlan plan_by_content(const std::vector<std::string>& files, const PlanOptions& options,
                          const BatchSettings& settings) {
  BatchPlan plan;
  plan.languages = options.languages;
  const Segmenter segmenter(settings.segment);
  std::vector<std::unique_ptr<Document>> read(files.size());
  std::vector<std::string> problems(files.size());
  parallel_for(files.size(), 0, [&](std::size_t k) {
    try {
      ReadOptions reading;
      reading.decode = settings.decode;
      reading.plain_text = settings.segment.one_per_line;
      reading.format = settings.input_format;
      auto document = std::make_unique<Document>(read_document(Source(files[k]), reading));
      segmenter.segment(*document);
      if (document->size() == 0)
        problems[k] = "there is no text in it";
      else if (!options.languages.empty() && std::find(options.languages.begin(), options.languages.end(),
                                                       document->language()) == options.languages.end())
        problems[k] = "it is in '" + document->language().tag() + "'";
      else
        read[k] = std::move(document);
    } catch (const Error& e) {
      problems[k] = e.what();
      if (problems[k].starts_with(files[k] + ": ")) problems[k].erase(0, files[k].size() + 2);
    }
  });
  std::vector<const Document*> collection;
  std::vector<std::size_t> file_of;
  for (std::size_t k = 0; k < files.size(); ++k) {
    if (!read[k]) {
      plan.left_out.emplace_back(files[k], problems[k]);
      continue;
    }
    collection.push_back(read[k].get());
    file_of.push_back(k);
  }
  MatchOptions match;
  match.comparable = false;
  match.keep_shared = false;
  match.use_lexicon = settings.align.use_lexicon;
  match.use_names = settings.align.use_names;
  match.threads = 0;
  std::vector<DocumentPair> pairs;
  if (collection.size() > 1) pairs = match_collection(collection, match).documents;
  std::vector<std::size_t> group(collection.size());
  std::iota(group.begin(), group.end(), 0U);
  std::map<std::size_t, std::set<std::string>> languages;
  for (std::size_t k = 0; k < collection.size(); ++k) languages[k].insert(collection[k]->language().tag());
  for (const DocumentPair& p : pairs) {
    const std::size_t a = group[p.first], b = group[p.second];
    if (a == b || p.share < kLeastShare) continue;
    const auto& mine = languages[a];
    if (std::any_of(languages[b].begin(), languages[b].end(),
                    [&](const auto& l) { return mine.contains(l); }))
      continue;
    languages[a].insert(languages[b].begin(), languages[b].end());
    for (std::size_t& g : group)
      if (g == b) g = a;
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t k = 0; k < collection.size(); ++k) groups[group[k]].push_back(k);
  const std::size_t prefix = common_folder(files);
  for (const auto& [key, members] : groups) {
    if (members.size() < 2) {
      plan.left_out.emplace_back(files[file_of[members[0]]], "no other file is a translation of it");
      continue;
    }
    DocumentSet set;
    for (const std::size_t k : members) {
      set.files.push_back({collection[k]->language(), files[file_of[k]]});
      std::error_code error;
      const std::uintmax_t size = std::filesystem::file_size(files[file_of[k]], error);
      set.bytes += error ? 0 : size;
    }
    const auto order = [&](const InputFile& f) {
      return std::find(options.languages.begin(), options.languages.end(), f.language) -
             options.languages.begin();
    };
    const std::string first = set.files.front().path.substr(prefix);
    std::sort(set.files.begin(), set.files.end(), [&](const InputFile& a, const InputFile& b) {
      return order(a) != order(b) ? order(a) < order(b) : a.language.tag() < b.language.tag();
    });
    const std::size_t slash = first.rfind('/'), dot = first.rfind('.');
    set.id = dot == std::string::npos || dot == 0 || (slash != std::string::npos && dot <= slash + 1)
                 ? first
                 : first.substr(0, dot);
    plan.sets.push_back(std::move(set));
  }
  std::sort(plan.sets.begin(), plan.sets.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  // "a.txt" and "a.html" of different sets: the whole name tells them apart.
  for (std::size_t k = 1; k < plan.sets.size(); ++k)
    if (plan.sets[k].id == plan.sets[k - 1].id) plan.sets[k].id += "~" + std::to_string(k);
  std::sort(plan.sets.begin(), plan.sets.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::sort(plan.left_out.begin(), plan.left_out.end());
  return plan;
}

}  // namespace taraz
