#include "align/passages/joined_documents.h"

#include <string>
#include <utility>

namespace taraz {
namespace {

Document join(std::span<const Document* const> collection, const std::vector<std::uint32_t>& members,
              std::vector<std::uint32_t>& owner, std::vector<std::uint32_t>& original) {
  std::string text;
  std::vector<Segment> segments;
  std::uint32_t paragraph = 0;
  for (const std::uint32_t d : members) {
    const Document& document = *collection[d];
    std::uint32_t last = 0;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
      const Segment& s = document.segments()[i];
      if (s.kind == SegmentKind::boilerplate) continue;
      paragraph += s.paragraph != last;
      last = s.paragraph;
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += document.text(i);
      segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, paragraph, s.kind});
      text += '\n';
      owner.push_back(d);
      original.push_back(i);
    }
    ++paragraph;
  }
  Document out("joined", members.empty() ? Language() : collection[members.front()]->language(),
               std::move(text));
  out.set_segments(std::move(segments));
  return out;
}

}  // namespace

JoinedDocuments::JoinedDocuments(std::span<const Document* const> collection,
                                 std::vector<std::uint32_t> members)
    : joined_(join(collection, members, owner_, original_)) {}

Passage JoinedDocuments::passage(SegmentRange joined) const {
  return {owner_[joined.begin], {original_[joined.begin], original_[joined.end - 1] + 1}};
}

std::string_view name_of(LinkKind kind) {
  return kind == LinkKind::translation ? "translation" : "comparable";
}

}  // namespace taraz
