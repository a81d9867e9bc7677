// Tested by tests/io/batch/plan_test.cc.
#include "io/batch/plan.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

#include "io/encoding.h"
#include "io/line_reader.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace fs = std::filesystem;
namespace {

std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

// Regular files below a folder as paths relative to it, sorted.
std::vector<std::string> files_below(const std::string& folder, const std::string& not_in) {
  std::error_code error;
  const fs::path excluded = not_in.empty() ? fs::path() : fs::weakly_canonical(not_in, error);
  std::vector<std::string> out;
  fs::recursive_directory_iterator it(folder, fs::directory_options::follow_directory_symlink, error);
  if (error) throw Error(folder + ": cannot read the folder: " + error.message());
  for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (it.depth() > 64) it.disable_recursion_pending();  // links in a circle
    const bool hidden = it->path().filename().string().starts_with('.');
    std::error_code unreadable;
    if (it->is_directory(unreadable)) {
      if (hidden || (!excluded.empty() && fs::weakly_canonical(it->path(), unreadable) == excluded))
        it.disable_recursion_pending();
    } else if (!hidden && it->is_regular_file(unreadable)) {
      out.push_back(it->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) throw Error(folder + ": cannot read the folder: " + error.message());
  std::sort(out.begin(), out.end());
  return out;
}

// Without ".gz" and the ending before it.
std::string without_ending(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t slash = name.rfind('/');
  const std::size_t first = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos || dot <= first ? name : name.substr(0, dot));
}

struct Place {
  std::string id;
  Language language;
};

// The id and language a relative path stands for; an empty id: none.
Place place_of(const std::string& path, const std::vector<Language>& languages) {
  const std::size_t slash = path.find('/');
  if (slash != std::string::npos && names_language(path.substr(0, slash), languages))
    return {without_ending(path.substr(slash + 1)), Language::parse(path.substr(0, slash))};
  const std::string stem = without_ending(path);
  const std::size_t dot = stem.rfind('.'), last = stem.rfind('/');
  const std::size_t begin = last == std::string::npos ? 0 : last + 1;
  if (dot == std::string::npos || dot <= begin || !names_language(stem.substr(dot + 1), languages)) return {};
  return {stem.substr(0, dot), Language::parse(stem.substr(dot + 1))};
}

std::size_t order_of(const Language& language, const std::vector<Language>& languages) {
  return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), language) -
                                  languages.begin());
}

void sort_plan(BatchPlan& plan) {
  std::sort(plan.sets.begin(), plan.sets.end(),
            [](const DocumentSet& a, const DocumentSet& b) { return a.id < b.id; });
  std::sort(plan.left_out.begin(), plan.left_out.end());
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    out.emplace_back(trim(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::uint32_t shard_of(const std::string& id, std::uint32_t shards) {
  return static_cast<std::uint32_t>(XXH3_64bits(id.data(), id.size()) % shards);
}

bool names_language(std::string_view part, const std::vector<Language>& languages) {
  if (!Language::is_tag(part)) return false;
  const Language language = Language::parse(part);
  if (!languages.empty()) return order_of(language, languages) < languages.size();
  if (language.right_to_left()) return true;
  if (language.base().size() != 2) return false;
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> codes;
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
      codes.insert(*code);
    return codes;
  }();
  return known.contains(language.base());
}

BatchPlan plan_folder(const std::string& folder, const PlanOptions& options) {
  BatchPlan plan;
  std::map<std::string, DocumentSet> sets;
  for (const std::string& name : files_below(folder, options.not_in)) {
    const std::string path = (fs::path(folder) / name).generic_string();
    const Place place = place_of(name, options.languages);
    if (place.id.empty()) {
      plan.left_out.emplace_back(path, "its name says no language");
      continue;
    }
    DocumentSet& set = sets[place.id];
    set.id = place.id;
    for (const InputFile& other : set.files)
      if (other.language == place.language && set.problem.empty())
        set.problem = fmt::format("two files in '{}': {} and {}", place.language.tag(), other.path, path);
    set.files.push_back({place.language, path});
    set.bytes += size_of(path);
  }
  for (auto& [id, set] : sets) {
    if (set.files.size() < 2) {
      plan.left_out.emplace_back(set.files[0].path, "there is no other language of it");
      continue;
    }
    std::sort(set.files.begin(), set.files.end(), [&](const InputFile& a, const InputFile& b) {
      const std::size_t x = order_of(a.language, options.languages),
                        y = order_of(b.language, options.languages);
      return x != y ? x < y : a.language.tag() < b.language.tag();
    });
    plan.sets.push_back(std::move(set));
  }
  plan.languages = options.languages;
  sort_plan(plan);
  return plan;
}

BatchPlan plan_manifest(Source source, const PlanOptions& options) {
  BatchPlan plan;
  const std::string name = source.name();
  const std::string folder = fs::path(name).parent_path().generic_string();
  LineReader lines(TextReader(std::move(source), {}));
  std::vector<Language> columns = options.languages;
  std::set<std::string> ids;
  bool first = true;
  for (std::string_view line; lines.next(line);) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() < 2) throw FormatError(name, lines.number(), 0, "expected 'id TAB path TAB path ...'");
    const bool header =
        std::exchange(first, false) &&
        std::all_of(cells.begin() + 1, cells.end(), [](const auto& c) { return Language::is_tag(c); });
    if (header) {
      columns.clear();
      for (std::size_t k = 1; k < cells.size(); ++k) columns.push_back(Language::parse(cells[k]));
      continue;
    }
    if (cells[0].empty()) throw FormatError(name, lines.number(), 1, "the id is empty");
    if (!ids.insert(cells[0]).second)
      throw FormatError(name, lines.number(), 1,
                        "the id '" + cells[0] + "' is there twice; every set needs its own");
    if (!columns.empty() && cells.size() > columns.size() + 1)
      throw FormatError(name, lines.number(), 0,
                        fmt::format("{} paths, but {} languages", cells.size() - 1, columns.size()));
    DocumentSet set;
    set.id = cells[0];
    for (std::size_t k = 1; k < cells.size(); ++k) {
      if (cells[k].empty()) continue;
      const Language language = columns.empty() ? Language() : columns[k - 1];
      if (language.known() && !options.languages.empty() &&
          order_of(language, options.languages) == options.languages.size())
        continue;
      std::string path = cells[k];
      std::error_code error;
      if (const std::string beside = (fs::path(folder) / path).generic_string();
          fs::path(path).is_relative() && (fs::exists(beside, error) || !fs::exists(path, error)))
        path = beside;
      set.files.push_back({language, path});
      set.bytes += size_of(path);
    }
    if (set.files.size() < 2)
      set.problem = fmt::format("line {} of the manifest names fewer than two documents", lines.number());
    if (!options.languages.empty())
      std::stable_sort(set.files.begin(), set.files.end(), [&](const InputFile& a, const InputFile& b) {
        return order_of(a.language, options.languages) < order_of(b.language, options.languages);
      });
    plan.sets.push_back(std::move(set));
  }
  plan.languages = options.languages.empty() ? columns : options.languages;
  sort_plan(plan);
  return plan;
}

std::vector<std::string> batch_files(const std::vector<std::string>& inputs, const std::string& not_in) {
  std::set<std::string> out;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_directory(input, error)) {
      out.insert(input);
      continue;
    }
    for (const std::string& name : files_below(input, not_in))
      out.insert((fs::path(input) / name).generic_string());
  }
  return {out.begin(), out.end()};
}

}  // namespace taraz
