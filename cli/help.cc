// Tested by tests/cli/help_test.cc for every command, and by tests/cli/help/*.
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>

namespace taraz::cli {
namespace po = boost::program_options;
namespace {

constexpr std::size_t kWidth = 100;
constexpr const char* kExitStatus = "0 all well, 1 broken data or environment, 2 wrong usage.";

std::string heading_of(const OptionHelp& o) {
  std::string out = o.short_name;
  if (!o.short_name.empty() && !o.long_name.empty()) out += ", ";
  out += o.long_name;
  if (!o.argument.empty()) out += " " + o.argument;
  return out;
}

std::string description_of(const OptionHelp& o) {
  return o.by_default.empty() ? o.description : o.description + " (default: " + o.by_default + ")";
}

// Text inside a roff page: backslashes and hyphens as they are typed, no line that reads as a request.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    line_start = c == '\n';
  }
  return out;
}

// Paragraphs of a description as roff; lines that start with a space stay as they are.
std::string roff_paragraphs(std::string_view text) {
  std::string out;
  bool kept = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool keep = line.starts_with(' ');
    if (keep != kept) out += keep ? ".nf\n" : ".fi\n";
    kept = keep;
    out += line.empty() ? ".PP" : roff(line);
    out += '\n';
  }
  if (kept) out += ".fi\n";
  return out;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::vector<OptionHelp> options_of(const Command& command) {
  po::options_description options;
  command.add_options(options);
  options.add_options()("data", po::value<std::string>()->value_name("DIR"),
                        "tables of DIR take the place of the built-in ones of the same name")(
      "help,h", "show this help");
  std::vector<OptionHelp> out;
  for (const auto& option : options.options()) {
    OptionHelp o;
    if (!option->long_name().empty()) o.long_name = "--" + option->long_name();
    if (const std::string name = option->format_name(); name.size() > 1 && name[1] != '-')
      o.short_name = name.substr(0, 2);
    if (option->semantic()->max_tokens() > 0) {
      o.argument = option->semantic()->name();
      if (const std::size_t at = o.argument.find(" (="); at != std::string::npos) {
        o.by_default = o.argument.substr(at + 3, o.argument.size() - at - 4);
        o.argument.resize(at);
      }
    }
    o.description = option->description();
    out.push_back(std::move(o));
  }
  return out;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string out, line;
  const std::string margin(indent, ' ');
  std::size_t columns = 0;
  const auto flush = [&] {
    if (columns > 0) out += margin + line + "\n";
    line.clear();
    columns = 0;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view source = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (source.empty() || source[0] == ' ') {
      flush();
      out += source.empty() ? "\n" : margin + std::string(source) + "\n";
      continue;
    }
    while (!source.empty()) {
      const std::size_t space = std::min(source.find(' '), source.size());
      const std::string_view word = source.substr(0, space);
      source.remove_prefix(std::min(space + 1, source.size()));
      if (word.empty()) continue;
      const auto size = static_cast<std::size_t>(std::count_if(
          word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
      if (columns > 0 && indent + columns + 1 + size > width) flush();
      if (columns > 0) line += ' ', ++columns;
      line += word;
      columns += size;
    }
  }
  flush();
  return out;
}

void print_help(const Command& command, std::ostream& out) {
  out << "taraz " << command.name() << " - " << command.summary() << "\n\nUsage: taraz " << command.name()
      << " " << command.synopsis() << "\n\n"
      << wrapped(command.description(), 0, kWidth) << "\nOptions:\n";
  constexpr std::size_t kColumn = 28;
  for (const OptionHelp& o : options_of(command)) {
    const std::string heading = (o.short_name.empty() ? "      " : "  ") + heading_of(o);
    std::string description = wrapped(description_of(o), kColumn, kWidth);
    if (heading.size() + 2 <= kColumn)
      description.replace(0, heading.size(), heading);
    else
      out << heading << "\n";
    out << description;
  }
  out << "\nExamples:\n";
  for (const Example& e : command.examples()) out << "  " << e.line << "\n" << wrapped(e.meaning, 6, kWidth);
}

void print_overview(std::ostream& out) {
  out << "taraz - aligns texts in Persian, Arabic, English and other languages\n\n"
         "Usage: taraz COMMAND [options] inputs [-o output]\n\nCommands:\n";
  for (const auto& c : all_commands()) out << fmt::format("  {:12} {}\n", c->name(), c->summary());
  out << "\ntaraz help COMMAND, or taraz COMMAND --help, shows a command's options and examples.\n"
         "taraz --version tells the version. Exit status: "
      << kExitStatus << "\n";
}

void print_manual(const Command* command, std::ostream& out) {
  const std::string name = command == nullptr ? "taraz" : "taraz-" + std::string(command->name());
  std::string capitals = name;
  for (char& c : capitals)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  out << ".TH " << roff(capitals) << " 1 \"\" \"taraz " TARAZ_VERSION "\" \"User Commands\"\n.SH NAME\n"
      << roff(name) << " \\- ";
  if (command == nullptr) {
    out << "aligns texts in Persian, Arabic, English and other languages\n"
           ".SH SYNOPSIS\n.B taraz\n.I COMMAND\n[options] inputs [\\-o output]\n"
           ".SH COMMANDS\n";
    for (const auto& c : all_commands())
      out << ".TP\n.BR taraz\\-" << roff(c->name()) << " (1)\n" << roff(c->summary()) << "\n";
    out << ".SH EXIT STATUS\n" << kExitStatus << "\n";
    return;
  }
  out << roff(command->summary()) << "\n.SH SYNOPSIS\n.B taraz " << roff(command->name()) << "\n"
      << roff(command->synopsis()) << "\n.SH DESCRIPTION\n"
      << roff_paragraphs(command->description()) << ".SH OPTIONS\n";
  for (const OptionHelp& o : options_of(*command))
    out << ".TP\n.B " << roff(heading_of(o)) << "\n" << roff(description_of(o)) << "\n";
  out << ".SH EXAMPLES\n";
  for (const Example& e : command->examples())
    out << ".TP\n.B " << roff(e.line) << "\n" << roff(e.meaning) << "\n";
  out << ".SH EXIT STATUS\n" << kExitStatus << "\n.SH SEE ALSO\n.BR taraz (1)\n";
}

void print_bash_completion(std::ostream& out) {
  out << "# bash completion of taraz, written by `taraz help --bash-completion`\n"
         "_taraz() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} options=\n"
         "  COMPREPLY=()\n"
         "  if [ \"$COMP_CWORD\" = 1 ] || { [ \"$COMP_CWORD\" = 2 ] && [ \"${COMP_WORDS[1]}\" = help ]; }; "
         "then\n"
         "    COMPREPLY=($(compgen -W \"help";
  for (const auto& c : all_commands()) out << " " << c->name();
  out << "\" -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]} in\n";
  for (const auto& c : all_commands()) {
    out << "    " << c->name() << ") options='";
    const char* separator = "";
    for (const OptionHelp& o : options_of(*c)) {
      for (const std::string* n : {&o.short_name, &o.long_name})
        if (!n->empty()) out << separator << *n, separator = " ";
    }
    out << "' ;;\n";
  }
  out << "  esac\n"
         "  case $word in -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;; esac\n"
         "}\n"
         "complete -o default -o bashdefault -F _taraz taraz\n";
}

const Command* nearest_command(std::string_view word) {
  const Command* best = nullptr;
  std::size_t least = 3;
  for (const auto& c : all_commands())
    if (const std::size_t d = distance(word, c->name()); d < least && d * 2 < c->name().size()) {
      least = d;
      best = c.get();
    }
  return best;
}

}  // namespace taraz::cli
