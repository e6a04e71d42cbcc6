// SPDX-License-Identifier: Apache-2.0
// Work items shared between threads by a cursor; results go to one slot an item, so their order is free.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

namespace readiness::base {

/// Calls `work(index, worker)` once for every index below `count` on `jobs` threads (at least one).
/// `make_worker()` is called once a thread, on that thread, and returns a unique_ptr to its scratch. `chunk`
/// indices are taken at a time. Exceptions must not leave `work`. Fewer threads do the same work: one that cannot
/// be started or cannot make its worker (memory, limits of processes) is done without. When
/// none could do the work, make_worker's exception comes out.
template <typename MakeWorker, typename Work>
void for_each_index(std::size_t count, unsigned jobs, std::size_t chunk, MakeWorker make_worker, Work work) {
  chunk = std::max<std::size_t>(chunk, 1);
  std::atomic<std::size_t> cursor{0};
  const auto take_all = [&](auto& worker) {
    for (std::size_t begin; (begin = cursor.fetch_add(chunk, std::memory_order_relaxed)) < count;)
      for (std::size_t i = begin; i < std::min(count, begin + chunk); ++i) work(i, worker);
  };
  const auto help = [&]() noexcept {
    try {
      const auto worker = make_worker();
      take_all(*worker);
    } catch (const std::exception&) {
      return;  // nothing was taken yet
    }
  };
  const std::size_t useful = (count + chunk - 1) / chunk;
  const std::size_t threads = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(useful, 1));
  std::vector<std::jthread> others;
  try {
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(help);
  } catch (const std::exception&) {  // as many as there are
  }
  try {
    const auto worker = make_worker();
    take_all(*worker);
  } catch (const std::exception&) {
    others.clear();  // they may have done it all
    if (cursor.load() < count) throw;
  }
}

}  // namespace readiness::base
