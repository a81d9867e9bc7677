// taraz anchors: what in a text is the same in every language.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/anchor_match.h"
#include "align/anchors/calendar.h"
#include "align/anchors/name_similarity.h"
#include "cli/command.h"
#include "cli/document_input.h"
#include "cli/option_groups.h"
#include "io/line_reader.h"
#include "io/sink.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

// One line, no tab: a cell of a TSV row.
std::string cell(std::string_view text) {
  std::string out(on_one_line(text));
  std::replace(out.begin(), out.end(), '\t', ' ');
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      out.push_back(c);
    }
  }
  return out + "\"";
}

// Terminal colour of a kind.
int colour_of(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::date:
      return 32;
    case AnchorKind::number:
      return 36;
    case AnchorKind::name:
      return 33;
    case AnchorKind::latin:
      return 35;
    case AnchorKind::reference:
      return 31;
    default:
      return 34;
  }
}

enum class Format { tsv, jsonl };

Format format_of(const Arguments& arguments) {
  const std::string& name = arguments["format"].as<std::string>();
  if (name == "tsv") return Format::tsv;
  if (name == "jsonl") return Format::jsonl;
  throw UsageError(fmt::format("--format: there is no format '{}'; tsv and jsonl are the formats", name));
}

void write_anchors(const Document& document, const DocumentAnchors& anchors, Format format, Sink& sink) {
  for (std::uint32_t i = 0; i < document.size(); ++i)
    for (const Anchor& a : anchors.segment(i)) {
      const std::uint32_t begin = document.segments()[i].span.begin + a.span.begin;
      const std::uint32_t end = begin + a.span.size();
      const std::string_view text = a.span.of(document.text(i));
      if (format == Format::tsv) {
        sink.write(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", cell(document.id()), i, name_of(a.kind),
                               cell(text), cell(a.value), begin, end));
      } else {
        sink.write(fmt::format(
            "{{\"document\":{},\"segment\":{},\"kind\":\"{}\",\"text\":{},\"value\":{},\"begin\":{},\"end\":{"
            "},"
            "\"certainty\":{:.2f}}}\n",
            json(document.id()), i, name_of(a.kind), json(text), json(a.value), begin, end, a.certainty));
      }
    }
}

void write_links(const Document& a, const Document& b, const AnchorMatcher& matcher, Format format,
                 Sink& sink) {
  std::vector<AnchorLink> links = matcher.links({0, a.size()}, {0, b.size()});
  std::stable_sort(links.begin(), links.end(), [](const AnchorLink& x, const AnchorLink& y) {
    return x.a_segment != y.a_segment ? x.a_segment < y.a_segment : x.a.begin < y.a.begin;
  });
  for (const AnchorLink& l : links) {
    const std::string_view a_text = l.a.of(a.text(l.a_segment)), b_text = l.b.of(b.text(l.b_segment));
    if (format == Format::tsv) {
      sink.write(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.2f}\t{:.2f}\n", cell(a.id()), l.a_segment,
                             name_of(l.kind), cell(a_text), cell(b.id()), l.b_segment, cell(b_text),
                             l.similarity, l.weight));
    } else {
      sink.write(
          fmt::format("{{\"document\":{},\"segment\":{},\"kind\":\"{}\",\"text\":{},\"other_document\":{},"
                      "\"other_segment\":{},\"other_text\":{},\"similarity\":{:.2f},\"weight\":{:.2f}}}\n",
                      json(a.id()), l.a_segment, name_of(l.kind), json(a_text), json(b.id()), l.b_segment,
                      json(b_text), l.similarity, l.weight));
    }
  }
}

// The text, a segment a line, anchors in colours.
void write_colours(const Document& document, const DocumentAnchors& anchors, Sink& sink) {
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const std::string_view text = document.text(i);
    std::string line;
    std::uint32_t at = 0;
    for (const Anchor& a : anchors.segment(i)) {
      if (a.span.begin < at || a.kind == AnchorKind::quotation)
        continue;  // inside one that is marked already
      line += text.substr(at, a.span.begin - at);
      line += fmt::format("\x1b[{}m{}\x1b[0m", colour_of(a.kind), cell(a.span.of(text)));
      at = a.span.end;
    }
    line += text.substr(at);
    for (char& c : line)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    sink.write(line + "\n");
  }
}

