// SPDX-License-Identifier: Apache-2.0
#include "source/subset.h"

#include <catch2/catch.hpp>

using namespace readiness::source;

TEST_CASE("a subset has the chosen entries, their bytes, and no others") {
  const MemorySource whole(
      {{.path = "a", .bytes = "1"}, {.path = "b", .bytes = "22"}, {.path = "c", .bytes = "333"}});
  const std::unique_ptr<Source> subset = subset_of(whole, {0, 2});
  REQUIRE(subset->entries().size() == 2);
  CHECK(subset->entries()[1].path == "c");
  CHECK(subset->make_reader()->load(1, 100).bytes == "333");
  CHECK(subset->notes().empty());
}
