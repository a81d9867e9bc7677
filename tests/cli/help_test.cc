// Every command, whoever wrote it, has help that can be trusted.
#include "cli/help.h"

#include <gtest/gtest.h>

#include <boost/program_options.hpp>
#include <set>
#include <sstream>

#include "cli/progress.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

// The words of each `taraz ...` in a shell line: pipes, ';' and '&&' part commands, quotes group,
// redirections go.
std::vector<std::vector<std::string>> taraz_calls(const std::string& line) {
  std::vector<std::vector<std::string>> calls(1);
  std::string word;
  bool in_word = false;
  char quote = 0;
  const auto end_word = [&] {
    if (in_word) calls.back().push_back(word);
    word.clear();
    in_word = false;
  };
  for (const char c : line) {
    if (quote != 0) {
      if (c == quote)
        quote = 0;
      else
        word += c;
    } else if (c == '\'' || c == '"') {
      quote = c;
      in_word = true;
    } else if (c == ' ') {
      end_word();
    } else if (c == '|' || c == ';' || c == '&' || c == '(' || c == ')') {
      end_word();
      calls.emplace_back();
    } else {
      word += c;
      in_word = true;
    }
  }
  end_word();
  std::vector<std::vector<std::string>> out;
  for (auto& call : calls) {
    for (std::size_t i = 0; i < call.size(); ++i)
      if (call[i] == ">" || call[i] == "<") {
        const auto at = call.begin() + static_cast<std::ptrdiff_t>(i--);
        call.erase(at, std::min(at + 2, call.end()));
      }
    const auto taraz = std::find(call.begin(), call.end(), "taraz");
    if (taraz != call.end()) out.emplace_back(taraz + 1, call.end());
  }
  return out;
}

TEST(Help, EveryCommandHasAPageWithAnExampleThatParses) {
  for (const auto& command : all_commands()) {
    SCOPED_TRACE(command->name());
    EXPECT_FALSE(command->summary().empty());
    EXPECT_FALSE(command->summary().ends_with('.'));
    EXPECT_FALSE(command->description().empty());
    std::ostringstream page;
    print_help(*command, page);
    EXPECT_NE(page.str().find("Usage: taraz " + std::string(command->name())), std::string::npos);
    ASSERT_FALSE(command->examples().empty());
    for (const Example& example : command->examples()) {
      SCOPED_TRACE(example.line);
      EXPECT_FALSE(example.meaning.empty());
      bool of_this_command = false;
      for (const std::vector<std::string>& words : taraz_calls(example.line)) {
        ASSERT_FALSE(words.empty());
        if (words[0] != command->name()) continue;
        of_this_command = true;
        EXPECT_NO_THROW(parse_words(*command, {words.begin() + 1, words.end()}));
      }
      EXPECT_TRUE(of_this_command);
    }
  }
}

TEST(Help, EveryOptionSaysWhatItDoesAndLinesFit) {
  for (const auto& command : all_commands()) {
    SCOPED_TRACE(command->name());
    std::set<std::string> names;
    for (const OptionHelp& o : options_of(*command)) {
      EXPECT_FALSE(o.description.empty()) << o.long_name;
      EXPECT_NE(o.argument, "arg") << o.long_name << ": give it a value_name";
      EXPECT_TRUE(names.insert(o.long_name).second) << o.long_name;
    }
    std::ostringstream page;
    print_help(*command, page);
    std::istringstream lines(page.str());
    for (std::string line; std::getline(lines, line);) {
      const bool may_be_long = line.starts_with("  taraz ") || line.starts_with("Usage") || line.starts_with("  ");
      EXPECT_TRUE(may_be_long || line.size() <= 112) << line;
    }
  }
}

TEST(Help, EveryCommandHasAManualPageAndCompletion) {
  std::ostringstream completion;
  print_bash_completion(completion);
  for (const auto& command : all_commands()) {
    std::ostringstream page;
    print_manual(command.get(), page);
    EXPECT_TRUE(page.str().starts_with(".TH TARAZ\\-")) << command->name();
    for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS"})
      EXPECT_NE(page.str().find(std::string(".SH ") + section + "\n"), std::string::npos)
          << command->name() << section;
    EXPECT_NE(completion.str().find("    " + std::string(command->name()) + ") options="), std::string::npos);
  }
}

TEST(Help, WrapsWordsAndKeepsIndentedLines) {
  EXPECT_EQ(wrapped("one two three\nfour\n\nfive\n  kept   as is\nsix", 2, 12),
            "  one two\n  three four\n\n  five\n    kept   as is\n  six\n");
  EXPECT_EQ(wrapped("", 2, 12), "");
}

TEST(Help, ACommandNearTheWordIsFound) {
  ASSERT_NE(nearest_command("algin"), nullptr);
  EXPECT_EQ(nearest_command("algin")->name(), "align");
  EXPECT_EQ(nearest_command("xyzzy"), nullptr);
}

TEST(ParseWords, WrongOptionsAreUsageErrors) {
  const Command& align = *all_commands().front();
  EXPECT_THROW(parse_words(align, {"--sideways"}), UsageError);
  EXPECT_THROW(parse_words(align, {"--format"}), UsageError);
  EXPECT_THROW(parse_words(align, {"--threads", "many"}), UsageError);
  EXPECT_NO_THROW(parse_words(align, {"a", "-", "fa=b", "-o", "x"}));
}

TEST(Progress, LinesTellShareRateAndTimeLeft) {
  using enum Progress::Unit;
  EXPECT_EQ(Progress::line("segment", 45'000'000, 100'000'000, 3, bytes),
            "segment: 45 %, 15.0 MB/s, 0:04 left");
  EXPECT_EQ(Progress::line("segment", 5'000'000, 0, 2, bytes), "segment: 5.0 MB, 2.5 MB/s");
  EXPECT_EQ(Progress::line("batch", 10, 1000, 10, items), "batch: 1 %, 1/s, 16:30 left");
}

}  // namespace
}  // namespace taraz::cli
