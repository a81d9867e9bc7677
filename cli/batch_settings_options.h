// The options of taraz batch and taraz worker that results depend on.
#ifndef TARAZ_CLI_BATCH_SETTINGS_OPTIONS_H_
#define TARAZ_CLI_BATCH_SETTINGS_OPTIONS_H_

#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/batch/batch_settings.h"

namespace taraz::cli {

// --format, --incomplete, --segmented, --input-format, --drop, --rules, --encoding, --repair, --no-lexicon,
// --no-names,
// --lexicon,
// --dictionary, --boundary, --min-confidence.
void add_batch_settings_options(Options& options);
// The same without --format and --incomplete.
void add_worker_settings_options(Options& options);

// Reads the files that the options name. Throws UsageError, Error, FormatError.
BatchSettings batch_settings_of(const Arguments& arguments, Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_BATCH_SETTINGS_OPTIONS_H_
