// Numbers in digits. Written before any normalisation: NFKC would turn 2½ into 21/2 (reference: UAX #15).
// Tested by tests/align/anchors/numbers.tsv.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "align/anchors/number_grammar.h"

namespace taraz {
namespace {

// ½ and its like: what they add, in the last decimals; thirds have no decimal and are left out.
constexpr std::array<std::pair<std::string_view, std::pair<int, int>>, 9> kVulgar = {{
    {"½", {5, -1}},
    {"¼", {25, -2}},
    {"¾", {75, -2}},
    {"⅕", {2, -1}},
    {"⅖", {4, -1}},
    {"⅗", {6, -1}},
    {"⅘", {8, -1}},
    {"⅛", {125, -3}},
    {"⅒", {1, -1}},
}};

std::optional<Decimal> vulgar(const RoledWords& w, std::size_t i) {
  if (!w.mark(i)) return std::nullopt;
  const std::string_view sign = w.words()[i].span.of(w.text());
  for (const auto& [text, value] : kVulgar)
    if (text == sign) return Decimal(value.first, value.second);
  return std::nullopt;
}

enum class Separator { none, comma, point, decimal_point, grouping, slash, apostrophe };

// The separator at word i, when digits touch it on both sides.
Separator separator(const RoledWords& w, std::size_t i) {
  if (!w.mark(i) || !w.digits(i + 1) || !w.adjacent(i) || !w.adjacent(i + 1)) return Separator::none;
  const std::string_view sign = w.words()[i].span.of(w.text());
  if (sign == ",") return Separator::comma;
  if (sign == ".") return Separator::point;
  if (sign == "٫") return Separator::decimal_point;
  if (sign == "٬" || sign == "،") return Separator::grouping;
  if (sign == "/" || sign == "⁄") return Separator::slash;
  if (sign == "'" || sign == "’") return Separator::apostrophe;
  return Separator::none;
}

bool groups(Separator s) {
  return s == Separator::comma || s == Separator::grouping || s == Separator::apostrophe ||
         s == Separator::point;
}

// White space that groups digits: no-break, thin and narrow no-break space between runs.
bool thin_space_before(const RoledWords& w, std::size_t i) {
  if (!w.digits(i)) return false;
  const std::uint32_t begin = w.words()[i - 1].span.end;
  const std::string_view gap = w.text().substr(begin, w.words()[i].span.begin - begin);
  return gap == "\u00A0" || gap == "\u2009" || gap == "\u202F";
}

bool plain_space_before(const RoledWords& w, std::size_t i) {
  return w.words()[i].span.begin == w.words()[i - 1].span.end + 1 &&
         w.text()[w.words()[i].span.begin - 1] == ' ';
}

}  // namespace

bool clock_point(const RoledWords& w, std::size_t i) {
  if (!w.english() || i == 0 || separator(w, i) != Separator::point || w.folded(i + 1).size() != 2 ||
      !w.digits(i - 1))
    return false;
  const std::size_t k = i + 2;
  if (w.folded_is(k, "am") || w.folded_is(k, "pm")) return true;
  return (w.folded_is(k, "a") || w.folded_is(k, "p")) && w.mark(k + 1, '.') && w.folded_is(k + 2, "m");
}

std::optional<ParsedNumber> parse_digits(const RoledWords& w, std::size_t at) {
  ParsedNumber out;
  out.begin = at;
  if (const auto value = vulgar(w, at)) {
    out.end = at + 1;
    out.value = *value;
    out.in_digits = true;
    return out;
  }
  if (!w.digits(at)) return std::nullopt;
  out.in_digits = true;
  std::string whole(w.folded(at));
  std::string fraction;
  std::size_t end = at + 1;

  // Groups of three: 1,234,567 or ۱٬۲۳۴٬۵۶۷ or 1.234.567 or 1 234 567.
  const auto is_group = [&](std::size_t i) { return w.digits(i) && w.folded(i).size() == 3; };
  bool grouped = false;
  if (whole.size() <= 3 && whole[0] != '0') {
    const Separator first = separator(w, end);
    if (groups(first) && is_group(end + 1)) {
      std::size_t k = end;
      while (separator(w, k) == first && is_group(k + 1)) k += 2;
      const bool many = k - end > 2;
      const bool stops = separator(w, k) != first;  // 1,234,56 and 1.2.3 are something else
      const bool eastern = !w.english();
      if (stops && (first != Separator::point || many || eastern)) {
        for (std::size_t j = end + 1; j < k; j += 2) whole += w.folded(j);
        end = k;
        grouped = true;
      }
    } else if (is_group(end) && plain_space_before(w, end) && (whole.size() == 3 || is_group(end + 1))) {
      // 116 123, 12 345 678: nobody says two such numbers in a row.
      std::size_t k = end;
      while (is_group(k) && plain_space_before(w, k)) ++k;
      if (!w.digits(k) || !plain_space_before(w, k)) {
        for (; end < k; ++end) whole += w.folded(end);
        grouped = true;
      }
    } else if (thin_space_before(w, end) && is_group(end)) {
      while (end < w.size() && thin_space_before(w, end) && is_group(end)) whole += w.folded(end++);
      grouped = true;
    }
  }

  // A telephone number in groups: 0800 555 111
  if (!grouped && whole.size() >= 3 && whole[0] == '0') {
    std::size_t k = end;
    while (w.digits(k) && w.folded(k).size() <= 4 &&
           w.words()[k].span.begin == w.words()[k - 1].span.end + 1 &&
           w.text()[w.words()[k].span.begin - 1] == ' ')
      ++k;
    if (k >= end + 2)
      for (; end < k; ++end) whole += w.folded(end);
  }

  // The same in visual order in right-to-left text: 111 555 0800
  if (!grouped && !w.english() && whole.size() == 3 && fraction.empty()) {
    std::size_t k = end;
    while (w.digits(k) && w.folded(k).size() >= 3 && w.folded(k).size() <= 4 && plain_space_before(w, k)) ++k;
    if (k >= end + 2 && w.folded(k - 1)[0] == '0' && whole[0] != '0') {
      for (; end < k; ++end) whole = std::string(w.folded(end)) + whole;
    }
  }

  const Separator next = clock_point(w, end) ? Separator::none : separator(w, end);
  const auto decimals = [&] {
    fraction = w.folded(end + 1);
    end += 2;
  };
  if (next == Separator::decimal_point || next == Separator::point) {
    // Two points that do not group: a version, an address, a section number.
    if (next == Separator::point && !grouped && separator(w, end + 2) == Separator::point) {
      while (separator(w, end) == Separator::point) {
        fraction += "." + std::string(w.folded(end + 1));
        end += 2;
      }
      out.text = whole + fraction;
      out.identifier = true;
      out.end = end;
      return out;
    }
    decimals();
  } else if (next == Separator::grouping && !grouped && w.folded(end + 1).size() <= 2 && whole.size() <= 3 &&
             w.words()[end].span.of(w.text()) == "٬") {
    decimals();
  } else if (next == Separator::comma && !grouped && !w.english() && w.folded(end + 1).size() <= 2 &&
             whole.size() <= 4 && separator(w, end + 2) == Separator::none) {
    decimals();
  } else if (next == Separator::slash && separator(w, end + 2) != Separator::slash &&
             !(at > 0 && separator(w, at - 1) == Separator::slash)) {
    const std::string_view second = w.folded(end + 1);
    if (!grouped && whole.size() >= 2 && second.size() >= 3 && whole.size() + second.size() <= 9) {
      // Resolution 43/173, file 98/1324
      out.end = end + 2;
      out.text = whole + "/" + std::string(second);
      out.identifier = true;
      return out;
    }
    if (w.persian() && second.size() <= 2) {
      decimals();
    } else if (whole.size() <= 2 && second.size() <= 2 && whole[0] != '0' && second[0] != '0' && !grouped) {
      const int a = std::stoi(whole);
      const int b = std::stoi(std::string(second));
      if (a < b && b <= 20) {
        end += 2;
        out.end = end;
        out.text = whole + "/" + std::string(second);
        for (const int scale : {10, 100, 1000})
          if (scale % b == 0) {
            out.value = Decimal(a * (scale / b), scale == 10 ? -1 : scale == 100 ? -2 : -3);
            out.text.clear();
            break;
          }
        return out;
      }
    }
  }
  const auto value = Decimal::from_digits(whole, fraction);
  const bool long_run = !grouped && fraction.empty() && whole.size() >= 9;
  const bool leading_zero = whole.size() >= 3 && whole[0] == '0' && fraction.empty();
  if (!value || long_run || leading_zero) {
    out.identifier = true;
    out.text = whole + (fraction.empty() ? "" : "." + fraction);
  } else {
    out.value = *value;
  }
  // 2½, 3 1/2
  if (!out.identifier && fraction.empty())
    if (const auto more = vulgar(w, end); more && w.adjacent(end))
      if (const auto sum = out.value.plus(*more)) {
        out.value = *sum;
        ++end;
      }
  // 1 1/2
  if (!out.identifier && fraction.empty() && !grouped && end + 2 < w.size() && w.digits(end) &&
      plain_space_before(w, end) && separator(w, end + 1) == Separator::slash &&
      separator(w, end + 3) != Separator::slash && !w.persian())
    if (const auto part = parse_digits(w, end); part && part->text.empty() && part->value < Decimal(1))
      if (const auto sum = out.value.plus(part->value)) {
        out.value = *sum;
        end = part->end;
      }
  out.end = end;
  out.plain_digits = end == at + 1;
  out.digit_count = static_cast<int>(w.folded(at).size());
  return out;
}

}  // namespace taraz