void compare_names(const std::string& path, Streams& streams, Sink& sink, const DecodeOptions& decode) {
  LineReader lines(TextReader(Source(path, streams.in), decode));
  for (std::string_view line; lines.next(line);) {
    if (line.empty()) continue;
    std::vector<std::string_view> cells;
    for (std::string_view rest = line; cells.size() < 4;) {
      const std::size_t tab = rest.find('\t');
      cells.push_back(trim(rest.substr(0, tab)));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (cells.size() < 4 || !Language::is_tag(cells[0]) || !Language::is_tag(cells[2]))
      throw FormatError(lines.name(), lines.number(), 0,
                        "a line has four cells: language, name, language, name, parted by tabs");
    const double similarity =
        name_similarity(cells[1], Language::parse(cells[0]), cells[3], Language::parse(cells[2]));
    sink.write(fmt::format("{:.6f}\t{}\n", similarity, line));
  }
}

class AnchorsCommand : public Command {
 public:
  std::string_view name() const override { return "anchors"; }
  std::string_view summary() const override { return "Finds dates, numbers, names and other fixed points"; }
  std::string_view synopsis() const override { return "[LANG=]FILE... [--links] [-o OUT]"; }
  std::string_view description() const override {
    return "Lists what is the same in every language: dates in three calendars, numbers in digits and words, "
           "names,\n"
           "URLs, e-mail addresses, phone numbers, hashtags, Latin words in Arabic-script text, quotations, "
           "article and\n"
           "verse numbers.\n\n"
           "Columns: document, segment (from 0), kind, text, value, begin, end. begin and end are bytes of "
           "the\n"
           "document's text as UTF-8 (of a plain text file: of the file without a byte order mark). A text "
           "that can be\n"
           "read in several ways has several rows, the likeliest first. Values: days 1978-09-08 or\n"
           "1988-03-21/1989-03-20, plain decimals, ids of known names (country:IR), a skeleton of the "
           "consonants of\n"
           "others (~rkc), otherwise the folded text.\n\n"
           "--links: anchors that match between the documents, every two of them: document, segment, kind, "
           "text, the\n"
           "other document, segment and text, similarity (0 to 1), weight (nats: how much likelier they "
           "stand in the\n"
           "same place of two translations than by chance).\n\n"
           "--compare-names: every line of FILE is language, name, language, name, parted by tabs; it is "
           "written with\n"
           "the similarity of the names, 0 to 1, in front. From 0.5 on they are the same name in all "
           "likelihood. Names\n"
           "are compared by their letters alone; only people, given names and countries that the tables keep "
           "apart\n"
           "(Khomeini and Khamenei, Hassan and Hossein) are looked up.";
  }
  std::vector<Example> examples() const override {
    return {
        {"taraz anchors fa=letter.txt", "The anchors of a Persian text as TSV"},
        {"taraz anchors fa=letter.txt en=letter-en.txt --links", "Which of them belong together"},
        {"taraz anchors ar=news.txt --date 2021-09-20 --kinds date", "Dates, with \"yesterday\" resolved"},
        {"printf 'en\\tChurchill\\tfa\\tچرچیل\\n' | taraz anchors --compare-names -",
         "How alike two names sound"}};
  }
  void add_options(Options& options) const override {
    options.add_options()("format", po::value<std::string>()->default_value("tsv")->value_name("FORMAT"),
                          "tsv or jsonl")(
        "date", po::value<std::string>()->value_name("YYYY-MM-DD"),
        "the day the text was written, for \"yesterday\"; otherwise a date in its dateline")(
        "kinds", po::value<std::string>()->value_name("KIND,..."), "only these kinds: date,number,name ...")(
        "links", "the matching anchors between two or more documents")(
        "color", "the text itself, anchors marked by colours")("compare-names",
                                                               po::value<std::string>()->value_name("FILE"),
                                                               "similarities of the pairs of names in FILE");
    add_document_options(options);
    add_output_option(options);
  }

  int run(const Arguments& arguments, Streams& streams) const override {
    const Format format = format_of(arguments);
    const bool links = arguments.count("links") > 0, colours = arguments.count("color") > 0;
    if (links && colours) throw UsageError("--links and --color do not go together");
    if (arguments.count("compare-names") > 0) {
      if (!arguments["input"].as<std::vector<std::string>>().empty())
        throw UsageError("--compare-names reads its own FILE; there is nothing to do with other inputs");
      const DecodeOptions decode = decode_options_of(arguments);
      Sink sink(output_of(arguments), streams.out);
      compare_names(arguments["compare-names"].as<std::string>(), streams, sink, decode);
      sink.commit();
      return 0;
    }
    AnchorOptions options;
    if (arguments.count("kinds") > 0) options.kinds = kinds_of(arguments["kinds"].as<std::string>());
    std::optional<std::int32_t> day;
    if (arguments.count("date") > 0) {
      day = parse_iso_date(arguments["date"].as<std::string>());
      if (!day)
        throw UsageError(
            fmt::format("--date: '{}' is no day like 2021-09-20", arguments["date"].as<std::string>()));
    }
    const std::vector<Document> documents = read_documents(arguments, streams, links ? 2 : 1, false);
    std::vector<DocumentAnchors> anchors;
    for (const Document& d : documents) {
      options.language = d.language();
      options.document_day = day ? day : dateline_day(d);
      anchors.emplace_back(d, AnchorFinder(options));
    }
    Sink sink(output_of(arguments), streams.out);
    if (links) {
      if (format == Format::tsv)
        sink.write(
            "document\tsegment\tkind\ttext\tother_document\tother_segment\tother_text\tsimilarity\tweight\n");
      for (std::size_t i = 0; i < documents.size(); ++i)
        for (std::size_t k = i + 1; k < documents.size(); ++k)
          write_links(documents[i], documents[k], AnchorMatcher(anchors[i], anchors[k]), format, sink);
    } else {
      if (format == Format::tsv && !colours) sink.write("document\tsegment\tkind\ttext\tvalue\tbegin\tend\n");
      for (std::size_t i = 0; i < documents.size(); ++i) {
        if (colours) {
          write_colours(documents[i], anchors[i], sink);
        } else {
          write_anchors(documents[i], anchors[i], format, sink);
        }
      }
    }
    sink.commit();
    return 0;
  }

 private:
  static AnchorKinds kinds_of(const std::string& list) {
    AnchorKinds kinds;
    for (std::string_view rest = list; !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view word = rest.substr(0, comma);
      std::size_t k = 0;
      while (k < kAnchorKindCount && name_of(static_cast<AnchorKind>(k)) != word) ++k;
      if (k == kAnchorKindCount)
        throw UsageError(
            fmt::format("--kinds: there is no kind '{}'; the kinds are date, number, name, url, email, "
                        "phone, hashtag, latin, quotation, reference",
                        word));
      kinds.add(static_cast<AnchorKind>(k));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return kinds;
  }
};

}  // namespace

std::unique_ptr<Command> make_anchors() { return std::make_unique<AnchorsCommand>(); }

}  // namespace taraz::cli
