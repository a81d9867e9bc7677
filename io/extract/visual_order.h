// Text as it is drawn, from left to right, back into the order in which it is read and stored.
#ifndef TARAZ_IO_EXTRACT_VISUAL_ORDER_H_
#define TARAZ_IO_EXTRACT_VISUAL_ORDER_H_

#include <span>
#include <string>

namespace taraz {

enum class Direction { left_to_right, right_to_left };

// The direction of most letters; left to right when there are none.
Direction direction_of(std::u32string_view text);
bool has_right_to_left(std::u32string_view text);
// A combining mark of the Arabic script; of any script.
bool is_arabic_mark(char32_t c);
bool is_combining_mark(char32_t c);

// The text of one line in logical order. `drawn`: characters from left to right, each with the marks that sit
// on it behind it. `base`: the direction of the paragraph. Arabic presentation forms and Latin ligatures come
// as the letters they show, brackets as what they are at their place. O(n); thread-safe.
std::string logical_order(std::span<const std::u32string> drawn, Direction base);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_VISUAL_ORDER_H_
