// SPDX-License-Identifier: Apache-2.0
#include "base/region.h"

#include <catch2/catch.hpp>

using namespace readiness::base;

TEST_CASE("an offset belongs to the stretch that ends behind it") {
  const RegionMap map{{{3, Region::comment}, {5, Region::code}, {9, Region::string}}};
  CHECK(map.at(0) == Region::comment);
  CHECK(map.at(2) == Region::comment);
  CHECK(map.at(3) == Region::code);
  CHECK(map.at(4) == Region::code);
  CHECK(map.at(5) == Region::string);
  CHECK(map.at(8) == Region::string);
  CHECK(map.at(9) == Region::code);
}

TEST_CASE("an empty map is all code") { CHECK(RegionMap{}.at(7) == Region::code); }
