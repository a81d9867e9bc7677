#include "align/anchors/anchor.h"

namespace taraz {

std::string_view name_of(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::date:
      return "date";
    case AnchorKind::number:
      return "number";
    case AnchorKind::name:
      return "name";
    case AnchorKind::url:
      return "url";
    case AnchorKind::email:
      return "email";
    case AnchorKind::phone:
      return "phone";
    case AnchorKind::hashtag:
      return "hashtag";
    case AnchorKind::latin:
      return "latin";
    case AnchorKind::quotation:
      return "quotation";
    case AnchorKind::reference:
      return "reference";
  }
  return "number";
}

std::string_view name_of(Calendar calendar) {
  switch (calendar) {
    case Calendar::none:
      return "none";
    case Calendar::gregorian:
      return "gregorian";
    case Calendar::jalali:
      return "jalali";
    case Calendar::hijri:
      return "hijri";
  }
  return "none";
}

std::string_view name_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::none:
      return "none";
    case Granularity::day:
      return "day";
    case Granularity::week:
      return "week";
    case Granularity::month:
      return "month";
    case Granularity::season:
      return "season";
    case Granularity::year:
      return "year";
    case Granularity::decade:
      return "decade";
    case Granularity::century:
      return "century";
    case Granularity::range:
      return "range";
    case Granularity::recurring:
      return "recurring";
    case Granularity::relative:
      return "relative";
  }
  return "none";
}

std::string_view name_of(NumberKind kind) {
  switch (kind) {
    case NumberKind::none:
      return "none";
    case NumberKind::cardinal:
      return "cardinal";
    case NumberKind::ordinal:
      return "ordinal";
    case NumberKind::percent:
      return "percent";
    case NumberKind::money:
      return "money";
    case NumberKind::measure:
      return "measure";
    case NumberKind::identifier:
      return "identifier";
    case NumberKind::clock:
      return "clock";
  }
  return "none";
}

}  // namespace taraz
