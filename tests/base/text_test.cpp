// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <catch2/catch.hpp>
#include <random>

using namespace readiness::base;

TEST_CASE("printable text cannot command a terminal") {
  CHECK(printable("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(printable("a\nb\tc\rd") == "a\\x0ab\\x09c\\x0dd");
  CHECK(printable("\x7f") == "\\x7f");
  CHECK(printable("\xC2\x9B"
                  "31m") == "\\u{9b}31m");
  CHECK(printable("\xE2\x80\xAE"
                  "x") == "\\u{202e}x");
  CHECK(printable("\xE2\x81\xA6"
                  "x") == "\\u{2066}x");
  CHECK(printable("\xEF\xBB\xBF") == "\\u{feff}");
  CHECK(printable("é€😀") == "é€😀");
  CHECK(printable("\xff\xfe") == "\\xff\\xfe");
  CHECK(printable(std::string_view("\0", 1)) == "\\x00");
  CHECK(printable("").empty());
}

TEST_CASE("printable text is valid UTF-8 without control characters, whatever came in") {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += static_cast<char>(random());
    const std::string shown = printable(text);
    REQUIRE(is_valid_utf8(shown));
    for (const char c : shown) REQUIRE(static_cast<unsigned char>(c) >= 0x20);
    REQUIRE(is_valid_utf8(valid_utf8(text)));
  }
}

TEST_CASE("UTF-8 is the shortest form, without surrogates, up to U+10FFFF") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("aé€😀"));
  CHECK(is_valid_utf8("\xF4\x8F\xBF\xBF"));
  for (const char* bad :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF0\x80\x80\xAF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "a\xFFz", "\xF0\x9F\x98"}) {
    INFO(printable(bad));
    CHECK_FALSE(is_valid_utf8(bad));
  }
}

TEST_CASE("invalid sequences become replacement characters, control characters stay") {
  CHECK(valid_utf8("a\xFFz\n") == "a\xEF\xBF\xBDz\n");
  CHECK(valid_utf8("\xE2\x82"
                   "a") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD"
        "a");
  CHECK(valid_utf8("é") == "é");
}

TEST_CASE("shortening never cuts a character in two") {
  CHECK(shortened("abc", 3) == "abc");
  CHECK(shortened("abcd", 3) == "abc…");
  CHECK(shortened("aé", 2) == "a…");
  CHECK(shortened("😀", 3) == "…");
  CHECK(shortened("", 0).empty());
  CHECK(shortened("\x80\x80\x80\x80", 2) == "…");
  const std::string text = "aé€😀bü";
  for (std::size_t bytes = 0; bytes <= text.size(); ++bytes) CHECK(is_valid_utf8(shortened(text, bytes)));
}

TEST_CASE("columns of a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("") == 0);
}

TEST_CASE("trimming, case, splitting, joining") {
  CHECK(trimmed(" \t a b \r\n") == "a b");
  CHECK(trimmed(" \n").empty());
  CHECK(trimmed("").empty());
  CHECK(lower("AbZ[É") == "abz[É");
  CHECK(same_word("ReadMe", "README"));
  CHECK_FALSE(same_word("a", "ab"));
  CHECK_FALSE(same_word("[", "{"));
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split("a,", ',') == std::vector<std::string_view>{"a", ""});
  CHECK(joined({"a", "b"}, ", ") == "a, b");
  CHECK(joined({}, ", ").empty());
}
