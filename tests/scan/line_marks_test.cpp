// SPDX-License-Identifier: Apache-2.0
// Lines and columns must not differ from those that the rest of the program computes.
#include "scan/line_marks.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace readiness;

TEST_CASE("marks are those of the line index, for every kind of line break") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::string letters = round % 3 == 0 ? "ab\n\r" : "ab\x8A\n\x0B";
    for (int i = 0; i < 200; ++i) text += letters[random() % letters.size()];
    scan::LineMarks marks(text);
    base::LineIndex index(text);
    for (std::uint32_t offset = 0; offset < text.size(); offset += random() % 2 == 0 ? 1 : 5) {
      REQUIRE(marks.at(offset) == index.at(offset));
    }
  }
}

TEST_CASE("the same offset may be asked twice") {
  scan::LineMarks marks("a\nbc");
  CHECK(marks.at(3) == base::Mark{2, 2});
  CHECK(marks.at(3) == base::Mark{2, 2});
}
