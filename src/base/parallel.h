// SPDX-License-Identifier: Apache-2.0
// Work items shared between threads by a cursor; results go to one slot an item, so their order is free.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

namespace readiness::base {

/// Calls `work(index, worker)` once for every index below `count` on `jobs` threads (at least one).
/// `make_worker()` is called once a thread, on that thread, and returns a unique_ptr to its scratch. `chunk`
/// indices are taken at a time. Exceptions must not leave `work`.
template <typename MakeWorker, typename Work>
void for_each_index(std::size_t count, unsigned jobs, std::size_t chunk, MakeWorker make_worker, Work work) {
  chunk = std::max<std::size_t>(chunk, 1);
  std::atomic<std::size_t> cursor{0};
  const auto loop = [&] {
    auto worker = make_worker();
    for (std::size_t begin; (begin = cursor.fetch_add(chunk, std::memory_order_relaxed)) < count;)
      for (std::size_t i = begin; i < std::min(count, begin + chunk); ++i) work(i, *worker);
  };
  const std::size_t useful = (count + chunk - 1) / chunk;
  const std::size_t threads = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(useful, 1));
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(loop);
  loop();
}

}  // namespace readiness::base
