// First version: a segment a line; ICU's sentence iterator inside a line.
#include "segment/segmenter.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

struct Segmenter::State {
  SegmentOptions options;
};

Segmenter::Segmenter(SegmentOptions options) : state_(std::make_unique<State>(State{options})) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(Document& document) const {
  const std::string_view text = document.text();
  std::vector<Segment> out;
  std::uint32_t paragraph = 0;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> sentences(icu::BreakIterator::createSentenceInstance(
      icu::Locale(std::string(document.language().base()).c_str()), status));
  if (U_FAILURE(status)) throw Error(std::string("ICU has no sentence rules: ") + u_errorName(status));
  const auto add = [&](std::size_t begin, std::size_t end, bool keep_empty) {
    const std::string_view trimmed = trim(text.substr(begin, end - begin));
    if (trimmed.empty() && !keep_empty) return;
    const auto at = trimmed.empty() ? static_cast<std::uint32_t>(begin)
                                    : static_cast<std::uint32_t>(trimmed.data() - text.data());
    out.push_back({{at, at + static_cast<std::uint32_t>(trimmed.size())}, paragraph, SegmentKind::sentence});
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (state_->options.one_per_line) {
      add(begin, end, true);
    } else {
      const std::string_view line = text.substr(begin, end - begin);
      UText* u = utext_openUTF8(nullptr, line.data(), static_cast<int64_t>(line.size()), &status);
      sentences->setText(u, status);
      for (int32_t a = sentences->first(), b = sentences->next(); b != icu::BreakIterator::DONE; a = b, b = sentences->next())
        add(begin + static_cast<std::size_t>(a), begin + static_cast<std::size_t>(b), false);
      utext_close(u);
    }
    ++paragraph;
    begin = end + 1;
  }
  document.set_segments(std::move(out));
}

}  // namespace taraz
