// SPDX-License-Identifier: Apache-2.0
#include "base/needle_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>

namespace readiness::base {
namespace {

TEST_CASE("needles are found exactly where they occur") {
  std::mt19937 random(3);
  const auto word = [&](std::size_t shortest) {
    std::string out;
    for (std::size_t length = shortest + random() % 5; length > 0; --length) out += "abc/"[random() % 4];
    return out;
  };
  NeedleIndex index;
  std::deque<std::string> needles;  // the index borrows them
  for (std::uint32_t i = 0; i < 200; ++i) {
    needles.push_back(word(NeedleIndex::kShortest));
    index.add(needles.back(), i);
  }
  std::vector<std::uint32_t> found;
  for (int round = 0; round < 500; ++round) {
    const std::string text = word(0) + word(0) + word(0);
    found.clear();
    index.find(text, 0, found);
    for (std::uint32_t i = 0; i < needles.size(); ++i) {
      INFO(needles[i] << " in " << text);
      REQUIRE((std::find(found.begin(), found.end(), i) != found.end()) ==
              (text.find(needles[i]) != std::string::npos));
    }
  }
}

TEST_CASE("what ends in the part that was searched before is not found again") {
  NeedleIndex index;
  index.add("docs/", 1);
  index.add("ocs/gui", 2);
  std::vector<std::uint32_t> found;
  index.find("docs/guide/", 5, found);
  CHECK(found == std::vector<std::uint32_t>{2});
}

}  // namespace
}  // namespace readiness::base
