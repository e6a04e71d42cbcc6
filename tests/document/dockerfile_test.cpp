// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string dockerfile(std::string_view text) { return parsed(Format::dockerfile, text); }

std::string first(std::string_view text, std::string_view query) {
  const auto documents = parse(Format::dockerfile, text, "f");
  if (!documents) return readiness::base::render(documents.errors());
  const auto matches = JsonPath::compile(query).value().select(documents->front());
  return matches.empty() ? "nothing" : text_of(*matches[0].node);
}

}  // namespace

TEST_CASE("a Dockerfile becomes stages of instructions") {
  CHECK(dockerfile("ARG V=1\nFROM --platform=linux/amd64 golang:$V AS build\nrun go build\nFROM "
                   "scratch\nUSER 1000\n") ==
        "{stages: [{image: 'golang:$V', name: 'build', platform: 'linux/amd64', instructions: "
        "[{name: 'RUN', value: 'go build', flags: {}, arguments: []}]}, {image: 'scratch', instructions: "
        "[{name: 'USER', value: '1000', flags: {}, arguments: ['1000']}]}], arguments: ['V=1']}");
}

TEST_CASE("the exec form becomes arguments and the shell form stays a value") {
  CHECK(first("FROM a\nCMD [\"x\", \"-y z\"]", "$..instructions[0].arguments") == "['x', '-y z']");
  CHECK(first("FROM a\nCMD x -y z", "$..instructions[0].arguments") == "[]");
  CHECK(first("FROM a\nCMD ['x']", "$..instructions[0].arguments") == "[]");
  CHECK(first("FROM a\nCMD [1]", "$..instructions[0].arguments") == "[]");
  CHECK(first("FROM a\nHEALTHCHECK --interval=5s CMD [\"c\", \"d\"]", "$..instructions[0].arguments") ==
        "['CMD', 'c', 'd']");
  CHECK(first("FROM a\nHEALTHCHECK NONE", "$..instructions[0].arguments") == "['NONE']");
}

TEST_CASE("words, pairs and quotes become arguments") {
  CHECK(first("FROM a\nENV A=1 B=\"x y\" C='$d' D=e\\ f", "$..instructions[0].arguments") ==
        "['A=1', 'B=x y', 'C=$d', 'D=e f']");
  CHECK(first("FROM a\nENV OLD the rest of it", "$..instructions[0].arguments") == "['OLD=the rest of it']");
  CHECK(first("FROM a\nARG TOKEN", "$..instructions[0].arguments") == "['TOKEN']");
  CHECK(first("FROM a\nEXPOSE 80 443/tcp", "$..instructions[0].arguments") == "['80', '443/tcp']");
  CHECK(first("FROM a\nCOPY [\"a b\", \"c\"]", "$..instructions[0].arguments") == "['a b', 'c']");
}

TEST_CASE("flags are taken apart") {
  CHECK(first("FROM a\nCOPY --from=b --link --chown=1:1 x y", "$..flags") ==
        "{from: 'b', link: true, chown: '1:1'}");
  CHECK(first("FROM a\nRUN --mount=type=secret,id=a --mount=type=cache cmd", "$..flags") ==
        "{mount: ['type=secret,id=a', 'type=cache']}");
  CHECK(first("FROM a\nRUN --mount=type=secret cmd -x", "$..value") == "'cmd -x'");
  CHECK(first("FROM a\nCMD --not-a-flag", "$..value") == "'--not-a-flag'");
}

TEST_CASE("continued lines are joined and comments inside them vanish") {
  CHECK(first("FROM a\nRUN one \\\n  # why\n\n  && two \\  \n  && three\nUSER x",
              "$..instructions[0].value") == "'one   && two   && three'");
  CHECK(first("FROM a\r\nRUN one \\\r\n  two\r\n", "$..instructions[0].value") == "'one   two'");
  CHECK(first("FROM a\nRUN echo \\\\\nUSER x", "$..instructions[1].name") == "'USER'");
  CHECK(first("FROM a\nRUN one \\", "$..instructions[0].value") == "'one'");
}

TEST_CASE("the escape directive changes the continuation") {
  const std::string_view windows = "# escape=`\nFROM a\nRUN dir c:\\ `\n  d:\\\nUSER x";
  CHECK(first(windows, "$..instructions[0].value") == "'dir c:\\   d:\\'");
  CHECK(first(windows, "$..instructions[1].value") == "'x'");
  CHECK(first("# just a comment\n# escape=`\nFROM a\nRUN x `\nUSER y", "$..instructions[0].value") ==
        "'x `'");
}

TEST_CASE("heredocs stay in the value and hide instructions") {
  const std::string_view text =
      "FROM a\nRUN <<EOF bash\nUSER root\n# kept\nEOF\nCOPY <<-\"X\" <<Y /d/\n\tone\n\tX\ntwo\nY\nUSER z";
  CHECK(first(text, "$..instructions[0].value") == "'<<EOF bash\nUSER root\n# kept\nEOF\n'");
  CHECK(first(text, "$..instructions[1].value") == "'<<-\"X\" <<Y /d/\n\tone\n\tX\ntwo\nY\n'");
  CHECK(first(text, "$..instructions[2].value") == "'z'");
  CHECK(mark_of(Format::dockerfile, text, "$..instructions[2]") == "11:1");
  CHECK(
      starts_with_problem(dockerfile("FROM a\nRUN <<EOF\nx\n"), "f:2:1: the heredoc 'EOF' is never closed"));
}

TEST_CASE("marks name the line and column of what was written") {
  const std::string_view text =
      "# c\nFROM a AS b\nRUN one \\\n   two\nENV A=1 \\\n    B=2\nCMD [\"x\", \\\n  \"y\"]\n";
  CHECK(mark_of(Format::dockerfile, text, "$.stages[0]") == "2:1");
  CHECK(mark_of(Format::dockerfile, text, "$.stages[0].image") == "2:6");
  CHECK(mark_of(Format::dockerfile, text, "$.stages[0].name") == "2:11");
  CHECK(mark_of(Format::dockerfile, text, "$..instructions[0].value") == "3:5");
  CHECK(mark_of(Format::dockerfile, text, "$..instructions[1].arguments[1]") == "6:5");
  CHECK(mark_of(Format::dockerfile, text, "$..instructions[2].arguments[1]") == "8:3");
}

TEST_CASE("what is no Dockerfile is refused with the reason") {
  CHECK(starts_with_problem(dockerfile(""), "f: has no FROM instruction"));
  CHECK(starts_with_problem(dockerfile("RUN x\n"), "f:1:1: RUN stands before the first FROM"));
  CHECK(
      starts_with_problem(dockerfile("FROM a\nWORKDR /x\n"), "f:2:1: 'WORKDR' is no Dockerfile instruction"));
  CHECK(starts_with_problem(dockerfile("FROM a\nWORKDR /x\n"), "did you mean 'WORKDIR'?"));
  CHECK(starts_with_problem(dockerfile("FROM\n"), "f:1:1: FROM names no image"));
  CHECK(starts_with_problem(dockerfile("FROM a b\n"), "f:1:8: after the image only 'AS name' may follow"));
}
