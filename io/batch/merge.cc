// Tested by tests/io/batch/merge_test.cc and tests/cli/merge/.
#include "io/batch/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "io/batch/content_hash.h"
#include "io/batch/joined_output.h"
#include "io/batch/output_folder.h"
#include "io/batch/worker_protocol.h"
#include "io/line_reader.h"
#include "io/source.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kGroup = 64;  // results written together

std::vector<Language> languages_of(std::string_view tags) {
  std::vector<Language> out;
  while (!tags.empty()) {
    const std::size_t end = std::min(tags.find(' '), tags.size());
    out.push_back(Language::parse(tags.substr(0, end)));
    tags.remove_prefix(std::min(end + 1, tags.size()));
  }
  return out;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

// Results on their way into the output, a group at a time.
class Collector {
 public:
  Collector(OutputFolder& folder, BatchReport& report, BatchListener& listener)
      : folder_(folder), report_(report), listener_(listener) {}

  // `bytes` gives the result when it is not there yet.
  template <typename Bytes>
  void add(const SetRecord& record, const std::string& from, Bytes bytes) {
    const auto [seen, fresh] = seen_.emplace(record.id, record);
    if (!fresh) {
      if (seen->second.result == record.result && seen->second.reason == record.reason) return;
      throw Error(fmt::format("{}: the set '{}' has another result in a part before", from, record.id));
    }
    const auto at = folder_.records().find(record.id);
    if (at != folder_.records().end() && at->second == record &&
        (record.failed() || folder_.has_result(record))) {
      report_.unchanged += !record.failed();
      listener_.progress(++done_);
      return;
    }
    pending_.push_back({record, record.failed() ? std::string() : bytes()});
    if (pending_.size() >= kGroup) flush();
  }
  void flush() {
    done_ += pending_.size();
    for (const SetRecord& record : folder_.keep(std::move(pending_))) report_.aligned += !record.failed();
    pending_.clear();
    listener_.progress(done_);
  }
  const std::map<std::string, SetRecord>& seen() const { return seen_; }

 private:
  OutputFolder& folder_;
  BatchReport& report_;
  BatchListener& listener_;
  std::vector<Finished> pending_;
  std::map<std::string, SetRecord> seen_;
  std::size_t done_ = 0;
};

struct Part {
  std::string path;
  std::unique_ptr<OutputFolder> folder;
  std::map<std::string, std::string> notes;
};

// Opened, and of one batch.
std::vector<Part> open_parts(const std::vector<std::string>& paths, bool partial) {
  std::vector<Part> out;
  for (const std::string& path : paths) {
    if (!std::filesystem::exists(path + "/.taraz/state.sqlite"))
      throw Error(path + ": not the output of a batch; there is no .taraz/state.sqlite in it");
    Part part{path, std::make_unique<OutputFolder>(path, ""), {}};
    for (const char* key : {"shard", "plan", "settings", "format", "languages", "finished"})
      part.notes[key] = part.folder->state().note(key).value_or("");
    if (!partial && part.notes["finished"] != part.notes["plan"] + part.notes["settings"])
      throw Error(path + ": its batch has not ended; start it again, or take what is there with --partial");
    out.push_back(std::move(part));
  }
  std::set<std::string> shards;
  for (Part& part : out) {
    if (part.notes["format"] != out[0].notes["format"])
      throw Error(fmt::format("{} holds {}, {} {}; make all parts with one --format", out[0].path,
                              out[0].notes["format"], part.path, part.notes["format"]));
    const std::string& shard = part.notes["shard"];
    if (shard == "1/1") continue;
    if (part.notes["plan"] != out[0].notes["plan"])
      throw Error(fmt::format("{} and {} are parts of batches with other documents", out[0].path, part.path));
    if (part.notes["settings"] != out[0].notes["settings"])
      throw Error(fmt::format(
          "{} and {} were made with other options, documents or versions; start their batches again",
          out[0].path, part.path));
    if (!shards.insert(shard).second)
      throw Error(fmt::format("shard {} is there twice, {} is the second", shard, part.path));
  }
  if (shards.empty() || partial) return out;
  const std::string& first = *shards.begin();
  const auto count = static_cast<std::uint32_t>(std::stoul(first.substr(first.find('/') + 1)));
  for (std::uint32_t k = 1; k <= count; ++k)
    if (const std::string shard = fmt::format("{}/{}", k, count); !shards.contains(shard))
      throw Error(fmt::format(
          "shard {} is missing; name its folder too, or take what is there with --partial", shard));
  return out;
}

void copy_lexicons(Part& part, OutputFolder& to) {
  for (const auto& [key, seal] : part.folder->seals().lexicons) {
    if (seal.files.empty() || to.seals().lexicons.contains(key)) continue;
    std::vector<std::pair<std::string, std::string>> files;
    bool whole = true;
    for (const auto& [name, hash] : seal.files) {
      if (name.empty()) continue;
      files.emplace_back(name, bytes_of(part.folder->lexicon_path(name)));
      whole = whole && content_hash(files.back().second) == hash;
    }
    if (whole) to.keep_lexicons(key, files);
  }
}

void merge_folders(std::vector<Part> parts, OutputFolder& to, Collector& collector) {
  for (const char* key : {"plan", "settings", "format", "languages"})
    to.state().set_note(key, parts[0].notes[key]);
  to.state().set_note("shard", "1/1");
  to.state().commit();
  copy_lexicons(parts[0], to);
  for (Part& part : parts)
    for (const auto& [id, record] : part.folder->records()) {
      if (!record.failed() && !part.folder->has_result(record))
        throw Error(fmt::format("{}: the result is missing or damaged; start the batch of {} again",
                                part.folder->path_of(id), part.path));
      collector.add(record, part.path, [&] { return bytes_of(part.folder->path_of(id)); });
    }
  collector.flush();
  to.state().set_note("finished", parts[0].notes["plan"] + parts[0].notes["settings"]);
  to.state().commit();
}

void merge_results(const std::vector<std::string>& paths, const MergeOptions& options, Collector& collector) {
  for (const std::string& path : paths) {
    LineReader lines(TextReader(Source(path), {}), std::size_t{1} << 30);
    for (std::string_view line; lines.next(line);) {
      std::optional<WorkerResult> result = parse_result(line, path, lines.number());
      if (!result) continue;
      SetRecord& record = result->record;
      std::string bytes;
      if (!record.failed()) {
        UnitWriterOptions writer_options = options.writer;
        writer_options.languages = languages_of(record.facts.languages);
        std::ostringstream text;
        const auto writer = make_unit_writer(options.format, Sink("-", text), writer_options);
        const auto reader = make_unit_reader(
            UnitFormat::jsonl, Source::of_bytes(path + ", set " + record.id, std::move(result->units)));
        for (TranslationUnit unit; reader->next(unit);) writer->write(unit);
        writer->finish();
        record.facts.units = writer->report().units;
        bytes = std::move(text).str();
        record.result = content_hash(bytes);
        record.bytes = bytes.size();
      }
      record.inputs = "worker";
      record.settings = "worker";
      collector.add(record, path, [&] { return std::move(bytes); });
    }
  }
  collector.flush();
}

}  // namespace

