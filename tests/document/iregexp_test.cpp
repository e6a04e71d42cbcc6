// SPDX-License-Identifier: Apache-2.0
// RFC 9485's grammar, its meaning, and the promise of linear time.
#include "document/iregexp.h"

#include <catch2/catch.hpp>
#include <string>

using readiness::document::IRegexp;

namespace {

bool is_valid(std::string_view pattern) { return IRegexp::compile(pattern).has_value(); }

bool whole(std::string_view pattern, std::string_view text) {
  std::uint64_t budget = 1'000'000;
  return IRegexp::compile(pattern).value().matches(text, budget);
}

bool part(std::string_view pattern, std::string_view text) {
  std::uint64_t budget = 1'000'000;
  return IRegexp::compile(pattern).value().is_found_in(text, budget);
}

}  // namespace

TEST_CASE("I-Regexp knows alternatives, groups and quantifiers") {
  CHECK(whole("", ""));
  CHECK(whole("a|b|", "b"));
  CHECK(whole("a|b|", ""));
  CHECK_FALSE(whole("a|b", "ab"));
  CHECK(whole("(ab)*c+d?", "ababcc"));
  CHECK(whole("a{2}", "aa"));
  CHECK_FALSE(whole("a{2}", "aaa"));
  CHECK(whole("a{2,}", "aaaa"));
  CHECK_FALSE(whole("a{2,}", "a"));
  CHECK(whole("(a|bc){1,3}", "bcabc"));
  CHECK_FALSE(whole("(a|bc){1,3}", "aaaa"));
  CHECK(whole("a{0,0}", ""));
  CHECK(whole("(a*)*b", "aaab"));
  CHECK(whole("(a?){3}", "aa"));
}

TEST_CASE("a part of the text is enough for a search") {
  CHECK(part("b+", "abbc"));
  CHECK(part("", "abc"));
  CHECK_FALSE(part("d", "abc"));
  CHECK(part("^a", "ab"));
  CHECK_FALSE(part("^b", "ab"));
  CHECK(part("b$", "ab"));
  CHECK_FALSE(part("a$", "ab"));
  CHECK(part("^$", ""));
  CHECK(whole("^ab$", "ab"));
}

TEST_CASE("characters are code points, and the dot takes all but line ends") {
  CHECK(whole("...", "aé😀"));
  CHECK_FALSE(whole(".", "\n"));
  CHECK_FALSE(whole(".", "\r"));
  CHECK(whole(".", "\xE2\x80\xA8"));
  CHECK(whole("[é-ü]+", "êë"));
  CHECK(whole("[^é]", "a"));
  CHECK_FALSE(whole("[^é]", "é"));
  CHECK(whole("\\n\\t\\r\\.\\*\\[\\\\\\-", "\n\t\r.*[\\-"));
}

TEST_CASE("classes take ranges, escapes and a dash at either end") {
  CHECK(whole("[a-c]+", "abc"));
  CHECK(whole("[-a]+", "a-"));
  CHECK(whole("[a-]+", "a-"));
  CHECK(whole("[^-a]+", "bc"));
  CHECK(whole("[\\]\\[^]+", "][^"));
  CHECK(whole("[a-c\\p{Nd}]+", "a7"));
}

TEST_CASE("general categories are Unicode's") {
  CHECK(whole("\\p{Lu}\\p{Ll}+", "Éa"));
  CHECK(whole("\\p{L}+", "aÉж中ª"));
  CHECK_FALSE(whole("\\p{L}", "1"));
  CHECK(whole("\\P{L}", "1"));
  CHECK(whole("\\p{Nd}+", "5٣"));
  CHECK(whole("\\p{Sc}", "€"));
  CHECK(whole("\\p{So}", "😀"));
  CHECK(whole("\\p{Zs}", "\xC2\xA0"));
  CHECK(whole("\\p{Cc}", "\x01"));
  CHECK(whole("\\p{Co}", "\xEE\x80\x80"));
  CHECK(whole("\\p{Cn}", "\xF4\x8F\xBF\xBF"));
  CHECK(whole("[^\\p{L}\\p{N}]", "_"));
}

TEST_CASE("what is no I-Regexp is refused") {
  for (const char* pattern :
       {"(",     ")",      "(a",    "a)",    "*",        "+a",  "?",     "a**",     "a{",      "a{1",
        "a{,2}", "a{2,1}", "{1}",   "[",     "[]",       "[a",  "[b-a]", "[a-b-c]", "[[a]",    "\\",
        "\\d",   "\\w",    "\\b",   "\\x41", "\\u0041",  "\\p", "\\p{",  "\\p{X}",  "\\p{Cs}", "\\p{Lx}",
        "\\p{}", "\\pL",   "(?:a)", "(?i)a", "a{99999}", "]",   "}"}) {
    INFO(pattern);
    CHECK_FALSE(is_valid(pattern));
  }
}

TEST_CASE("patterns that unfold to too many states are refused") {
  CHECK_FALSE(is_valid("((a{50}){50}){50}"));
  CHECK_FALSE(is_valid("a{2000}a{2000}"));
  CHECK_FALSE(is_valid(std::string(100, '(') + "a" + std::string(100, ')')));
  CHECK_FALSE(is_valid(std::string(5000, 'a')));
  CHECK(is_valid("(a{30}){30}"));
}

TEST_CASE("patterns that blow up backtracking engines take linear time, and the budget ends the rest") {
  const std::string text(20'000, 'a');
  CHECK_FALSE(whole("(a+)+b", text));
  CHECK_FALSE(whole("(a|a)*b", text));
  CHECK_FALSE(part("(a*)*c", text));
  std::uint64_t small = 100;
  CHECK_FALSE(IRegexp::compile("a*").value().matches(text, small));
  CHECK(small < 100);
}
