// What `taraz help` prints: the pages, the manual (roff) and the completion of bash, all from the Command
// objects.
#ifndef TARAZ_CLI_HELP_H_
#define TARAZ_CLI_HELP_H_

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace taraz::cli {

// One option as pages show it.
struct OptionHelp {
  std::string short_name;  // "-o" or empty
  std::string long_name;   // "--output" or empty
  std::string argument;    // "FILE" or empty
  std::string by_default;  // value without which it works; may be empty
  std::string description;
};
// The options of a command, with those that all have (--data, --help), in order.
std::vector<OptionHelp> options_of(const Command& command);

void print_overview(std::ostream& out);
void print_help(const Command& command, std::ostream& out);

// Manual pages for section 1; `command` null: the page taraz(1).
void print_manual(const Command* command, std::ostream& out);
void print_bash_completion(std::ostream& out);

// `text` in lines of at most `width` columns with `indent` spaces before each; empty lines part paragraphs,
// lines that start with a space are kept as they are.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

// The command whose name is nearest to `word`, or null when none is near.
const Command* nearest_command(std::string_view word);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_HELP_H_
