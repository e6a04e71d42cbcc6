// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string yaml(std::string_view text, const Limits& limits = {}) {
  return parsed(Format::yaml, text, limits);
}

}  // namespace

TEST_CASE("a YAML file becomes a tree in source order") {
  CHECK(yaml("b: 1\na: [x, {y: z}]\n") == "{b: 1, a: ['x', {y: 'z'}]}");
}

TEST_CASE("plain YAML scalars follow the core schema of YAML 1.2") {
  CHECK(yaml("[null, ~, Null, true, False, TRUE]") == "[null, null, null, true, false, true]");
  CHECK(yaml("[yes, no, on, off, y, tRUE, nULL]") == "['yes', 'no', 'on', 'off', 'y', 'tRUE', 'nULL']");
  CHECK(yaml("[12, -7, +3, 0o17, 0x1F, 007]") == "[12, -7, 3, 15, 31, 7]");
  CHECK(yaml("[1.5, .5, 1., 1e3, -.inf, .NaN]") == "[1.5, 0.5, 1, 1000, -inf, nan]");
  CHECK(yaml("[1.2.3, 1_000, 0b1, 12:30, 2024-01-01, '-', +, ., e3, 1e, 0x, 0xg]") ==
        "['1.2.3', '1_000', '0b1', '12:30', '2024-01-01', '-', '+', '.', 'e3', '1e', '0x', '0xg']");
  CHECK(yaml("9223372036854775807") == "9223372036854775807");
  CHECK(yaml("9223372036854775808") == "9.22337e+18");
}

TEST_CASE("quoted and block scalars are strings whatever they look like") {
  CHECK(yaml("a: '12'\nb: \"true\"\nc: |\n  8\nd: >-\n  null\n") ==
        "{a: '12', b: 'true', c: '8\n', d: 'null'}");
}

TEST_CASE("tags turn scalars into what they name, unknown tags into strings") {
  CHECK(yaml("[!!str 1, !!float 2, !!int '3', !Ref 4, ! 5, !!binary aGk=]") ==
        "['1', 2, 3, '4', '5', 'aGk=']");
  CHECK(yaml("a: !Sub {b: 1}") == "{a: {b: 1}}");
}

TEST_CASE("scalars keep their text as written") {
  const auto documents = parse(Format::yaml, "[0x10, ~, 1.50, TRUE, null, ]", "f");
  REQUIRE(documents);
  const Node& list = documents->front();
  CHECK(list.items[0].text == "0x10");
  CHECK(list.items[1].text == "~");
  CHECK(list.items[2].text == "1.50");
  CHECK(list.items[3].text == "TRUE");
  CHECK(list.items[4].text == "null");
}

TEST_CASE("a YAML stream has any number of documents and comments are none") {
  CHECK(yaml("# only this\n") == "");
  CHECK(yaml("") == "");
  CHECK(yaml("---\n# nothing\n---\na: 1\n...\n# c\n---\nb\n") == "{a: 1} | 'b'");
  CHECK(yaml("--- |\n text\n--- [x]\n--- 'q'\n") == "'text\n' | ['x'] | 'q'");
  CHECK(yaml("a: 1\n--- # c\nb: 2\n") == "{a: 1} | {b: 2}");
  CHECK(yaml("---x: 1\n") == "{---x: 1}");
}

TEST_CASE("marks of later documents and after Windows line ends stay true") {
  CHECK(mark_of(Format::yaml, "a: 1\r\n---\r\nb:\r\n  - c: x\r\n", "$.b[0].c") == "4:8");
  CHECK(mark_of(Format::yaml, "a: 1\n---\n\n# c\nb: [1, 22]\n", "$.b[1]") == "5:8");
  CHECK(mark_of(Format::yaml, "a: 1\rb: 2\r", "$.b") == "2:4");
  const auto documents = parse(Format::yaml, "x:\n  key: v\n", "f");
  REQUIRE(documents);
  CHECK(documents->front().members[0].value.members[0].key_mark == readiness::base::Mark{2, 3});
}

