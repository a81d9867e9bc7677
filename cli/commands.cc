// The list of commands: one maker each, in cli/command_NAME.cc.
#include "cli/command.h"

namespace taraz::cli {

std::unique_ptr<Command> make_align();
std::unique_ptr<Command> make_anchors();
std::unique_ptr<Command> make_review();
std::unique_ptr<Command> make_convert();
std::unique_ptr<Command> make_evaluate();
std::unique_ptr<Command> make_segment();
std::unique_ptr<Command> make_train();

const std::vector<std::unique_ptr<Command>>& all_commands() {
  static const std::vector<std::unique_ptr<Command>> commands = [] {
    std::vector<std::unique_ptr<Command>> list;
    list.push_back(make_align());
    list.push_back(make_anchors());
    list.push_back(make_review());
    list.push_back(make_segment());
    list.push_back(make_train());
    list.push_back(make_convert());
    list.push_back(make_evaluate());
    return list;
  }();
  return commands;
}

}  // namespace taraz::cli
