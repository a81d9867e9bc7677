// Finding the work of a batch: a manifest, or a folder whose file names say what belongs together.
#ifndef TARAZ_IO_BATCH_PLAN_H_
#define TARAZ_IO_BATCH_PLAN_H_

#include <string>
#include <string_view>
#include <vector>

#include "io/batch/document_set.h"
#include "io/source.h"

namespace taraz {

struct PlanOptions {
  // The languages wanted, in the order of the results; empty: every language that is found, by tag.
  std::vector<Language> languages;
  // A folder that is no input although it lies in one: the output. May be empty.
  std::string not_in;
};

// A table of tab-separated cells: id, then a path per language. A first line "id TAB fa TAB en" names the
// languages; without one they are `languages`, or else found out document by document. An empty cell: the set
// lacks the language. Empty lines and lines that start with '#' are left out. A path is relative to the
// manifest's folder, or, when there is no such file, to the current one. Throws FormatError (an id twice, a
// path missing in all lines ...).
BatchPlan plan_manifest(Source source, const PlanOptions& options);

// The regular files below `folder`, hidden ones left out. Below a first folder that is a language tag, the
// rest of the path without its ending is the id (fa/news/1.txt); elsewhere the name's last part but one is
// the language (news/1.fa.txt). Throws Error when the folder cannot be read.
BatchPlan plan_folder(const std::string& folder, const PlanOptions& options);

// The files of folders (as above) and the files named themselves, by path. For pairing by content.
std::vector<std::string> batch_files(const std::vector<std::string>& inputs, const std::string& not_in);

// Whether a file name may say `part` and mean a language: "fa", "pt-BR", "fas", but not "min" or "doc".
// Three-letter codes only where Taraz knows the language, or `languages` has it.
bool names_language(std::string_view part, const std::vector<Language>& languages);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_PLAN_H_
