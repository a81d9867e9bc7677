#include <boost/program_options.hpp>
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/command.h"
#include "segment/segmenter.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class SegmentCommand : public Command {
 public:
  std::string_view name() const override { return "segment"; }
  std::string_view summary() const override { return "Splits a text into sentences, one a line"; }
  std::string_view synopsis() const override { return "[--lang LANG] FILE|- [-o OUT]"; }
  std::string_view description() const override { return "Writes a sentence a line and an empty line between paragraphs."; }
  std::vector<Example> examples() const override { return {{"taraz segment --lang fa letter.txt", "Sentences of a Persian text"}}; }
  void add_options(po::options_description& options) const override {
    options.add_options()("lang", po::value<std::string>()->value_name("LANG"), "language of the text (fa, ar, en ...)");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const Language language = Language::parse(arguments.count("lang") > 0 ? arguments["lang"].as<std::string>() : "en");
    Document document("-", language, std::string(std::istreambuf_iterator<char>(streams.in), {}));
    Segmenter().segment(document);
    for (std::uint32_t i = 0; i < document.size(); ++i) streams.out << on_one_line(document.text(i)) << '\n';
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_segment() { return std::make_unique<SegmentCommand>(); }

}  // namespace taraz::cli
