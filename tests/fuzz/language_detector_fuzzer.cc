// Any valid text: guesses are a distribution.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/language_detector.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = taraz::repair_utf8({reinterpret_cast<const char*>(data), size});
  double sum = 0;
  const auto guesses = taraz::guess_languages(text);
  for (const auto& g : guesses) sum += g.certainty;
  if (!guesses.empty() && !(sum <= 1 + 1e-9 && sum > 0)) std::abort();
  if (!std::isfinite(taraz::plausibility(text))) std::abort();
  return 0;
}