BatchReport merge_parts(const std::vector<std::string>& parts, const MergeOptions& options,
                        BatchListener& listener) {
  BatchReport report;
  if (parts.empty()) return report;
  const bool folders = std::filesystem::is_directory(parts[0]);
  for (const std::string& part : parts)
    if (std::filesystem::is_directory(part) != folders)
      throw UsageError("merge either folders of batches or files of worker results, not both");
  std::vector<Part> opened = folders ? open_parts(parts, options.partial) : std::vector<Part>();
  UnitFormat format = options.format;
  std::vector<Language> languages;
  if (folders) {
    format = parse_unit_format(opened[0].notes["format"], "format");
    languages = languages_of(opened[0].notes["languages"]);
  }
  OutputFolder folder(options.output, result_ending(format));
  listener.phase("merge", 0, 0);
  Collector collector(folder, report, listener);
  if (folders) {
    merge_folders(std::move(opened), folder, collector);
  } else {
    folder.state().set_note("format", std::string(name_of(format)));
    merge_results(parts, options, collector);
  }
  for (const auto& [id, record] : collector.seen()) {
    report.records.push_back(folder.records().at(id));
    report.failed += report.records.back().failed();
  }
  if (!options.joined.empty())
    write_joined(options.joined, folder, format, report.records, languages, options.writer,
                 [&](std::size_t n) { listener.progress(n); });
  return report;
}

}  // namespace taraz
