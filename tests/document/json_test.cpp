// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string json(std::string_view text, const Limits& limits = {}) {
  return parsed(Format::json, text, limits);
}

}  // namespace

TEST_CASE("JSON becomes a tree in source order") {
  CHECK(json(R"({"b": [1, -2.5e1, true, false, null, "x"], "a": {}})") ==
        "{b: [1, -25, true, false, null, 'x'], a: {}}");
  CHECK(json("[]") == "[]");
  CHECK(json(" 3 ") == "3");
}

TEST_CASE("numbers keep their spelling and grow to reals beyond 64 bits") {
  const auto documents =
      parse(Format::json, "[1.50, 9223372036854775807, 18446744073709551615, -0, 1E2]", "f");
  REQUIRE(documents);
  const auto& items = documents->front().items;
  CHECK(items[0].text == "1.50");
  CHECK(items[1].integer == 9223372036854775807);
  CHECK(items[2].type == Type::real);
  CHECK(items[2].real == 18446744073709551615.0);
  CHECK(items[3].type == Type::integer);
  CHECK(items[4].text == "1E2");
}

TEST_CASE("escapes are decoded") { CHECK(json(R"(["\u00e9\ud83d\ude00\n\"\/"])") == "['é😀\n\"/']"); }

TEST_CASE("every JSON value and key has its place") {
  const std::string text =
      "{\n  \"a\\\"b\": [10,\t-2 , \"s,]\"],\r\n  \"c\" :{ \"d\":true},\n\"e\":null,\"f\":[ [],{} ] }";
  CHECK(mark_of(Format::json, text, "$") == "1:1");
  CHECK(mark_of(Format::json, text, "$.*") == "2:11");
  CHECK(mark_of(Format::json, text, "$.*[0]") == "2:12");
  CHECK(mark_of(Format::json, text, "$.*[1]") == "2:16");
  CHECK(mark_of(Format::json, text, "$.*[2]") == "2:21");
  CHECK(mark_of(Format::json, text, "$.c") == "3:8");
  CHECK(mark_of(Format::json, text, "$.c.d") == "3:14");
  CHECK(mark_of(Format::json, text, "$.e") == "4:5");
  CHECK(mark_of(Format::json, text, "$.f[0]") == "4:16");
  CHECK(mark_of(Format::json, text, "$.f[1]") == "4:19");
  const auto documents = parse(Format::json, text, "f");
  REQUIRE(documents);
  const auto& members = documents->front().members;
  CHECK(members[0].key == "a\"b");
  CHECK(members[0].key_mark == readiness::base::Mark{2, 3});
  CHECK(members[1].key_mark == readiness::base::Mark{3, 3});
  CHECK(members[1].value.members[0].key_mark == readiness::base::Mark{3, 10});
  CHECK(members[3].key_mark == readiness::base::Mark{4, 10});
}

TEST_CASE("comments and trailing commas are taken and move no mark") {
  const std::string text =
      "// one\n{ /* two\n */ \"a\": [1, 2,], // three\n \"b\": \"// no, /* no */,]\",\n}\n";
  CHECK(json(text) == "{a: [1, 2], b: '// no, /* no */,]'}");
  CHECK(mark_of(Format::json, text, "$.b") == "4:7");
  CHECK(json("[1, /* , */ ]") == "[1]");
}

TEST_CASE("what JSONC does not allow stays an error") {
  CHECK(starts_with_problem(json("[,]"), "f:1:2: is no valid JSON"));
  CHECK(starts_with_problem(json("[1,,]"), "f:1:4: is no valid JSON"));
  CHECK(starts_with_problem(json("{\"a\":,}"), "f:1:6: is no valid JSON"));
  CHECK(starts_with_problem(json("[1] /* open"), "f:1:5: is no valid JSON"));
  CHECK(starts_with_problem(json("{a: 1}"), "is no valid JSON"));
}

TEST_CASE("JSON mistakes show the line as it was written") {
  CHECK(json("{\"a\": 1, // note\n \"b\": tru }") ==
        "f:2:10: is no valid JSON: invalid literal; last read: '\"b\": tru '\n     \"b\": tru }\n            "
        " ^\n");
  CHECK(starts_with_problem(json(""), "unexpected end of input"));
  CHECK(starts_with_problem(json("[1] 2"), "f:1:5: is no valid JSON"));
}

TEST_CASE("of a key that is given twice the last value counts") {
  CHECK(json(R"({"a": 1, "b": 2, "a": 3})") == "{b: 2, a: 3}");
  std::string many = "{";
  for (int i = 0; i < 5000; ++i) many += "\"k" + std::to_string(i % 100) + "\": " + std::to_string(i) + ",";
  many.back() = '}';
  const auto documents = parse(Format::json, many, "f");
  REQUIRE(documents);
  CHECK(documents->front().members.size() == 100);
  CHECK(documents->front().find("k7")->integer == 4907);
}

TEST_CASE("hostile JSON meets a limit") {
  CHECK(starts_with_problem(json(std::string(200'000, '[')), "f:1:65: is nested more than 64 levels deep"));
  CHECK(starts_with_problem(json("[1,2,3]", {.max_nodes = 3}), "f:1:6: has more than 3 values"));
  CHECK(starts_with_problem(json("\"\xFF\""), "f:1:2: is not valid UTF-8"));
  CHECK(starts_with_problem(json("[1e999]"), "is no valid JSON"));
}
