// Options that several commands share, written once so that they mean the same everywhere.
#ifndef TARAZ_CLI_OPTION_GROUPS_H_
#define TARAZ_CLI_OPTION_GROUPS_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/encoding.h"
#include "text/language.h"

namespace boost::program_options {
class options_description;
class variables_map;
}  // namespace boost::program_options

namespace taraz {
class SrxRules;
}  // namespace taraz

namespace taraz::cli {

using Options = boost::program_options::options_description;
using Arguments = boost::program_options::variables_map;

// -o, --output FILE. The name, "-" (standard output) when it is not given.
void add_output_option(Options& options);
std::string output_of(const Arguments& arguments);

// --encoding NAME, --repair. Throws UsageError when there is no encoding NAME.
void add_decode_options(Options& options);
DecodeOptions decode_options_of(const Arguments& arguments);

// --drop KIND: boilerplate is the only kind. Throws UsageError for another.
void add_drop_option(Options& options);
bool drops_boilerplate(const Arguments& arguments);

// --rules FILE.srx. Null when it is not given. Throws Error when it cannot be read, FormatError when it is no
// SRX 2.0.
void add_rules_option(Options& options);
std::shared_ptr<const SrxRules> rules_of(const Arguments& arguments);

// --lang LANG. Unknown when it is not given. Throws UsageError when it is no tag.
void add_language_option(Options& options);
Language language_of(const Arguments& arguments);

// --threads N, 0 = as many as the machine has; the output is the same for any number.
void add_threads_option(Options& options);
unsigned threads_of(const Arguments& arguments);

// The words that are no options, in order.
std::vector<std::string> inputs_of(const Arguments& arguments);

// The only input. Throws UsageError when there is none ("name one FILE, or - ...") or more than one.
std::string single_input_of(const Arguments& arguments);

// [LANG=]FILE. "fa=letter.txt" names a language; a file whose own name looks so is written "./fa=letter.txt".
struct NamedInput {
  Language language;  // unknown when not named
  std::string path;
};
NamedInput parse_named_input(std::string_view word);

// All inputs as [LANG=]FILE. Throws UsageError when there are fewer than `least`, or "-" stands twice.
std::vector<NamedInput> named_inputs_of(const Arguments& arguments, std::size_t least);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_OPTION_GROUPS_H_
