// SPDX-License-Identifier: Apache-2.0
// What is refused with which words, and what is rewritten for PCRE2.
#include "scan/regex_parse.h"

#include <catch2/catch.hpp>
#include <string>

#include "scan/scanner.h"

using namespace readiness;
using namespace readiness::scan;

namespace {

std::string complaint(std::string_view regex) {
  const auto result = check_regex(regex);
  return result ? "fine" : base::render(result.errors());
}

std::string rewritten(std::string_view regex) {
  ByteClasses classes;
  const auto parsed = parse_regex(regex, classes);
  return parsed ? parsed->rewritten : base::render(parsed.errors());
}

std::uint32_t column_of(std::string_view regex) {
  const auto result = check_regex(regex);
  return result ? 0 : result.errors().front().mark.column;
}

}  // namespace

TEST_CASE("ordinary regexes are taken") {
  for (const char* regex : {"pg_dump",
                            "(?i)api[_-]?key\\s*=",
                            "(?<!\\w)TODO\\b",
                            "(?m)^import x$",
                            "(?s)BEGIN.*?END",
                            "[[:alpha:]]{3}-\\d+",
                            "(?<name>a+)\\k<name>",
                            "(a|b)\\1c",
                            "\\Qa.b\\E+",
                            "(?x) a  b # comment\n c",
                            "[]a]x",
                            "[^]a]x",
                            "a{,3}x",
                            "x{2,}?y",
                            "(?>ab)++c",
                            "\\x{1F600}|\\x41\\o{101}\\012",
                            "\\p{Lu}\\P{L}x",
                            "a(?#comment)b",
                            "[a-]x",
                            "[\\w-]+@x",
                            "(?i:K)s",
                            "(?|(a)|(b))c",
                            "(?<a>x)(?'b'y)(?P<c>z)(?P=a)",
                            "\\h\\v\\R\\N\\X",
                            "(?^i)abc",
                            "{x}",
                            "a]b"}) {
    INFO(regex);
    CHECK(complaint(regex) == "fine");
  }
}

TEST_CASE("what our language does not have is refused where it stands") {
  const std::vector<std::pair<std::string, std::uint32_t>> cases{
      {"ab(?R)", 3},      {"a(?1)", 2},   {"(?<x>a)(?&x)", 8}, {"a\\g<1>", 2}, {"a(?C1)b", 2},
      {"a\\Cb", 2},       {"(*UTF)a", 1}, {"a(*SKIP)b", 2},    {"ab\\Kcd", 3}, {"\\Gabc", 1},
      {"a(?(1)b|c)", 2},  {"a(?P>x)", 2}, {"(?J)(?<n>a)", 3},  {"a{1001}", 2}, {"(a{100}){101}", 9},
      {"(?:x{3000})", 5}, {"abc\\", 4},   {"a\\yb", 2},        {"[abc", 1},    {"[z-a]x", 1},
      {"a)b", 2},         {"(ab", 1},     {"*a", 1},           {"a{5,2}", 2},  {"(?<n>a)(?<n>b)", 11},
      {"(?<1a>b)", 4},    {"(?z)a", 3},   {"\\N{U+41}", 1}};
  for (const auto& [regex, column] : cases) {
    INFO(regex);
    CHECK(column_of(regex) == column);
  }
}

TEST_CASE("a regex that may match nothing is refused") {
  for (const char* regex : {"", "a*", "(?:abc)?", "x|", "^", "\\b", "(?=abc)", "(a|b*)", "a{0}"}) {
    INFO(regex);
    CHECK(column_of(regex) == 1);
  }
}

TEST_CASE("a regex of more than 4 KiB and groups beyond depth 100 are refused") {
  CHECK(column_of(std::string(4097, 'a')) == 4097);
  CHECK(complaint(std::string(4096, 'a')) == "fine");
  CHECK(complaint(std::string(101, '(') + "a" + std::string(101, ')')).find("nested more than 100 deep") !=
        std::string::npos);
  CHECK(complaint(std::string(2000, '(')).find("nested more than 100 deep") != std::string::npos);
}

TEST_CASE("an error says where, what, and what to do") {
  CHECK(complaint("ab(?R)c") == ":1:3: recursion is not taken\n    ab(?R)c\n      ^ write the group out\n");
}

TEST_CASE("what only PCRE2 finds wrong keeps the column of the regex as written") {
  CHECK(column_of("(?i)skk(?<=a+)b") == 8);  // of unknown length, in a rewritten regex that is much longer
}

TEST_CASE("ignoring case stays within ASCII") {
  CHECK(rewritten("(?i)ask") == "(?i)a(?-i:[sS])(?-i:[kK])");
  CHECK(rewritten("(?i)[a-z_-]") == "(?i)(?-i:[ABCDEFGHIJKLMNOPQRSTUVWXYZa-z_-])");
  CHECK(rewritten("(?i)[]k]") == "(?i)(?-i:[K\\]k])");
  CHECK(rewritten("(?i)[^k]") == "(?i)[^k]");
  CHECK(rewritten("(?i:k)k") == "(?i:(?-i:[kK]))k");
  CHECK(rewritten("a(?i)k|k") == "a(?i)(?-i:[kK])|(?-i:[kK])");
  CHECK(rewritten("(?i)\\x6b") == "(?i)(?-i:[kK])");
}

TEST_CASE("the end of a line may be a carriage return, and quoted text is escaped") {
  CHECK(rewritten("abc$") == "abc(?=\\r?$)");
  CHECK(rewritten("[$]\\$") == "[$]\\$");
  CHECK(rewritten("\\Qa.b\\E+$") == "a\\.b+(?=\\r?$)");
}
