#include "align/anchors/date_finder.h"

namespace taraz {

void find_dates(const RoledWords&, const DateContext&, std::vector<Anchor>&) {}
std::optional<std::int32_t> find_document_day(const Document&) { return std::nullopt; }
double date_agreement(const Anchor& a, const Anchor& b) { return a.value == b.value ? 1.0 : 0.0; }
double date_contradiction(const Anchor& a, const Anchor& b) { return a.value == b.value ? 0.0 : 1.0; }

}  // namespace taraz
