// The finders run one after the other over the same words; then their anchors are merged, and what is only a
// part of a stronger anchor (the digits of a URL or a phone number) is dropped. Tested by
// tests/align/anchor_finder_test.cc.
#include "align/anchors/anchor_finder.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "align/anchors/date_finder.h"
#include "align/anchors/gazetteer.h"
#include "align/anchors/name_finder.h"
#include "align/anchors/number_finder.h"
#include "align/anchors/pattern_finder.h"
#include "align/anchors/word_roles.h"

namespace taraz {
namespace {

// Nothing inside these is read otherwise.
bool is_opaque(AnchorKind kind) {
  return kind == AnchorKind::url || kind == AnchorKind::email || kind == AnchorKind::phone ||
         kind == AnchorKind::hashtag;
}

bool before(const Anchor& a, const Anchor& b) {
  return std::tie(a.span.begin, a.span.end, a.kind) < std::tie(b.span.begin, b.span.end, b.kind) ||
         (a.span == b.span && a.kind == b.kind && a.certainty > b.certainty);
}

}  // namespace

AnchorFinder::AnchorFinder(AnchorOptions options) : options_(std::move(options)) { Gazetteer::instance(); }

void AnchorFinder::find(std::string_view text, const Words& words, std::vector<Anchor>& out) const {
  const std::size_t first = out.size();
  const AnchorKinds kinds = options_.kinds;
  const auto wants = [&](AnchorKind k) { return kinds.has(k); };
  std::size_t dates_end = first;
  if (wants(AnchorKind::date) || wants(AnchorKind::number) || wants(AnchorKind::reference) ||
      wants(AnchorKind::name)) {
    const RoledWords roled(words, text, options_.language);
    find_dates(roled, {options_.document_day}, out);
    const std::size_t numbers = dates_end = out.size();
    if (wants(AnchorKind::number) || wants(AnchorKind::reference)) {
      // find_numbers appends, so the dates must not move while it reads them.
      thread_local std::vector<Anchor> dates;
      dates.assign(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
      find_numbers(roled, dates, out);
    }
    if (wants(AnchorKind::reference)) {
      thread_local std::vector<Anchor> references;
      references.clear();
      find_references(text, words, options_, out, numbers, references);
      std::move(references.begin(), references.end(), std::back_inserter(out));
    }
  }
  if (wants(AnchorKind::name)) {
    const std::size_t names = out.size();
    find_names(text, words, options_.language, out);
    // Months and eras are no names: Bahman in "22 Bahman 1357"; a weekday is both.
    const auto in_date = [&](const Anchor& a) {
      if (a.value.starts_with("day:")) return false;
      for (std::size_t i = first; i < dates_end; ++i)
        if (out[i].span.begin <= a.span.begin && a.span.end <= out[i].span.end) return true;
      return false;
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(names), out.end(), in_date), out.end());
  }
  const std::size_t patterns = out.size();
  find_patterns(text, words, options_, out);

  // Drop what lies inside an opaque anchor, Latin words that are known names, and kinds nobody asked for.
  bool opaque = false;
  for (std::size_t i = patterns; i < out.size(); ++i) opaque = opaque || is_opaque(out[i].kind);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
  const auto covers = [](const Anchor& x, const Anchor& a) {
    return x.span.begin <= a.span.begin && a.span.end <= x.span.end;
  };
  if (opaque || out.size() > patterns) {
    thread_local std::vector<Anchor> cover;
    cover.clear();
    for (std::size_t i = first; i < out.size(); ++i)
      if (is_opaque(out[i].kind) || (out[i].kind == AnchorKind::name && options_.language.right_to_left()))
        cover.push_back(out[i]);
    const auto hidden = [&](const Anchor& a) {
      if (is_opaque(a.kind) || a.kind == AnchorKind::quotation) return false;
      return std::any_of(cover.begin(), cover.end(), [&](const Anchor& x) {
        return covers(x, a) &&
               (is_opaque(x.kind) || (a.kind == AnchorKind::latin && x.kind == AnchorKind::name));
      });
    };
    out.erase(std::remove_if(begin, out.end(), hidden), out.end());
  }
  const auto start = out.begin() + static_cast<std::ptrdiff_t>(first);
  out.erase(std::remove_if(start, out.end(), [&](const Anchor& a) { return !wants(a.kind); }), out.end());
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), before);
}

std::vector<Anchor> AnchorFinder::find(std::string_view text, const Words& words) const {
  std::vector<Anchor> anchors;
  find(text, words, anchors);
  return anchors;
}

std::vector<Anchor> AnchorFinder::find(std::string_view text) const { return find(text, Words(text)); }

std::optional<std::int32_t> dateline_day(const Document& document) { return find_document_day(document); }

}  // namespace taraz
