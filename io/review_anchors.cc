// The finders and the matcher are those of the aligner (align/anchors); here their links become groups of
// marks: what is linked, directly or over a third column, has one number. Checked by
// tests/io/review_anchors_test.cc.
#include "io/review_anchors.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/anchor_match.h"
#include "text/document.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// Anchors may add this much to a page; in a text of hardly anything but numbers the rest goes without.
constexpr double kBudgetShare = 0.12;
constexpr std::size_t kBudget = 60'000;

constexpr float kCertain = 0.5F;  // of a number or date without a partner, to be marked as such

struct Mark {
  ByteSpan span;
  AnchorKind kind = AnchorKind::number;
  std::size_t node = 0;  // of the union-find, 0: without a partner
};

std::uint32_t code_of(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::number:
      return 0;
    case AnchorKind::date:
      return 1;
    case AnchorKind::name:
      return 2;
    default:
      return 3;
  }
}

void append_number(std::string& out, std::uint32_t value) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  do {
    out += kDigits[(value & 31) | (value > 31 ? 32u : 0u)];
    value >>= 5;
  } while (value > 0);
}

// UTF-16 units from `begin` to `end`.
std::uint32_t utf16_size(std::string_view text, std::size_t begin, std::size_t end) {
  std::uint32_t size = 0;
  while (begin < end) size += next_code_point(text, begin) > 0xFFFF ? 2 : 1;
  return size;
}

// The texts of a column as the segments of one document.
Document document_of(std::span<const TranslationUnit> units,
                     const std::vector<std::vector<std::size_t>>& places, std::size_t column,
                     const Language& language) {
  std::string text;
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    for (std::size_t k = 0; k < places[i].size(); ++k)
      if (places[i][k] == column) text += units[i].variants[k].text;
    segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 0, SegmentKind::sentence});
    text += '\n';
  }
  Document document("column " + std::to_string(column + 1), language, std::move(text));
  document.set_segments(std::move(segments));
  return document;
}

// The marks of one unit.
class UnitMarks {
 public:
  explicit UnitMarks(std::size_t columns) : marks_(columns), parents_(1, 0) {}

  void link(std::size_t a, std::size_t b, const AnchorLink& link) {
    const std::size_t from = root(node(a, link.a, link.kind)), to = root(node(b, link.b, link.kind));
    parents_[std::max(from, to)] = std::min(from, to);
  }

  void add_alone(std::size_t column, const Anchor& anchor) {
    const bool wanted = anchor.kind == AnchorKind::number || anchor.kind == AnchorKind::date;
    if (wanted && anchor.certainty >= kCertain)
      alone_.emplace_back(column, Mark{anchor.span, anchor.kind, 0});
  }

  // The unit as web/anchors.js reads it; empty when there is nothing to mark. `texts[c]` is the text of
  // column c.
  std::string encoded(const std::vector<std::string_view>& texts) {
    for (std::vector<Mark>& column : marks_) {
      std::sort(column.begin(), column.end(), before);
      keep_disjoint(column);
    }
    for (const auto& [column, mark] : alone_) {
      const ByteSpan span = mark.span;
      if (std::none_of(marks_[column].begin(), marks_[column].end(),
                       [span](const Mark& m) { return m.span.begin < span.end && span.begin < m.span.end; }))
        marks_[column].push_back(mark);
    }
    if (std::all_of(marks_.begin(), marks_.end(), [](const auto& column) { return column.empty(); }))
      return "";
    std::string out;
    std::map<std::size_t, std::uint32_t> groups;
    for (std::size_t c = 0; c < marks_.size(); ++c) {
      std::sort(marks_[c].begin(), marks_[c].end(), before);
      append_number(out, static_cast<std::uint32_t>(marks_[c].size()));
      std::size_t at = 0;
      for (const Mark& m : marks_[c]) {
        std::uint32_t group = 0;
        if (m.node > 0)
          group =
              groups.try_emplace(root(m.node), static_cast<std::uint32_t>(groups.size() + 1)).first->second;
        append_number(out, utf16_size(texts[c], at, m.span.begin));
        append_number(out, utf16_size(texts[c], m.span.begin, m.span.end));
        append_number(out, 4 * group + code_of(m.kind));
        at = m.span.end;
      }
    }
    return out;
  }

