// SPDX-License-Identifier: Apache-2.0
// What a scan of one text hands back, through the public face only; both engines must say the same.
#include "scan/scanner.h"

#include <catch2/catch.hpp>
#include <string>

#include "scan/scan_fixture.h"

using namespace readiness;
using scan_test::hits_of;
using scan_test::scan_with;

TEST_CASE("leftmost matches are found one after the other and never overlap") {
  const auto spans = scan_test::spans_of({"abcd[a-d]*"}, "xabcdabcd abcd");
  CHECK(spans == std::vector<scan_test::FoundSpan>{{0, 1, 9}, {0, 10, 14}});
}

TEST_CASE("hits are ordered by place, then by pattern") {
  const auto spans = scan_test::spans_of({"late-word", "early-word", "early"}, "early-word late-word");
  CHECK(spans == std::vector<scan_test::FoundSpan>{{1, 0, 10}, {2, 0, 5}, {0, 11, 20}});
}

TEST_CASE("a hit says line and column, shows its line trimmed, and hands out named groups") {
  const auto hits =
      hits_of({{.regex = "price=(?<amount>[0-9]+)(?<unit>kg)?"}}, "first\n   price=42 each\r\nlast");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].mark == base::Mark{2, 4});
  CHECK(hits[0].excerpt == "price=42 each");
  CHECK(hits[0].captures == std::vector<std::pair<std::string, std::string>>{{"amount", "42"}});
}