TEST_CASE("a value that is left out has the place of its key") {
  CHECK(mark_of(Format::yaml, "on:\n  push:\n  # c\njobs: 1\n", "$.on.push") == "2:3");
  CHECK(mark_of(Format::yaml, "on:\n  push: ~\n", "$.on.push") == "2:9");
}

TEST_CASE("directives need a document marker") {
  CHECK(yaml("%YAML 1.2\n---\na: 1\n") == "{a: 1}");
  CHECK(yaml("%TAG !e! tag:yaml.org,2002:\n---\n!e!str 1\n") == "'1'");
  CHECK(yaml("%YAML 1.2\na: 1\n") ==
        "f:1:1: a directive must be followed by a line with '---'\n    %YAML 1.2\n    ^\n");
  CHECK(starts_with_problem(yaml("%YAML 2.0\n---\na: 1\n"),
                            "f:1:1: is no valid YAML: YAML major version too large"));
}

TEST_CASE("a document has few directives") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "%TAG !e" + std::to_string(i) + "! x\n";
  CHECK(starts_with_problem(yaml(text + "---\na: 1\n"), "f:1:1: has too many directives"));
}

TEST_CASE("columns count bytes behind letters beyond ASCII") {
  CHECK(mark_of(Format::yaml, "é: {ü: 1, x: ä, y: z}\n\"ß\": ö\n", "$.é.y") == "1:23");
  CHECK(mark_of(Format::yaml, "é: 1\n# ÄÖÜ\n\"ßß\": [ö, 5]\n", "$['ßß'][1]") == "3:14");
}

TEST_CASE("a byte order mark is no content") {
  CHECK(yaml("\xEF\xBB\xBF"
             "a: 1\n") == "{a: 1}");
  CHECK(yaml("a: 1\n...\n\xEF\xBB\xBF"
             "b: 1\n") == "{a: 1} | {b: 1}");
}

TEST_CASE("anchors, aliases and merge keys are unfolded") {
  CHECK(yaml("a: &x [1, 2]\nb: *x\n") == "{a: [1, 2], b: [1, 2]}");
  CHECK(yaml("a: &x {k: 1, l: 2}\nb: {<<: *x, l: 3}\n") == "{a: {k: 1, l: 2}, b: {l: 3, k: 1}}");
  CHECK(yaml("a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc: {<<: [*x, *y]}\n") ==
        "{a: {k: 1}, b: {k: 2, m: 3}, c: {k: 1, m: 3}}");
  CHECK(yaml("a: &x {k: 1}\nb: &y {<<: *x, m: 3}\nc: {<<: *y}\n") ==
        "{a: {k: 1}, b: {m: 3, k: 1}, c: {m: 3, k: 1}}");
  CHECK(yaml("a: &x k\n*x : 1\n") == "{a: 'k', k: 1}");
  CHECK(yaml("<<: text\n") == "{<<: 'text'}");
  CHECK(yaml("a: &x 1\nb: &x 2\nc: *x\n") == "{a: 1, b: 2, c: 2}");
  CHECK(mark_of(Format::yaml, "a: &x [1, 2]\nb: *x\n", "$.b") == "2:4");
}

TEST_CASE("a key that is given twice is an error with both places") {
  CHECK(yaml("a: 1\nb: 2\na: 3\n") ==
        "f:3:1: 'a' is given twice, first in line 1, column 1\n    a: 3\n    ^\n");
  CHECK(starts_with_problem(yaml("x: {\"k\": 1, k: 2}\n"),
                            "f:1:13: 'k' is given twice, first in line 1, column 5"));
}

TEST_CASE("a thousand keys are checked for duplicates, too") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "k" + std::to_string(i) + ": 1\n";
  CHECK(parse(Format::yaml, text, "f").ok());
  CHECK(starts_with_problem(yaml(text + "k500: 2\n"),
                            "f:1001:1: 'k500' is given twice, first in line 501, column 1"));
}

