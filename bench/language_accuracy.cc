// language_accuracy LANG [DATA] < LINES: how often a line (and its first four words) is told to be LANG. Prints the
// shares right and, of those that detect_language is sure of, the shares right.
#include <iostream>
#include <map>
#include <sstream>
#include <string>

#include "text/data_tables.h"
#include "text/language_detector.h"

int main(int argc, char** argv) {
  const std::string wanted = argc > 1 ? argv[1] : "fa";
  if (argc > 2) taraz::set_data_directory(argv[2]);
  struct Tally {
    int all = 0, right = 0, sure = 0, sure_right = 0;
    std::map<std::string, int> wrong;
  } tallies[2];
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream in(line);
    std::string four, word;
    for (int i = 0; i < 4 && in >> word; ++i) four += word + " ";
    for (int k = 0; k < 2; ++k) {
      const std::string& text = k == 0 ? line : four;
      const auto guesses = taraz::guess_languages(text);
      if (guesses.empty()) continue;
      Tally& t = tallies[k];
      ++t.all;
      const bool right = guesses[0].language.tag() == wanted;
      t.right += right;
      if (!right) ++t.wrong[guesses[0].language.tag()];
      const taraz::Language detected = taraz::detect_language(text);
      t.sure += detected.known();
      t.sure_right += detected.tag() == wanted;
    }
  }
  for (int k = 0; k < 2; ++k) {
    const Tally& t = tallies[k];
    std::cout << wanted << (k == 0 ? " line   " : " 4 words") << " n=" << t.all << " right "
              << 100.0 * t.right / t.all << " sure " << 100.0 * t.sure / t.all << " of these right "
              << 100.0 * t.sure_right / std::max(1, t.sure);
    for (const auto& [tag, n] : t.wrong) std::cout << " " << tag << ":" << n;
    std::cout << "\n";
  }
}
