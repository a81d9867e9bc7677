// Every segment is tokenised once; anchors of the same span become one item, equal items one type. In
// Arabic-script text, where capitals do not show names, every other word is an item too; in Latin script
// common words with a capital are ("Tiger Woods", "the Justice Movement"), which are no anchors. Tested by
// tests/align/anchor_match_test.cc.
#include "align/anchors/document_anchors.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "align/anchors/acronyms.h"
#include "align/anchors/bare_forms.h"
#include "align/anchors/gazetteer.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr float kSpelledDigit = 0.3F;
constexpr std::size_t kShortestWord = 3;  // letters

// Persian verbs in the present: می‌رود, نمی‌رود.
bool is_verb(std::string_view word) {
  return word.starts_with("می\xE2\x80\x8C") || word.starts_with("نمی\xE2\x80\x8C");
}

class Collector {
 public:
  Collector(DocumentAnchors::Data& data, const AnchorFinder& finder)
      : data_(data), finder_(finder), right_to_left_(finder.options().language.right_to_left()) {
    const std::string_view base = finder.options().language.base();
    arabic_ = base == "ar";
    script_ = arabic_ ? NameScript::arabic : NameScript::persian;
    language_bit_ = arabic_ ? kArabicNames : kPersianNames;
  }

  // A first pass over Latin-script text: words that stand in lower case somewhere are no names where a
  // capital is no sign of one (first words, headings).
  void collect_lower(const Words& words) {
    if (right_to_left_) return;
    for (const Word& w : words.all())
      if (w.kind == WordKind::letters && !w.upper && !w.arabic && w.span.size() >= kShortestWord)
        if (const std::string_view f = words.folded(w); lower_.find(f) == lower_.end()) lower_.emplace(f);
  }

  void collect_acronyms(std::string_view text, const Words& words) {
    if (finder_.options().kinds.has(AnchorKind::name)) acronyms_.collect(text, words, finder_);
  }

  void segment(std::string_view text, const Words& words, std::uint32_t number) {
    const std::size_t begin = data_.anchors.size();
    finder_.find(text, words, data_.anchors);
    if (!lower_.empty())
      data_.anchors.erase(
          std::remove_if(data_.anchors.begin() + static_cast<std::ptrdiff_t>(begin), data_.anchors.end(),
                         [&](const Anchor& a) {
                           return a.kind == AnchorKind::name && a.certainty < 0.9F && a.value[0] == '~' &&
                                  lower_.find(fold(a.span.of(text))) != lower_.end();
                         }),
          data_.anchors.end());
    acronyms_.apply(text, words, data_.anchors, begin);
    const std::size_t first = data_.items.size();
    for (std::size_t i = begin; i < data_.anchors.size();) {
      std::size_t end = i + 1;
      while (end < data_.anchors.size() && data_.anchors[end].span == data_.anchors[i].span) ++end;
      add_anchors(text, number, i, end);
      i = end;
    }
    if (finder_.options().kinds.has(AnchorKind::name)) {
      if (right_to_left_) {
        add_words(text, words, number, first);
      } else {
        add_capitals(text, words, number, first);
      }
    }
    std::sort(data_.items.begin() + static_cast<std::ptrdiff_t>(first), data_.items.end(),
              [](const AnchorItem& a, const AnchorItem& b) {
                return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.type < b.type;
              });
    // A type counts once a segment.
    for (std::size_t i = first; i < data_.items.size(); ++i) {
      const std::uint32_t type = data_.items[i].type;
      if (last_segment_.size() < data_.types.size()) last_segment_.resize(data_.types.size(), 0);
      if (last_segment_[type] == number + 1) continue;
      last_segment_[type] = number + 1;
      ++data_.types[type].segments;
    }
  }

