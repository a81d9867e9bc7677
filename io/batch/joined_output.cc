#include "io/batch/joined_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <string_view>

#include "io/batch/content_hash.h"
#include "io/sink.h"
#include "io/source.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string parent_of(const std::string& path) {
  const std::string parent = std::filesystem::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

// False also when there is no folder for `path`, or something there that is no plain file: a Sink says so, or
// follows it.
bool same_file_system(const std::string& folder, const std::string& path) {
  struct stat a {
  }, b{}, there{};
  if (::lstat(path.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) return false;
  return ::stat(folder.c_str(), &a) == 0 && ::stat(parent_of(path).c_str(), &b) == 0 &&
         a.st_dev == b.st_dev && ::access(parent_of(path).c_str(), W_OK) == 0;
}

void rename_into_place(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw Error(to + ": cannot write: " + std::strerror(errno));
  const int folder = ::open(parent_of(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

}  // namespace

void write_joined(const std::string& path, OutputFolder& folder, UnitFormat from,
                  const std::vector<SetRecord>& records, const std::vector<Language>& languages,
                  UnitWriterOptions options, const std::function<void(std::size_t)>& progress) {
  std::set<std::string> others;
  ListHash results;
  for (const SetRecord& r : records) {
    if (r.failed()) continue;
    results.add(r.id).add(r.result);
    for (std::string_view left = r.facts.languages; !left.empty();) {
      const std::size_t end = std::min(left.find(' '), left.size());
      others.emplace(left.substr(0, end));
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }
  options.languages.clear();
  for (const Language& l : languages)
    if (others.erase(l.tag()) > 0) options.languages.push_back(l);
  for (const std::string& tag : others) options.languages.push_back(Language::parse(tag));
  for (const Language& l : options.languages) results.add(l.tag());
  results.add(options.incomplete ? "incomplete" : "").add(options.creation_date).add(options.tool_version);
  const std::string note = "joined " + path, wanted = results.result();
  if (const auto known = folder.state().note(note);
      known && known->starts_with(wanted) && known->substr(wanted.size()) == file_hash(path))
    return;
  options.documents = true;
  // Below .taraz/tmp a killed batch leaves nothing behind; on another file system only a Sink's own name will
  // do.
  const bool near = same_file_system(folder.temporary_path(""), path);
  const std::string target =
      near ? folder.temporary_path(path.ends_with(".gz") ? "joined.gz" : "joined") : path;
  const auto writer = make_unit_writer(unit_format_of(path, UnitFormat::tsv), Sink(target), options);
  std::size_t number = 0, sets = 0;
  for (const SetRecord& r : records) {
    progress(++sets);
    if (r.failed()) continue;
    const auto reader = make_unit_reader(from, Source(folder.path_of(r.id)));
    for (TranslationUnit unit; reader->next(unit);) {
      unit.id = std::to_string(++number);
      unit.document = r.id;
      writer->write(unit);
    }
  }
  writer->finish();
  if (near) rename_into_place(target, path);
  folder.state().set_note(note, wanted + file_hash(path));
  folder.state().commit();
}

}  // namespace taraz
