#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <fstream>
#include <iterator>
#include <list>
#include <ostream>

#include "align/aligner.h"
#include "cli/command.h"
#include "segment/segmenter.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

std::string side(const SegmentRange& r) {
  std::string out = "[";
  for (std::uint32_t i = r.begin; i < r.end; ++i) out += (i > r.begin ? "," : "") + std::to_string(i);
  return out + "]";
}

class AlignCommand : public Command {
 public:
  std::string_view name() const override { return "align"; }
  std::string_view summary() const override { return "Aligns two or more texts sentence by sentence"; }
  std::string_view synopsis() const override { return "[LANG=]FILE [LANG=]FILE [[LANG=]FILE...] [-o OUT]"; }
  std::string_view description() const override { return "Pairs the sentences of texts that are translations of each other."; }
  std::vector<Example> examples() const override { return {{"taraz align fa=letter.txt en=letter-en.txt", "TSV on standard output"}}; }
  void add_options(po::options_description& options) const override {
    options.add_options()("segmented", "one segment a line, as it is")(
        "format", po::value<std::string>()->default_value("beads")->value_name("FORMAT"), "beads");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    std::list<Document> documents;
    std::vector<const Document*> views;
    const Segmenter segmenter({.one_per_line = arguments.count("segmented") > 0});
    for (const std::string& word : arguments["input"].as<std::vector<std::string>>()) {
      const std::size_t equals = word.find('=');
      if (equals == std::string::npos) throw UsageError("name the language: fa=" + word);
      std::ifstream in(word.substr(equals + 1), std::ios::binary);
      if (!in) throw Error(word.substr(equals + 1) + ": cannot open");
      documents.emplace_back(word, Language::parse(word.substr(0, equals)), std::string(std::istreambuf_iterator<char>(in), {}));
      segmenter.segment(documents.back());
      views.push_back(&documents.back());
    }
    const Alignment alignment = Aligner().align(views);
    for (const Bead& bead : alignment.beads()) {
      std::string line;
      for (const SegmentRange& r : bead.sides) line += (line.empty() ? "" : ":") + side(r);
      streams.out << line << fmt::format("\t{:.4f}\n", bead.cost);
    }
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_align() { return std::make_unique<AlignCommand>(); }

}  // namespace taraz::cli
