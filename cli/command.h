// One command of the program: its words, its options, its work.
#ifndef TARAZ_CLI_COMMAND_H_
#define TARAZ_CLI_COMMAND_H_

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace boost::program_options {
class options_description;
class variables_map;
}  // namespace boost::program_options

namespace taraz::cli {

// Where a command reads and writes. Results go to `out`, everything else to `err`.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  bool out_is_terminal = false;
};

struct Example {
  std::string line;     // "taraz align letter.fa.txt letter.en.txt -o letter.tmx"
  std::string meaning;  // "Aligns two texts into a translation memory"
};

// Command = source file = man page = test folder, the same word.
class Command {
 public:
  virtual ~Command() = default;
  virtual std::string_view name() const = 0;                // "align"
  virtual std::string_view summary() const = 0;             // one line for the list of commands
  virtual std::string_view synopsis() const = 0;            // "FILE FILE [FILE...] [-o OUT]", without "taraz align"
  virtual std::string_view description() const = 0;         // a few paragraphs for --help and the man page
  virtual std::vector<Example> examples() const = 0;        // at least one
  virtual void add_options(boost::program_options::options_description& options) const = 0;
  // The work. Positional words are in arguments["input"] as vector<string>. Throws UsageError (exit status 2) or
  // another taraz::Error (1); returns the exit status otherwise.
  virtual int run(const boost::program_options::variables_map& arguments, Streams& streams) const = 0;
};

// Every command, in the order of the help page. cli/commands.cc lists them.
const std::vector<std::unique_ptr<Command>>& all_commands();

// The options and inputs of a command line, without "taraz COMMAND". Throws UsageError.
boost::program_options::variables_map parse_words(const Command& command, const std::vector<std::string>& words);

// The whole program without main(): parses, runs, turns exceptions into messages and exit statuses
// (0 ok, 1 data or environment, 2 usage).
int run_program(const std::vector<std::string>& words, Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_COMMAND_H_
