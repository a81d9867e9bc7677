// A loop on several threads.
#ifndef TARAZ_ALIGN_ENGINE_PARALLEL_H_
#define TARAZ_ALIGN_ENGINE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace taraz {

// Calls work(0) ... work(count - 1), each once, in any order, on up to `threads` threads (0: as many as the
// machine has). The first exception is thrown again here after all have stopped.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_PARALLEL_H_
