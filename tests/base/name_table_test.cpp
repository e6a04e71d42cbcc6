// SPDX-License-Identifier: Apache-2.0
#include "base/name_table.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <unordered_map>

using namespace readiness::base;

TEST_CASE("names lead to their numbers, others to nothing") {
  NameTable table;
  CHECK_FALSE(table.find("a"));
  table.add("a", 1);
  table.add_all("  bc def  g ", 2);
  CHECK(table.size() == 4);
  CHECK(table.find("a") == 1);
  CHECK(table.find("def") == 2);
  CHECK(table.contains("g"));
  CHECK_FALSE(table.contains("de"));
  CHECK_FALSE(table.contains(""));
  CHECK_FALSE(table.contains("longer than every name in the table"));
}

TEST_CASE("the first of equal names stays") {
  NameTable table;
  table.add("a", 1);
  table.add("a", 2);
  CHECK(table.find("a") == 1);
  CHECK(table.size() == 1);
}

TEST_CASE("a table agrees with the standard library's on names of every length") {
  std::mt19937 random(11);
  std::unordered_map<std::string, std::uint16_t> reference;
  for (int i = 0; i < 3000; ++i) {
    std::string name;
    for (std::size_t length = random() % 24; length-- > 0;) name += static_cast<char>('a' + random() % 3);
    reference.emplace(name, static_cast<std::uint16_t>(i));
  }
  NameTable table;
  for (const auto& [name, value] : reference) table.add(name, value);
  CHECK(table.size() == reference.size());
  for (int i = 0; i < 3000; ++i) {
    std::string name;
    for (std::size_t length = random() % 24; length-- > 0;) name += static_cast<char>('a' + random() % 3);
    const auto expected = reference.find(name);
    const auto found = table.find(name);
    REQUIRE(found.has_value() == (expected != reference.end()));
    if (found) REQUIRE(*found == expected->second);
  }
}