 private:
  void add_anchors(std::string_view text, std::uint32_t number, std::size_t begin, std::size_t end) {
    key_.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const Anchor& a = data_.anchors[i];
      key_.push_back(static_cast<char>('A' + static_cast<int>(a.kind)));
      key_.append(a.value).push_back('\n');
    }
    const Anchor& a = data_.anchors[begin];
    // Skeletons are no identity: the letters are.
    if (a.kind == AnchorKind::name && a.value[0] == '~') fold(a.span.of(text), key_);
    const auto [it, added] = number_.emplace(key_, static_cast<std::uint32_t>(data_.types.size()));
    if (added) {
      AnchorType type;
      type.readings.assign(data_.anchors.begin() + static_cast<std::ptrdiff_t>(begin),
                           data_.anchors.begin() + static_cast<std::ptrdiff_t>(end));
      type.kind = a.kind;
      type.certainty = a.certainty;
      // "two", «سه»: often said otherwise in a translation (a dual, "a couple"), so hardly missed.
      if (a.kind == AnchorKind::number && a.value.size() == 1 && fold(a.span.of(text)) != a.value)
        type.certainty *= kSpelledDigit;
      if (a.kind == AnchorKind::name || a.kind == AnchorKind::latin) {
        type.folded = fold(a.span.of(text));
        type.known_name =
            a.value[0] != '~' && a.kind == AnchorKind::name && !a.value.starts_with("acronym:");
        if (a.kind == AnchorKind::name && type.folded.find(' ') == std::string::npos) {
          const NameScript script = name_script(a.span.of(text), finder_.options().language);
          type.keys.push_back(make_name_key(a.span.of(text), script));
          type.signature = name_signature(type.keys[0].form);
        }
      }
      data_.types.push_back(std::move(type));
    }
    data_.items.push_back({it->second, number, a.span});
  }

  // Whether an anchor other than a quotation, among items [first, end), stands on the word.
  bool taken(const Word& w, std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
      if (data_.types[data_.items[i].type].kind != AnchorKind::quotation &&
          data_.items[i].span.begin < w.span.end && w.span.begin < data_.items[i].span.end)
        return true;
    return false;
  }

  void add_capitals(std::string_view text, const Words& words, std::uint32_t number, std::size_t first) {
    const std::size_t end = data_.items.size();
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Word& w = words[i];
      if (!w.upper || w.kind != WordKind::letters || w.arabic || w.span.size() < kShortestWord ||
          words[i - 1].kind == WordKind::mark || taken(w, first, end))
        continue;
      const std::string_view folded = words.folded(w);
      const NameWord& facts = Gazetteer::instance().word(folded);
      const std::string_view own = w.span.of(text);
      const bool shouted = std::all_of(own.begin(), own.end(), [](char c) { return c < 'a' || c > 'z'; });
      if (shouted || (facts.common & kEnglishNames) == 0 || (facts.not_name & kEnglishNames) != 0) continue;
      key_.assign("w").append(folded);
      const auto [it, added] = number_.emplace(key_, static_cast<std::uint32_t>(data_.types.size()));
      if (added) {
        AnchorType type;
        type.folded = std::string(folded);
        type.certainty = 0.3F;
        type.keys.push_back(make_name_key(w.span.of(text), NameScript::latin));
        type.signature = name_signature(type.keys[0].form);
        Anchor reading;
        reading.kind = AnchorKind::name;
        reading.span = w.span;
        reading.value = name_skeleton(type.keys[0].form);
        reading.certainty = type.certainty;
        type.readings.push_back(std::move(reading));
        data_.types.push_back(std::move(type));
      }
      data_.items.push_back({it->second, number, w.span});
    }
  }

  void add_words(std::string_view text, const Words& words, std::uint32_t number, std::size_t first) {
    const std::size_t end = data_.items.size();
    for (const Word& w : words.all()) {
      if (w.kind != WordKind::letters || !w.arabic || w.span.size() < 2 * kShortestWord) continue;
      if (taken(w, first, end)) continue;
      const std::string_view folded = words.folded(w);
      if ((Gazetteer::instance().word(folded).not_name & language_bit_) != 0 || is_verb(w.span.of(text)))
        continue;
      key_.assign("w").append(folded);
      const auto [it, added] = number_.emplace(key_, static_cast<std::uint32_t>(data_.types.size()));
      if (added) {
        AnchorType type;
        type.folded = std::string(folded);
        const bool plural =
            !arabic_ && folded.size() > 8 && (folded.ends_with("ها") || folded.ends_with("های"));
        type.certainty = 0.3F;
        if (!plural) type.keys.push_back(make_name_key(w.span.of(text), script_));
        each_bare_form(folded, arabic_, [&](std::string_view form, std::size_t) {
          if (count_code_points(form) >= kShortestWord) type.keys.push_back(make_name_key(form, script_));
          return type.keys.size() >= 4 || plural;
        });
        if (type.keys.empty()) type.keys.push_back(make_name_key(w.span.of(text), script_));
        type.signature = name_signature(type.keys[0].form);
        data_.types.push_back(std::move(type));
      }
      data_.items.push_back({it->second, number, w.span});
    }
  }

  DocumentAnchors::Data& data_;
  const AnchorFinder& finder_;
  bool right_to_left_;
  bool arabic_ = false;
  NameScript script_ = NameScript::persian;
  std::uint8_t language_bit_ = 0;
  std::unordered_map<std::string, std::uint32_t> number_;
  std::vector<std::uint32_t> last_segment_;
  std::set<std::string, std::less<>> lower_;
  DocumentAcronyms acronyms_;
  std::string key_;
};

}  // namespace

NameSignature name_signature(const NameForm& form) {
  NameSignature s;
  for (const char c : name_skeleton(form)) {
    switch (c) {
      case 'b':
        ++s.counts[0];
        break;
      case 't':
        ++s.counts[1];
        break;
      case 'k':
      case 'x':
        ++s.counts[2];
        break;
      case 's':
        ++s.counts[3];
        break;
      case 'm':
      case 'n':
        ++s.counts[4];
        break;
      case 'r':
        ++s.counts[5];
        break;
      case 'l':
        ++s.counts[6];
        break;
      default:
        break;  // f and c stand for too many letters
    }
  }
  return s;
}

DocumentAnchors::DocumentAnchors(const Document& document, const AnchorFinder& finder)
    : data_(std::make_unique<Data>()) {
  Collector collector(*data_, finder);
  std::vector<Words> words;
  words.reserve(document.size());
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    words.emplace_back(document.text(i));
    collector.collect_lower(words.back());
    collector.collect_acronyms(document.text(i), words.back());
  }
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    data_->first_anchor.push_back(static_cast<std::uint32_t>(data_->anchors.size()));
    data_->first_item.push_back(static_cast<std::uint32_t>(data_->items.size()));
    collector.segment(document.text(i), words[i], i);
    words[i] = Words({});
  }
  data_->first_anchor.push_back(static_cast<std::uint32_t>(data_->anchors.size()));
  data_->first_item.push_back(static_cast<std::uint32_t>(data_->items.size()));
}
DocumentAnchors::~DocumentAnchors() = default;
DocumentAnchors::DocumentAnchors(DocumentAnchors&&) noexcept = default;
DocumentAnchors& DocumentAnchors::operator=(DocumentAnchors&&) noexcept = default;

std::uint32_t DocumentAnchors::size() const {
  return static_cast<std::uint32_t>(data_->first_item.size() - 1);
}

std::span<const Anchor> DocumentAnchors::segment(std::uint32_t i) const {
  return std::span<const Anchor>(data_->anchors)
      .subspan(data_->first_anchor[i], data_->first_anchor[i + 1] - data_->first_anchor[i]);
}

}  // namespace taraz
