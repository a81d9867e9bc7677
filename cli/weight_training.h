// taraz train --weights: learns the engine's weights from line-aligned development text.
#ifndef TARAZ_CLI_WEIGHT_TRAINING_H_
#define TARAZ_CLI_WEIGHT_TRAINING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"

namespace taraz::cli {

struct WeightTraining {
  std::vector<std::string> inputs;  // LANG=FILE, line-aligned
  std::string documents;            // a document name per line; what follows a tab is left out
  std::string output;               // the table of weights; empty: only measure
  std::uint32_t seeds = 2;          // sets of cases
  std::uint32_t epochs = 12;
  std::size_t group = 8;  // documents joined into a case
  bool all = false;       // learn from both halves; the marks are then not of unseen text
  bool joint = false;     // the weights of pairs that third documents bear witness of
  bool use_lexicon = true;
  bool use_names = true;
  unsigned threads = 0;
};

// Learns from one half of the documents, writes the weights, and prints the marks of both halves: strict and
// lax F1 for every pair and variant, and how many of the beads of confidence >= 0.9 are right. Returns the
// exit status.
int run_weight_training(const WeightTraining& options, Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_WEIGHT_TRAINING_H_
