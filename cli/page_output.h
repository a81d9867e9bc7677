// The review page as an output of commands.
#ifndef TARAZ_CLI_PAGE_OUTPUT_H_
#define TARAZ_CLI_PAGE_OUTPUT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "corpus/translation_unit.h"
#include "io/sink.h"

namespace taraz::cli {

class PageOutput {
 public:
  // Opens at once, so that a bad name is known before the work. "-" is standard output; throws UsageError
  // when that is a terminal.
  PageOutput(const std::string& path, Streams& streams);
  // Writes and commits the page (io/review_page.h), with the date and version of this program. Call it once.
  // Throws Error when there are no units.
  void write(std::span<const TranslationUnit> units, const std::vector<Language>& languages,
             const std::string& title);

 private:
  Sink sink_;
};

// "letter.tsv" for "dir/letter.tsv", nothing for standard input.
std::string title_of(std::string_view path);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_PAGE_OUTPUT_H_
