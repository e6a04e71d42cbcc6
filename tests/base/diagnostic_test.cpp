// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include <catch2/catch.hpp>

using namespace readiness::base;

TEST_CASE("a diagnostic shows place, message, line, caret and hint") {
  const Diagnostic d{.file = "rules/a.yaml",
                     .mark = {6, 9},
                     .message = "unknown key 'chekc'",
                     .hint = "did you mean 'check'?",
                     .source_line = "  - id: chekc",
                     .length = 5};
  CHECK(render(d) ==
        "rules/a.yaml:6:9: unknown key 'chekc'\n"
        "      - id: chekc\n"
        "            ^~~~~ did you mean 'check'?\n");
}

TEST_CASE("what is not known is left out") {
  CHECK(render(Diagnostic{.file = "a", .message = "gone"}) == "a: gone\n");
  CHECK(render(Diagnostic{.file = {}, .message = "gone"}) == "gone\n");
  CHECK(render(Diagnostic{.file = "a", .message = "gone", .hint = "look again"}) ==
        "a: gone\n    look again\n");
  CHECK(render(Diagnostic{.file = "a", .mark = {3, 0}, .message = "gone"}) == "a:3:1: gone\n");
  CHECK(render(std::vector<Diagnostic>{}).empty());
  CHECK(render(std::vector<Diagnostic>{{.file = "a", .message = "b"}, {.file = "c", .message = "d"}}) ==
        "a: b\nc: d\n");
}

TEST_CASE("control characters of the input are inert, and the caret still stands below its column") {
  const Diagnostic d{.file = "a\x1b[2J",
                     .mark = {1, 3},
                     .message = "bad \n thing",
                     .hint = {},
                     .source_line = "\tx\x1by",
                     .length = 1};
  CHECK(render(d) ==
        "a\\x1b[2J:1:3: bad \\x0a thing\n"
        "    \\x09x\\x1by\n"
        "         ^\n");
}

TEST_CASE("the caret stays below the line however wrong the mark is") {
  const auto caret_of = [](std::uint32_t column, std::uint32_t length) {
    return render(Diagnostic{.file = "a",
                             .mark = {1, column},
                             .message = "m",
                             .hint = {},
                             .source_line = "abc",
                             .length = length});
  };
  CHECK(caret_of(1, 100) == "a:1:1: m\n    abc\n    ^~~\n");
  CHECK(caret_of(3, 0) == "a:1:3: m\n    abc\n      ^\n");
  CHECK(caret_of(4, 1) == "a:1:4: m\n    abc\n       ^\n");
  CHECK(caret_of(4000000000U, 4000000000U).size() < 100);
  const std::string long_line(100'000, 'x');
  CHECK(render(Diagnostic{.file = "a",
                          .mark = {1, 50'000},
                          .message = "m",
                          .hint = {},
                          .source_line = long_line,
                          .length = 9})
            .size() < 1000);
}

TEST_CASE("wide characters take two columns in front of the caret") {
  CHECK(render(Diagnostic{
            .file = "a", .mark = {1, 7}, .message = "m", .hint = {}, .source_line = "日本x", .length = 1}) ==
        "a:1:7: m\n    日本x\n        ^\n");
  CHECK(render(Diagnostic{
            .file = "a", .mark = {1, 3}, .message = "m", .hint = {}, .source_line = "éx", .length = 1}) ==
        "a:1:3: m\n    éx\n     ^\n");
}

TEST_CASE("a line by its number") {
  CHECK(line_of("a\nb\r\nc", 1) == "a");
  CHECK(line_of("a\nb\r\nc", 2) == "b");
  CHECK(line_of("a\nb\r\nc", 3) == "c");
  CHECK(line_of("a\nb", 4).empty());
  CHECK(line_of("a", 0).empty());
  CHECK(line_of("", 1).empty());
}
