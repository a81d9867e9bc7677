#include "io/batch/joined_output.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "io/batch/content_hash.h"
#include "io/sink.h"
#include "io/source.h"
#include "io/unit_reader.h"

namespace taraz {

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
  const auto writer = make_unit_writer(unit_format_of(path, UnitFormat::tsv), Sink(path), options);
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
  folder.state().set_note(note, wanted + file_hash(path));
  folder.state().commit();
}

}  // namespace taraz
