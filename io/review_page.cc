#include "io/review_page.h"

#include <algorithm>
#include <sstream>

#include "io/review_data.h"
#include "io/sha256.h"
#include "io/unit_writer.h"
#include "io/web_page.h"

namespace taraz {
std::vector<Language> columns_of(std::span<const TranslationUnit> units, const std::vector<Language>& first) {
  std::vector<Language> columns = first;
  for (const TranslationUnit& u : units)
    for (auto v = u.variants.begin(); v != u.variants.end(); ++v) {
      const auto same = [&](const Variant& other) { return other.language == v->language; };
      const auto needed = std::count_if(u.variants.begin(), v + 1, same);
      if (std::count(columns.begin(), columns.end(), v->language) < needed) columns.push_back(v->language);
    }
  return columns;
}

std::string content_hash(std::span<const TranslationUnit> units) {
  std::ostringstream lines;
  const auto writer = make_unit_writer(UnitFormat::jsonl, Sink("-", lines), {});
  for (const TranslationUnit& u : units) writer->write(u);
  writer->finish();
  return hexadecimal(sha256(lines.view())).substr(0, 32);
}

void write_review_page(std::span<const TranslationUnit> units, const ReviewPageOptions& options, Sink& sink) {
  write_web_page(sink, {.html = "review.html",
                        .style = "review.css",
                        .script = "main.js",
                        .title = options.title,
                        .data = review_data(units, options)});
}

}  // namespace taraz
