#include <unistd.h>

#include <csignal>
#include <iostream>

#include "cli/command.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is an error of writing like a full disk
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program quietly, as users of `| head` expect
  taraz::cli::Streams streams{std::cin, std::cout, std::cerr, isatty(2) != 0, isatty(1) != 0};
  return taraz::cli::run_program({argv + 1, argv + argc}, streams);
}
