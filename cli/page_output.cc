#include "cli/page_output.h"

#include "io/review_page.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

const std::string& checked(const std::string& path, const Streams& streams) {
  if (path == "-" && streams.out_is_terminal)
    throw UsageError("a page is not for a terminal; name a file, PAGE.html");
  return path;
}

}  // namespace

PageOutput::PageOutput(const std::string& path, Streams& streams)
    : sink_(checked(path, streams), streams.out) {}

void PageOutput::write(std::span<const TranslationUnit> units, const std::vector<Language>& languages,
                       const std::string& title) {
  if (units.empty()) throw Error(title + (title.empty() ? "" : ": ") + "no units to review");
  ReviewPageOptions options;
  options.title = title;
  options.languages = languages;
  options.creation_date = creation_date();
  options.tool_version = TARAZ_VERSION;
  write_review_page(units, options, sink_);
  sink_.commit();
}

std::string title_of(std::string_view path) {
  return path == "-" ? "" : std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace taraz::cli