 private:
  static bool before(const Mark& a, const Mark& b) {
    return std::pair(a.span.begin, b.span.end) <
           std::pair(b.span.begin, a.span.end);  // of equal begins the longer
  }

  // Of marks that overlap the first stays, and stands for the others' groups too.
  void keep_disjoint(std::vector<Mark>& marks) {
    std::vector<Mark> kept;
    for (const Mark& m : marks) {
      if (kept.empty() || m.span.begin >= kept.back().span.end) {
        kept.push_back(m);
        continue;
      }
      const std::size_t a = root(m.node), b = root(kept.back().node);
      parents_[std::max(a, b)] = std::min(a, b);
    }
    marks = std::move(kept);
  }

  std::size_t node(std::size_t column, ByteSpan span, AnchorKind kind) {
    for (const Mark& m : marks_[column])
      if (m.span == span) return m.node;
    parents_.push_back(parents_.size());
    marks_[column].push_back({span, kind, parents_.size() - 1});
    return parents_.size() - 1;
  }

  std::size_t root(std::size_t node) const {
    while (parents_[node] != node) node = parents_[node];
    return node;
  }

  std::vector<std::vector<Mark>> marks_;
  std::vector<std::size_t> parents_;
  std::vector<std::pair<std::size_t, Mark>> alone_;
};

// A quotation's marks would cover whole sentences. Words that Persian and Arabic share are no names; between
// two such columns only a name that the gazetteer knows is marked.
bool is_wanted(const AnchorLink& link, bool same_script, std::span<const Anchor> anchors) {
  if (link.kind == AnchorKind::quotation) return false;
  if (link.kind != AnchorKind::name || !same_script) return true;
  return std::any_of(anchors.begin(), anchors.end(), [&](const Anchor& a) {
    return a.span == link.a && a.kind == AnchorKind::name && a.value.find(':') != std::string::npos;
  });
}

}  // namespace

std::string review_anchors(std::span<const TranslationUnit> units,
                           const std::vector<std::vector<std::size_t>>& places,
                           const std::vector<Language>& columns) {
  std::vector<Document> documents;
  std::vector<DocumentAnchors> anchors;
  std::size_t bytes = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    documents.push_back(document_of(units, places, c, columns[c]));
    bytes += documents.back().text().size();
    AnchorOptions options;
    options.language = columns[c];
    anchors.emplace_back(documents.back(), AnchorFinder(std::move(options)));
  }
  std::map<std::pair<std::size_t, std::size_t>, AnchorMatcher> matchers;
  for (std::size_t a = 0; a < columns.size(); ++a)
    for (std::size_t b = a + 1; b < columns.size(); ++b) matchers.try_emplace({a, b}, anchors[a], anchors[b]);
  const std::size_t budget = kBudget + static_cast<std::size_t>(kBudgetShare * static_cast<double>(bytes));
  std::string out;
  bool any = false;
  std::vector<std::string_view> texts(columns.size());
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (i > 0) out += ';';
    if (out.size() > budget) continue;
    UnitMarks marks(columns.size());
    for (const auto& [pair, matcher] : matchers) {
      const auto [a, b] = pair;
      const bool same_script = columns[a].right_to_left() && columns[b].right_to_left();
      for (const AnchorLink& link : matcher.links({i, i + 1}, {i, i + 1}))
        if (is_wanted(link, same_script, anchors[a].segment(i))) marks.link(a, b, link);
    }
    for (std::size_t c = 0; c < columns.size(); ++c) {
      texts[c] = documents[c].text(i);
      for (const Anchor& anchor : anchors[c].segment(i)) marks.add_alone(c, anchor);
    }
    const std::string encoded = marks.encoded(texts);
    any = any || !encoded.empty();
    out += encoded;
  }
  return any ? out : "";
}

}  // namespace taraz
