// Parsing, help and the one catch ladder of the program.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <new>
#include <ostream>

#include "cli/command.h"
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

po::options_description visible_options(const Command& command) {
  po::options_description options("Options", 100, 50);
  command.add_options(options);
  options.add_options()("data", po::value<std::string>()->value_name("DIR"),
                        "tables of DIR take the place of the built-in ones of the same name");
  options.add_options()("help,h", "show this help");
  return options;
}

void print_help(const Command& command, std::ostream& out) {
  out << "taraz " << command.name() << " - " << command.summary() << "\n\nUsage: taraz " << command.name() << " "
      << command.synopsis() << "\n\n"
      << command.description() << "\n\n"
      << visible_options(command) << "\nExamples:\n";
  for (const Example& e : command.examples()) out << "  " << e.line << "\n      " << e.meaning << "\n";
}

void print_overview(std::ostream& out) {
  out << "taraz - aligns texts in Persian, Arabic, English and other languages\n\n"
         "Usage: taraz COMMAND [options] inputs [-o output]\n\nCommands:\n";
  for (const auto& c : all_commands()) out << fmt::format("  {:12} {}\n", c->name(), c->summary());
  out << "\ntaraz help COMMAND, or taraz COMMAND --help, shows a command's options and examples.\n"
         "Exit status: 0 all well, 1 broken data or environment, 2 wrong usage.\n";
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
  if (first == "--help" || first == "-h" || (first == "help" && words.size() == 1)) {
    print_overview(streams.out);
    return 0;
  }
  const bool help = first == "help";
  const std::string& name = help ? words[1] : first;
  const Command* command = find(name);
  if (command == nullptr)
    throw UsageError(fmt::format("there is no command '{}'; 'taraz help' lists the commands", name));
  if (help) {
    print_help(*command, streams.out);
    return 0;
  }
  po::options_description options = visible_options(*command);
  po::options_description all;
  all.add(options);
  all.add_options()("input", po::value<std::vector<std::string>>()->default_value({}, ""));
  po::positional_options_description positional;
  positional.add("input", -1);
  po::variables_map arguments;
  try {
    using namespace po::command_line_style;
    po::store(po::command_line_parser(std::vector<std::string>(words.begin() + 1, words.end()))
                  .options(all)
                  .positional(positional)
                  .style(unix_style & ~allow_guessing)
                  .run(),
              arguments);
    po::notify(arguments);
  } catch (const po::error& e) {
    throw UsageError(fmt::format("{}; 'taraz {} --help' shows the options", e.what(), name));
  }
  if (arguments.count("help") > 0) {
    print_help(*command, streams.out);
    return 0;
  }
  if (arguments.count("data") > 0) set_data_directory(arguments["data"].as<std::string>());
  return command->run(arguments, streams);
}

}  // namespace

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
