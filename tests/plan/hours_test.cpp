// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <limits>

#include "plan/plan.h"

using readiness::plan::Hours;
using readiness::plan::words;

TEST_CASE("effort is told in the unit that people would choose") {
  CHECK(words({0.5, 0.5}) == "30 min");
  CHECK(words({0.25, 0.5}) == "15-30 min");
  CHECK(words({1, 1}) == "1 h");
  CHECK(words({2, 3}) == "2-3 h");
  CHECK(words({4, 8}) == "4-8 h");
  CHECK(words({8, 8}) == "1 d");
  CHECK(words({8, 16}) == "1-2 d");
  CHECK(words({40, 80}) == "1-2 w");
  CHECK(words({100, 220}) == "2.5-5.5 w");
}

TEST_CASE("effort that spans units names both, where one would be silly") {
  CHECK(words({0.5, 1}) == "30-60 min");
  CHECK(words({0.5, 3}) == "30 min-3 h");
  CHECK(words({4, 24}) == "4 h-3 d");
  CHECK(words({0.5, 24}) == "30 min-3 d");
  CHECK(words({20, 45}) == "2.5-5.5 d");
}

TEST_CASE("effort is rounded to what can be estimated, never to nothing") {
  CHECK(words({2.1, 3.3}) == "2-3.5 h");
  CHECK(words({2.1, 2.2}) == "2 h");
  CHECK(words({0.01, 0.02}) == "1 min");
  CHECK(words({0, 3}) == "3 h");
}

TEST_CASE("no effort is no estimate") {
  CHECK(words({}) == "no estimate");
  CHECK(words({std::numeric_limits<double>::quiet_NaN(), 0}) == "no estimate");
  CHECK(words({0, std::numeric_limits<double>::infinity()}) == "no estimate");
}
