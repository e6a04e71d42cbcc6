// SPDX-License-Identifier: Apache-2.0
#include "base/line_index.h"

#include <catch2/catch.hpp>
#include <random>

using namespace readiness::base;

TEST_CASE("lines and columns count from one, in bytes") {
  LineIndex index("ab\né\n\nx");
  CHECK(index.at(0) == Mark{1, 1});
  CHECK(index.at(2) == Mark{1, 3});
  CHECK(index.at(3) == Mark{2, 1});
  CHECK(index.at(5) == Mark{2, 3});
  CHECK(index.at(6) == Mark{3, 1});
  CHECK(index.at(7) == Mark{4, 1});
  CHECK(index.at(8) == Mark{4, 2});
  CHECK(index.lines() == 4);
}

TEST_CASE("all three kinds of line breaks, mixed") {
  LineIndex index("a\r\nb\rc\nd\r\r\ne");
  CHECK(index.lines() == 6);
  CHECK(index.line(1) == "a");
  CHECK(index.line(2) == "b");
  CHECK(index.line(3) == "c");
  CHECK(index.line(4) == "d");
  CHECK(index.line(5).empty());
  CHECK(index.line(6) == "e");
  CHECK(index.at(1) == Mark{1, 2});
  CHECK(index.at(2) == Mark{1, 3});
  CHECK(index.at(3) == Mark{2, 1});
}

TEST_CASE("a break at the end begins no further line") {
  CHECK(LineIndex("a\n").lines() == 1);
  CHECK(LineIndex("a\r\n").lines() == 1);
  CHECK(LineIndex("a\r").lines() == 1);
  CHECK(LineIndex("\n\n").lines() == 2);
  CHECK(LineIndex("a").lines() == 1);
}

TEST_CASE("the empty text has no lines, and asking does no harm") {
  LineIndex index("");
  CHECK(index.lines() == 0);
  CHECK(index.at(0) == Mark{1, 1});
  CHECK(index.line(1).empty());
  CHECK(index.line(0).empty());
  CHECK(index.line(7).empty());
  LineIndex nothing{std::string_view()};
  CHECK(nothing.lines() == 0);
  CHECK(nothing.at(3).line == 1);
}

TEST_CASE("a line keeps what is not its break") {
  LineIndex index("a\r\r\nb\n");
  CHECK(index.line(1) == "a");
  CHECK(index.line(2).empty());
  CHECK(index.line(3) == "b");
}

TEST_CASE("offsets lead to lines and lines to offsets, whatever the text") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "ab\r\n"[random() % 4];
    LineIndex index(text);
    std::string joined;
    for (std::uint32_t offset = 0; offset < text.size(); ++offset) {
      const Mark mark = index.at(offset);
      REQUIRE(mark.line >= 1);
      REQUIRE(mark.line <= index.lines());
      const std::string_view line = index.line(mark.line);
      if (mark.column <= line.size()) {
        REQUIRE(line[mark.column - 1] == text[offset]);
        joined += text[offset];
      } else {
        REQUIRE((text[offset] == '\r' || text[offset] == '\n'));
      }
    }
    std::string lines;
    for (std::uint32_t line = 1; line <= index.lines(); ++line) lines += index.line(line);
    REQUIRE(lines == joined);
  }
}
