// The documents a command works on: [LANG=]FILE... read, told apart by language, segmented.
#ifndef TARAZ_CLI_DOCUMENT_INPUT_H_
#define TARAZ_CLI_DOCUMENT_INPUT_H_

#include <cstddef>
#include <vector>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "text/document.h"

namespace taraz::cli {

// --segmented, --input-format FORMAT, --drop KIND, --rules FILE.srx, --encoding, --repair.
void add_document_options(Options& options);

// The inputs as segmented documents, in their order. `least`: how many are needed.
// Throws UsageError or Error: too few, "-" twice, unreadable, language in doubt, one language twice.
// `distinct_languages`: false lets several documents be of one language, and a folder stand for the files below it, in
// the order of their paths, hidden ones left out.
std::vector<Document> read_documents(const Arguments& arguments, Streams& streams, std::size_t least,
                                     bool distinct_languages = true);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_DOCUMENT_INPUT_H_
