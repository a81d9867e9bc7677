// The options of taraz align that steer the engine, and what they print.
#ifndef TARAZ_CLI_ENGINE_OPTIONS_H_
#define TARAZ_CLI_ENGINE_OPTIONS_H_

#include <vector>

#include "align/aligner.h"
#include "align/passages/any_order.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "text/document.h"

namespace taraz::cli {

// --dictionary, --vectors, --boundary, --min-confidence, --explain.
void add_engine_options(Options& options);

// Reads the files that the options name. Throws UsageError for options that do not fit the documents.
void read_engine_options(const Arguments& arguments, const std::vector<Document>& documents,
                         AlignOptions& options, Streams& streams);

// --min-confidence, 0 when not given. Throws UsageError when not within 0..1.
double min_confidence_of(const Arguments& arguments);

// For every bead of every pair, on the error stream: segments, confidence, the parts of its score in ln odds,
// what was matched.
void print_explanations(const std::vector<Document>& documents, const AnyOrderAlignment& aligned,
                        Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_ENGINE_OPTIONS_H_
