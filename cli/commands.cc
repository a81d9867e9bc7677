// The list of commands: one maker each, in cli/command_NAME.cc.
#include "cli/command.h"

namespace taraz::cli {

std::unique_ptr<Command> make_align();
std::unique_ptr<Command> make_batch();
std::unique_ptr<Command> make_worker();
std::unique_ptr<Command> make_merge();
std::unique_ptr<Command> make_anchors();
std::unique_ptr<Command> make_match();
std::unique_ptr<Command> make_review();
std::unique_ptr<Command> make_convert();
std::unique_ptr<Command> make_evaluate();
std::unique_ptr<Command> make_segment();
std::unique_ptr<Command> make_train();
std::unique_ptr<Command> make_score();
std::unique_ptr<Command> make_stats();
std::unique_ptr<Command> make_testset();
std::unique_ptr<Command> make_filter();
std::unique_ptr<Command> make_terms_check();
std::unique_ptr<Command> make_glossary();
std::unique_ptr<Command> make_extract();

const std::vector<std::unique_ptr<Command>>& all_commands() {
  static const std::vector<std::unique_ptr<Command>> commands = [] {
    std::vector<std::unique_ptr<Command>> list;
    list.push_back(make_align());
    list.push_back(make_batch());
    list.push_back(make_worker());
    list.push_back(make_merge());
    list.push_back(make_anchors());
    list.push_back(make_match());
    list.push_back(make_review());
    list.push_back(make_segment());
    list.push_back(make_train());
    list.push_back(make_convert());
    list.push_back(make_evaluate());
    list.push_back(make_extract());
    list.push_back(make_glossary());
    list.push_back(make_terms_check());
    list.push_back(make_filter());
    list.push_back(make_testset());
    list.push_back(make_stats());
    list.push_back(make_score());
    return list;
  }();
  return commands;
}

}  // namespace taraz::cli
