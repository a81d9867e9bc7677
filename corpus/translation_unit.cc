#include "corpus/translation_unit.h"

#include <algorithm>

namespace taraz {

bool TranslationUnit::complete() const {
  return std::none_of(variants.begin(), variants.end(), [](const Variant& v) { return v.text.empty(); });
}

void for_each_unit(std::span<const Document* const> documents, const Alignment& alignment,
                   const std::function<void(TranslationUnit&&)>& take) {
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads()) {
    TranslationUnit unit;
    unit.id = std::to_string(++number);
    unit.score = bead.confidence;
    unit.kind = bead.kind();
    for (std::size_t k = 0; k < documents.size(); ++k)
      unit.variants.push_back({documents[k]->language(), documents[k]->text_of(bead.sides[k]), bead.sides[k]});
    take(std::move(unit));
  }
}

}  // namespace taraz
