// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string dotenv(std::string_view text) { return parsed(Format::dotenv, text); }

}  // namespace

TEST_CASE("an env file becomes names and strings") {
  CHECK(dotenv("# c\nA=1\n export B = two words # c\nC=\nD\nE=a#b\nF: x\n") ==
        "{A: '1', B: 'two words', C: '', D: null, E: 'a#b', F: 'x'}");
}

TEST_CASE("quotes hold comments, escapes and line breaks") {
  CHECK(dotenv("A='x # $y \\n' # c\nB=\"a\\n\\\"b\\\" \\$c \\d\"\nC=\"one\ntwo\"\nD=`q\"'`\nE=1") ==
        "{A: 'x # $y \\n', B: 'a\n\"b\" $c \\d', C: 'one\ntwo', D: 'q\"'', E: '1'}");
  CHECK(dotenv("A='open\nB=\"x\"y\nC=it's\n") == "{A: ''open', B: '\"x\"y', C: 'it's'}");
}

TEST_CASE("env files have marks, the last value counts, and junk is an error") {
  CHECK(mark_of(Format::dotenv, "\nexport A=\"x\ny\"\nBB= z\n", "$.BB") == "4:5");
  CHECK(dotenv("A=1\r\nA=2\r\n") == "{A: '2'}");
  CHECK(dotenv("A=1\n--- b\n") == "f:2:1: expected NAME=VALUE\n    --- b\n    ^\n");
}
