// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <cstring>
#include <memory>

#include "source/sandbox.h"
#include "source/timed_source.h"

using namespace readiness::source;
using namespace readiness::source::test;

TEST_CASE("files in memory are sorted, unique and padded") {
  const MemorySource source({{"b", "2"}, {"a", "1"}, {"b", "3"}, {"l", "a", EntryKind::symlink}});
  CHECK(paths(source) == std::vector<std::string>{"a", "b", "l"});
  CHECK(bytes(source, "b") == "3");
  CHECK(load_status(source, "l") == LoadStatus::not_regular);
  const auto reader = source.make_reader();
  const Load load = reader->load(0, 10);
  const char zeros[64] = {};
  CHECK(std::memcmp(load.bytes.data() + load.bytes.size(), zeros, sizeof zeros) == 0);
}

TEST_CASE("a file in memory above the limit is too large") {
  const MemorySource source(std::vector<MemorySource::File>{{.path = "a", .bytes = "12345"}});
  CHECK(load_status(source, "a", 5) == LoadStatus::ok);
  CHECK(load_status(source, "a", 4) == LoadStatus::too_large);
}

TEST_CASE("an empty file is padded, too, also when nothing was loaded before it") {
  const MemorySource source(std::vector<MemorySource::File>{{.path = "a", .bytes = ""}});
  const auto reader = source.make_reader();
  const Load load = reader->load(0, 10);
  CHECK(load.status == LoadStatus::ok);
  const char zeros[64] = {};
  CHECK(std::memcmp(load.bytes.data(), zeros, sizeof zeros) == 0);
}

TEST_CASE("after its end a source gives no bytes and keeps its entries") {
  const auto now = std::chrono::steady_clock::now();
  for (const bool is_late : {false, true}) {
    const auto timed = until(std::make_unique<MemorySource>(std::vector<MemorySource::File>{{"a", "x"}}),
                                     now + std::chrono::hours(is_late ? -1 : 1));
    CHECK(timed->entries().size() == 1);
    const Load load = timed->make_reader()->load(0, 100);
    CHECK((load.status == LoadStatus::ok) != is_late);
    if (is_late) CHECK(load.detail == kTooLate);
  }
}
