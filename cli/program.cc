// Parsing and the one catch ladder of the program.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <new>
#include <ostream>

#include "cli/command.h"
#include "cli/help.h"
#include "text/data_tables.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;
namespace {

const Command* find(std::string_view name) {
  for (const auto& c : all_commands())
    if (c->name() == name) return c.get();
  return nullptr;
}

UsageError unknown_command(const std::string& name) {
  if (const Command* near = nearest_command(name); near != nullptr)
    return UsageError(fmt::format("there is no command '{}'; did you mean '{}'?", name, near->name()));
  return UsageError(fmt::format("there is no command '{}'; 'taraz help' lists the commands", name));
}

int show_help(const std::vector<std::string>& words, std::ostream& out) {
  const auto command_at = [&](std::size_t i) -> const Command& {
    if (const Command* c = find(words[i]); c != nullptr) return *c;
    throw unknown_command(words[i]);
  };
  if (words.empty()) {
    print_overview(out);
  } else if (words[0] == "--commands") {
    for (const auto& c : all_commands()) out << c->name() << "\n";
  } else if (words[0] == "--man") {
    print_manual(words.size() > 1 ? &command_at(1) : nullptr, out);
  } else if (words[0] == "--bash-completion") {
    print_bash_completion(out);
  } else {
    print_help(command_at(0), out);
  }
  return 0;
}

int dispatch(const std::vector<std::string>& words, Streams& streams) {
  if (words.empty()) {
    print_overview(streams.err);
    return 2;
  }
  const std::string& first = words[0];
  if (first == "--version" || first == "version") {
    streams.out << "taraz " TARAZ_VERSION "\n";
    return 0;
  }
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (first == "help") return show_help(rest, streams.out);
  if (first == "--help" || first == "-h") return show_help({}, streams.out);
  const Command* command = find(first);
  if (command == nullptr) throw unknown_command(first);
  const po::variables_map arguments = parse_words(*command, rest);
  if (arguments.count("help") > 0) {
    print_help(*command, streams.out);
    return 0;
  }
  if (arguments.count("data") > 0) set_data_directory(arguments["data"].as<std::string>());
  return command->run(arguments, streams);
}

}  // namespace

po::variables_map parse_words(const Command& command, const std::vector<std::string>& words) {
  po::options_description options;
  command.add_options(options);
  options.add_options()("data", po::value<std::string>())("help,h", "")(
      "input", po::value<std::vector<std::string>>()->default_value({}, ""));
  po::positional_options_description positional;
  positional.add("input", -1);
  po::variables_map arguments;
  try {
    using namespace po::command_line_style;
    po::store(po::command_line_parser(words)
                  .options(options)
                  .positional(positional)
                  .style(unix_style & ~allow_guessing)
                  .run(),
              arguments);
    po::notify(arguments);
  } catch (const po::error& e) {
    throw UsageError(fmt::format("{}; 'taraz {} --help' shows the options", e.what(), command.name()));
  }
  return arguments;
}

int run_program(const std::vector<std::string>& words, Streams& streams) {
  try {
    const int status = dispatch(words, streams);
    streams.out.flush();
    if (status == 0 && !streams.out) throw Error("standard output: cannot write; is the disk full?");
    return status;
  } catch (const UsageError& e) {
    streams.err << "taraz: " << e.what() << "\n";
    return 2;
  } catch (const Error& e) {
    streams.err << "taraz: " << e.what() << "\n";
  } catch (const std::bad_alloc&) {
    streams.err << "taraz: out of memory\n";
  } catch (const std::exception& e) {
    streams.err << "taraz: " << e.what() << "\n";
  }
  return 1;
}

}  // namespace taraz::cli
