// The options by which a command writes translation units, and the writer they ask for.
#ifndef TARAZ_CLI_UNIT_OUTPUT_H_
#define TARAZ_CLI_UNIT_OUTPUT_H_

#include <memory>
#include <string>

#include "cli/command.h"
#include "io/unit_writer.h"

namespace taraz::cli {

// --output (cli/option_groups.h), --format (or what it is called), --incomplete, --pairs.
void add_unit_output_options(boost::program_options::options_description& options,
                             const char* format = "format");

// --format or --to, or what OUT's name says, or TSV.
UnitFormat output_format(const boost::program_options::variables_map& arguments);

// The writer for OUT. `options` says what the command knows (languages, columns); --incomplete, the creation
// date and the version are filled in here. Throws UsageError for options that do not go together.
std::unique_ptr<UnitWriter> open_unit_output(const boost::program_options::variables_map& arguments,
                                             Streams& streams, UnitWriterOptions options);

// One line on the error stream for each kind of thing that was left out; nothing when all was written.
void print_left_out(const WriteReport& report, const std::string& path, Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_UNIT_OUTPUT_H_
