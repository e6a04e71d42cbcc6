// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string toml(std::string_view text, const Limits& limits = {}) {
  return parsed(Format::toml, text, limits);
}

}  // namespace

TEST_CASE("TOML becomes a tree in source order") {
  CHECK(toml("z = 1\na = [true, 'x', 2.5]\n[t.u]\nk = {y = 1, b = 2}\n[[l]]\nn = 1\n[[l]]\nn = 2\n") ==
        "{z: 1, a: [true, 'x', 2.5], t: {u: {k: {y: 1, b: 2}}}, l: [{n: 1}, {n: 2}]}");
}

TEST_CASE("TOML numbers and dates keep their spelling") {
  const auto documents =
      parse(Format::toml, "\"ä\" = 0xFF\nb = 1_000\nc = 1979-05-27T07:32:00Z\nd = \"\\u00e9\"", "f");
  REQUIRE(documents);
  const Node& root = documents->front();
  CHECK(root.find("ä")->integer == 255);
  CHECK(root.find("ä")->text == "0xFF");
  CHECK(root.find("b")->text == "1_000");
  CHECK(root.find("c")->type == Type::string);
  CHECK(root.find("c")->text == "1979-05-27T07:32:00Z");
  CHECK(root.find("d")->text == "é");
}

TEST_CASE("TOML marks count bytes and hold in every kind of table") {
  const std::string_view text =
      "# ü\n\"ü.ü\" = {\"ö\" = 'é', x = 5}\r\n[a]\n  b.c = [1,\n  22]\n[[d]]\ne = 1\n";
  CHECK(mark_of(Format::toml, text, "$['ü.ü']") == "2:11");
  CHECK(mark_of(Format::toml, text, "$['ü.ü'].x") == "2:29");
  CHECK(mark_of(Format::toml, text, "$.a") == "3:1");
  CHECK(mark_of(Format::toml, text, "$.a.b.c[1]") == "5:3");
  CHECK(mark_of(Format::toml, text, "$.d[0].e") == "7:5");
  const auto documents = parse(Format::toml, text, "f");
  REQUIRE(documents);
  CHECK(documents->front().members[0].value.members[1].key_mark == readiness::base::Mark{2, 25});
}

TEST_CASE("TOML mistakes are told with their place") {
  CHECK(starts_with_problem(toml("a = 1\na = 2\n"), "f:2:"));
  CHECK(starts_with_problem(toml("a = \n"), "f:1:5: is no valid TOML"));
  CHECK(starts_with_problem(toml("a = 1\n["), "f:2:1: the table header is never closed"));
  CHECK(starts_with_problem(toml("[["), "f:1:1: the table header is never closed"));
  CHECK(starts_with_problem(toml("[a"), "f:1:1: the table header is never closed"));
}

TEST_CASE("dots and brackets that would exhaust toml++'s stack are refused") {
  std::string dots = "a";
  for (int i = 0; i < 100'000; ++i) dots += ".a";
  CHECK(starts_with_problem(toml(dots + " = 1\n"), "f:1:130: is nested more than 64 levels deep"));
  CHECK(starts_with_problem(toml("[" + dots + "]\n"), "is nested more than 64 levels deep"));
  CHECK(starts_with_problem(toml("a = " + std::string(100'000, '[')), "is nested more than 64 levels deep"));
  CHECK(starts_with_problem(toml("a = [[1]]", {.max_depth = 2}), "is nested more than 2 levels deep"));
  CHECK(toml("a = '" + dots + "'\n# " + dots + "\nb = \"\"\"\n" + dots + "\"\"\"\n").size() > 400'000);
}

TEST_CASE("letters beyond ASCII are for quotes and comments") {
  CHECK(starts_with_problem(toml("é = 1\n"), "f:1:1: a character beyond ASCII stands outside of quotes"));
  CHECK(starts_with_problem(toml("a = \"\"\"é\"\"\"\"\"ü\n"), "f:1:15: a character beyond ASCII"));
  CHECK(toml("a = \"\"\"é\"\"\"\" # ü\nb = 'ö'\nc = '''é'\n''''' # ä\n") ==
        "{a: 'é\"', b: 'ö', c: 'é'\n'''}");
}

TEST_CASE("TOML with more values than allowed is refused") {
  CHECK(starts_with_problem(toml("a = [1, 2, 3]\n", {.max_nodes = 4}), "has more than 4 values"));
}