TEST_CASE("YAML mistakes are told with their place and the likely cause") {
  CHECK(yaml("a:\n\tb: 1\n").find("YAML is indented with spaces") != std::string::npos);
  CHECK(yaml("a: b: c\n") ==
        "f:1:5: is no valid YAML: illegal map value\n    a: b: c\n        ^ text with ': ' in it must be "
        "quoted\n");
  CHECK(starts_with_problem(yaml("{{ name }}: 1\n"), "a key of a mapping is no plain value"));
  CHECK(starts_with_problem(yaml("ok: 1\n---\na: [1\n"), "f:4:1: is no valid YAML"));
  CHECK(starts_with_problem(yaml("a: *nobody\n"), "the referenced anchor is not defined"));
}

TEST_CASE("what follows a document's end without a marker is an error") {
  CHECK(starts_with_problem(yaml("[a]\nb: 1\n"), "f:2:1: is no valid YAML"));
  CHECK(starts_with_problem(yaml("{a: 1} x\n"), "is no valid YAML"));
}

TEST_CASE("the input that makes yaml-cpp's own loop run for ever is answered at once") {
  yaml("- a: b\n  c:\n    (x\n\"y\",\n    \"z\"\n    )");  // the answer does not matter, that there is one
                                                           // does
  SUCCEED();
}

TEST_CASE("cycles and alias bombs are refused") {
  CHECK(starts_with_problem(yaml("&a [*a]"), "f:1:5: the alias stands inside its own anchor"));
  CHECK(starts_with_problem(yaml("a: &a {b: *a}"), "the alias stands inside its own anchor"));
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) bomb += below + ",";
    bomb += "]\n";
  }
  CHECK(starts_with_problem(yaml(bomb), "the aliases unfold to more than may be read"));
}

TEST_CASE("bombs in many documents share one budget, and so do long texts") {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += "--- {a: &a [1,1,1,1,1,1,1,1,1,1], b: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]}\n";
  CHECK(starts_with_problem(yaml(text, {.max_nodes = 5000}), "than may be read"));
  std::string wide = "a: &a " + std::string(1000, 'x') + "\nb: [";
  for (int i = 0; i < 900; ++i) wide += "*a,";
  CHECK(starts_with_problem(yaml(wide + "]\n", {.max_bytes = 10'000}),
                            "the aliases unfold to more than may be read"));
}

TEST_CASE("YAML that is too deep, too big or too much is refused with the reason") {
  CHECK(starts_with_problem(yaml(std::string(65, '[') + std::string(65, ']')),
                            "is nested more than 64 levels deep"));
  CHECK(yaml(std::string(64, '[') + std::string(64, ']')).front() == '[');
  for (const std::string_view opening : {"[", "{", "[a,", "{a: ", "[\n", "- [", "? ["}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += opening;
    CHECK(starts_with_problem(yaml(text), "is nested more than 64 levels deep"));
  }
  std::string script = "run: |\n";
  for (int i = 0; i < 2'000; ++i) script += "  printf '\\e[1m'; a[\n";
  CHECK(parse(Format::yaml, script, "f").ok());
  CHECK(starts_with_problem(yaml(std::string((1 << 20) + 1, 'x')),
                            "f: is 1048577 bytes long, more than the 1048576"));
  CHECK(starts_with_problem(yaml("[1, 2, 3, 4]", {.max_nodes = 4}), "has more than 4 values"));
  CHECK(starts_with_problem(yaml("a: &a [[1]]\nb: [[*a]]", {.max_depth = 4}), "levels deep"));
}

TEST_CASE("bytes that are no text are refused with their place") {
  CHECK(yaml(std::string_view("a: 1\nb: \0", 9)) ==
        "f:2:4: holds a NUL byte, so it is no text in UTF-8\n    b: \\x00\n       ^\n");
  CHECK(starts_with_problem(yaml("a: 1\nb: \xE9t\xE9\n"), "f:2:4: is not valid UTF-8"));
}
