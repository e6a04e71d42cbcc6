// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <catch2/catch.hpp>
#include <new>
#include <set>

using namespace readiness::base;

namespace {

struct Scratch {
  std::thread::id thread = std::this_thread::get_id();
  std::size_t calls = 0;
};

}  // namespace

TEST_CASE("every index is worked on once, for any number of jobs and any chunk") {
  for (const unsigned jobs : {0U, 1U, 2U, 8U, 64U})
    for (const std::size_t chunk : {1U, 3U, 1000U})
      for (const std::size_t count : {0U, 1U, 2U, 7U, 500U}) {
        std::vector<std::atomic<int>> seen(count);
        for_each_index(
            count, jobs, chunk, [] { return std::make_unique<Scratch>(); },
            [&](std::size_t i, Scratch&) { ++seen[i]; });
        for (const std::atomic<int>& times : seen) REQUIRE(times == 1);
      }
}

TEST_CASE("a worker is made and used on its own thread") {
  std::atomic<int> made{0};
  std::atomic<int> strangers{0};
  for_each_index(
      1000, 4, 1,
      [&] {
        ++made;
        return std::make_unique<Scratch>();
      },
      [&](std::size_t, Scratch& scratch) {
        strangers += scratch.thread == std::this_thread::get_id() ? 0 : 1;
      });
  CHECK(made >= 1);
  CHECK(made <= 4);
  CHECK(strangers == 0);
}

TEST_CASE("no more threads than there is work") {
  std::atomic<int> made{0};
  for_each_index(
      2, 16, 1,
      [&] {
        ++made;
        return std::make_unique<Scratch>();
      },
      [](std::size_t, Scratch&) {});
  CHECK(made <= 2);
}

TEST_CASE("a chunk of zero counts as one") {
  std::atomic<int> calls{0};
  for_each_index(
      5, 2, 0, [] { return std::make_unique<Scratch>(); }, [&](std::size_t, Scratch&) { ++calls; });
  CHECK(calls == 5);
}

TEST_CASE("workers that cannot be made are done without, unless none can") {
  const std::thread::id caller = std::this_thread::get_id();
  std::atomic<int> done{0};
  const auto run = [&](bool only_caller_fails) {
    for_each_index(
        100, 4, 1,
        [&] {
          if ((std::this_thread::get_id() == caller) == only_caller_fails) throw std::bad_alloc();
          return std::make_unique<Scratch>();
        },
        [&](std::size_t, Scratch&) { ++done; });
  };
  run(false);
  CHECK(done == 100);
  run(true);
  CHECK(done == 200);
  CHECK_THROWS_AS(for_each_index(
                      100, 4, 1, []() -> std::unique_ptr<Scratch> { throw std::bad_alloc(); },
                      [&](std::size_t, Scratch&) { ++done; }),
                  std::bad_alloc);
  CHECK(done == 200);
}
