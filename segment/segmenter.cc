// The stages in order: paragraphs, sentences in each, headings glued to a sentence; then kinds.
#include "segment/segmenter.h"

#include <algorithm>
#include <utility>

#include "segment/datelines.h"
#include "segment/glued_headings.h"
#include "segment/icu_sentences.h"
#include "segment/paragraphs.h"
#include "segment/sentence_tables.h"
#include "segment/sentences.h"
#include "segment/srx_rules.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::vector<Segment> lines_as_segments(std::string_view text) {
  std::vector<Segment> out;
  std::uint32_t paragraph = 0;
  for (std::size_t begin = 0; begin < text.size(); ++paragraph) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    const auto at = static_cast<std::uint32_t>(
        line.empty() ? begin : static_cast<std::size_t>(line.data() - text.data()));
    out.push_back({{at, at + static_cast<std::uint32_t>(line.size())}, paragraph, SegmentKind::sentence});
    begin = end + 1;
  }
  return out;
}

void cut_datelines(std::string_view text, std::vector<Piece>& pieces, std::vector<Piece>& scratch) {
  scratch.clear();
  for (const Piece& piece : pieces) {
    if (piece.heading) {
      scratch.push_back(piece);
    } else {
      cut_dateline(text, piece.span, scratch);
    }
  }
  pieces.swap(scratch);
}

bool own_rules(std::string_view base) { return base.empty() || base == "fa" || base == "ar" || base == "en"; }

}  // namespace

struct Segmenter::State {
  SegmentOptions options;
};

Segmenter::Segmenter(SegmentOptions options) : state_(std::make_unique<State>(State{std::move(options)})) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(Document& document) const {
  const std::string_view text = document.text();
  if (state_->options.one_per_line) return document.set_segments(lines_as_segments(text));
  const std::string_view base = document.language().base();
  const SentenceTables& tables = sentence_tables(base);
  std::vector<Segment> out;
  std::vector<Sentence> sentences;
  std::vector<Piece> pieces, scratch;
  for (const Paragraph& p : find_paragraphs(document, tables)) {
    if (p.kind == SegmentKind::boilerplate && state_->options.drop_boilerplate) continue;
    if (p.whole) {
      out.push_back({p.span, p.number, p.kind});
      continue;
    }
    sentences.clear();
    pieces.clear();
    if (state_->options.rules != nullptr) {
      state_->options.rules->find(text, p.span, document.language().tag(), sentences);
      for (const Sentence& s : sentences) pieces.push_back({s.span, false});
    } else if (own_rules(base)) {
      find_sentences(text, p.span, tables, sentences);
    } else {
      find_icu_sentences(text, p.span, document.language().tag(), sentences);
    }
    if (state_->options.rules == nullptr) cut_glued_headings(text, sentences, tables, pieces);
    if (state_->options.rules == nullptr && (base == "fa" || base == "ar"))
      cut_datelines(text, pieces, scratch);
    const SegmentKind kind = p.kind == SegmentKind::heading && pieces.size() > 1 && text[p.span.begin] != '#'
                                 ? SegmentKind::sentence
                                 : p.kind;
    for (const Piece& piece : pieces)
      out.push_back({piece.span, p.number, piece.heading ? SegmentKind::heading : kind});
  }
  document.set_segments(std::move(out));
}

}  // namespace taraz
