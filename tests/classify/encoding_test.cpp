// SPDX-License-Identifier: Apache-2.0
#include "classify/encoding.h"

#include <catch2/catch.hpp>

#include "classify/classify.h"

using namespace readiness::classify;
using namespace std::string_view_literals;

namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

std::string utf32(std::u32string_view text, bool little) {
  std::string out;
  for (const char32_t unit : text)
    for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(unit >> (little ? 8 * i : 24 - 8 * i) & 0xFF);
  return out;
}

}  // namespace

TEST_CASE("UTF-16 and UTF-32 with a byte order mark become UTF-8") {
  for (const bool little : {true, false}) {
    CHECK(decode_to_utf8(utf16(u"\uFEFFné €\U0001F600\n", little)) == "né €😀\n");
    CHECK(decode_to_utf8(utf32(U"\uFEFFné €\U0001F600\n", little)) == "né €😀\n");
    CHECK(decode_to_utf8(utf16(u"\uFEFF", little)) == "");
  }
}

TEST_CASE("UTF-16 and UTF-32 without a mark are known by their NULs") {
  for (const bool little : {true, false}) {
    CHECK(decode_to_utf8(utf16(u"api_key = \"é\"\r\n", little)) == "api_key = \"é\"\r\n");
    CHECK(decode_to_utf8(utf32(U"api_key = \"é\"\r\n", little)) == "api_key = \"é\"\r\n");
  }
}

TEST_CASE("a byte order mark of UTF-8 is cut") {
  CHECK(decode_to_utf8("\xEF\xBB\xBF"
                       "abc") == "abc");
  CHECK(decode_to_utf8("\xEF\xBB\xBF") == "");
}

TEST_CASE("plain text and binaries are left alone") {
  CHECK_FALSE(decode_to_utf8(""));
  CHECK_FALSE(decode_to_utf8("plain"));
  CHECK_FALSE(decode_to_utf8("latin \xe9"));
  CHECK_FALSE(decode_to_utf8("a\0"sv));
  CHECK_FALSE(decode_to_utf8("a\0\0b\0\0c\0\0"sv));
  CHECK_FALSE(decode_to_utf8(std::string(100, '\0')));
  CHECK_FALSE(
      decode_to_utf8("\x7F"
                     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"sv));
  CHECK_FALSE(decode_to_utf8("\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0\x07\0\x01\0"sv));
}

TEST_CASE("broken UTF-16 gets replacement characters, never fewer") {
  CHECK(decode_to_utf8("\xFF\xFE"
                       "a\0b"sv) == "a\xEF\xBF\xBD");
  CHECK(decode_to_utf8(utf16(std::u16string{0xFEFF, 'a', 0xD800, 'b'}, true)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(decode_to_utf8(utf16(std::u16string{0xFEFF, 'a', 0xDC00}, true)) == "a\xEF\xBF\xBD");
  CHECK(decode_to_utf8(utf16(std::u16string{0xFEFF, 0xD83D}, true)) == "\xEF\xBF\xBD");
  CHECK(decode_to_utf8(utf32(std::u32string{0xFEFF, 'a', 0x110000, 'b'}, true)) ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("sixty-four bytes may be read behind the decoded text") {
  for (const std::size_t length : {0U, 1U, 63U, 5000U}) {
    std::u16string text(length + 1, u'x');
    text[0] = 0xFEFF;
    const auto decoded = decode_to_utf8(utf16(text, true));
    REQUIRE(decoded);
    CHECK(decoded->size() == length);
    CHECK(decoded->capacity() >= length + 64);
  }
}

TEST_CASE("what is binary") {
  CHECK(looks_binary("\0"sv));
  CHECK(looks_binary("text and one \0 more text"sv));
  CHECK_FALSE(looks_binary(""));
  CHECK_FALSE(looks_binary("a\tb\r\n\f\v\b\x1b[0m"));
  CHECK_FALSE(looks_binary(utf16(u"\uFEFFabc", true)));
  CHECK_FALSE(
      looks_binary("\xEF\xBB\xBF"
                   "abc"));
  CHECK(
      looks_binary("\xEF\xBB\xBF"
                   "a\0"sv));
  CHECK_FALSE(looks_binary(std::string(8192, 'a') + std::string(10, '\0')));
}

TEST_CASE("clean text is UTF-8, cut characters at the end forgiven") {
  CHECK(is_clean_text("é"));
  CHECK(is_clean_text("a\xC3"));
  CHECK_FALSE(is_clean_text("\xe9 a"));
  CHECK_FALSE(is_clean_text("a\x01"));
}
