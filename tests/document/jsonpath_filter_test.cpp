// SPDX-License-Identifier: Apache-2.0
// Filters (RFC 9535, 2.3.5) and functions (2.4): existence, comparison, logic, and the five of the standard.
#include "document/jsonpath_text.h"

using namespace readiness::document;

namespace {

constexpr std::string_view kTree = R"({
  "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
  "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"})";

// Whether a comparison of the RFC's table (2.3.5.3.1) holds, over a document of that table's shape.
bool holds(std::string_view comparison) {
  constexpr std::string_view kSides = R"([{"obj": {"x": "y"}, "arr": [2, 3]}])";
  const std::string query = "$[?" + std::string(comparison) + "]";
  const std::string result = values(query, kSides);
  INFO(comparison << " gave " << result);
  REQUIRE((result.empty() || result == "{obj: {x: 'y'}, arr: [2, 3]}"));
  return !result.empty();
}

// Whether the condition holds for a string.
bool is_true_of(std::string_view text, const std::string& condition) {
  return !values("$[?" + condition + "]", "[\"" + std::string(text) + "\"]").empty();
}

}  // namespace

TEST_CASE("filters keep the children for which a condition holds (2.3.5)") {
  CHECK(values("$.a[?@.b == 'kilo']", kTree) == "{b: 'kilo'}");
  CHECK(values("$.a[?(@.b == 'kilo')]", kTree) == "{b: 'kilo'}");
  CHECK(values("$.a[?@>3.5]", kTree) == "5 4 6");
  CHECK(values("$.a[?@.b]", kTree) == "{b: 'j'} {b: 'k'} {b: {}} {b: 'kilo'}");
  CHECK(paths("$[?@.*]", kTree) == "$['a'] $['o']");
  CHECK(values("$[?@[?@.b]]", kTree) == values("$.a", kTree));
  CHECK(values("$.o[?@<3, ?@<3]", kTree) == "1 2 1 2");
  CHECK(values("$.a[?@<2 || @.b == \"k\"]", kTree) == "1 {b: 'k'}");
  CHECK(values("$.a[?match(@.b, \"[jk]\")]", kTree) == "{b: 'j'} {b: 'k'}");
  CHECK(values("$.a[?search(@.b, \"[jk]\")]", kTree) == "{b: 'j'} {b: 'k'} {b: 'kilo'}");
  CHECK(values("$.o[?@>1 && @<4]", kTree) == "2 3");
  CHECK(values("$.o[?@.u || @.x]", kTree) == "{u: 6}");
  CHECK(values("$.a[?@.b == $.x]", kTree) == "3 5 1 2 4 6");
  CHECK(values("$.a[?@ == @]", kTree) == "3 5 1 2 4 6 {b: 'j'} {b: 'k'} {b: {}} {b: 'kilo'}");
  CHECK(values("$[?@ > 0]", "3") == "");
}

TEST_CASE("comparisons of absence, numbers, strings and structures (2.3.5.2.2)") {
  CHECK(holds("$.absent1 == $.absent2"));
  CHECK(holds("$.absent1 <= $.absent2"));
  CHECK_FALSE(holds("$.absent == 'g'"));
  CHECK_FALSE(holds("$.absent1 != $.absent2"));
  CHECK(holds("$.absent != 'g'"));
  CHECK_FALSE(holds("$.absent < 1"));
  CHECK(holds("1 <= 2"));
  CHECK_FALSE(holds("1 > 2"));
  CHECK_FALSE(holds("13 == '13'"));
  CHECK(holds("'a' <= 'b'"));
  CHECK_FALSE(holds("'a' > 'b'"));
  CHECK_FALSE(holds("@.obj == @.arr"));
  CHECK(holds("@.obj != @.arr"));
  CHECK(holds("@.obj == @.obj"));
  CHECK_FALSE(holds("@.obj != @.obj"));
  CHECK(holds("@.arr == @.arr"));
  CHECK_FALSE(holds("@.obj == 17"));
  CHECK(holds("@.obj != 17"));
  CHECK_FALSE(holds("@.obj <= @.arr"));
  CHECK_FALSE(holds("@.obj < @.arr"));
  CHECK(holds("@.obj <= @.obj"));
  CHECK(holds("@.arr >= @.arr"));
  CHECK_FALSE(holds("1 <= @.arr"));
  CHECK(holds("true <= true"));
  CHECK_FALSE(holds("true > true"));
  CHECK_FALSE(holds("false < true"));
  CHECK(holds("null >= null"));
}

TEST_CASE("numbers are compared by value, strings by code points, objects without order") {
  CHECK(holds("1 == 1.0"));
  CHECK(holds("1e2 == 100"));
  CHECK(holds("-0 == 0"));
  CHECK(holds("1E-2 == 0.01"));
  CHECK(holds("9007199254740993 != 9007199254740992"));
  CHECK(holds("'é' > 'z'"));
  CHECK(holds("'\\uD83D\\uDE00' > '\\uFFFD'"));
  CHECK(holds("'' < 'a'"));
  CHECK(values("$[?@ == $[0]].c",
               R"([{"a": 1, "b": [2, {"x": null}]}, {"b": [2, {"x": null}], "a": 1.0, "c": 0}])") == "");
  CHECK(paths("$[?@ == $[0]]",
              R"([{"a": 1, "b": [2]}, {"b": [2], "a": 1.0}, {"a": 1, "b": [2, 2]}, {"a": 1}])") ==
        "$[0] $[1]");
}

TEST_CASE("and binds stronger than or, and not strongest (2.3.5.1)") {
  CHECK(values("$[?@==1 || @==2 && @==3]", "[1, 2, 3]") == "1");
  CHECK(values("$[?(@==1 || @==2) && @<2]", "[1, 2, 3]") == "1");
  CHECK(values("$[?!@.a]", R"([{"a": null}, {"b": 1}])") == "{b: 1}");
  CHECK(values("$[?!(@==1)]", "[1, 2]") == "2");
  CHECK(values("$[?!(@.a || @.b) && @]", R"([{"a": 1}, {"c": 1}])") == "{c: 1}");
  CHECK(values("$[?! (@ == 1)]", "[1, 2]") == "2");
}

TEST_CASE("existence is about nodes, not about their values (2.3.5.2.1)") {
  CHECK(values("$[?@.a]", R"([{"a": null}, {"a": false}, {"a": 0}, {"b": 1}])") ==
        "{a: null} {a: false} {a: 0}");
  CHECK(values("$[?@.*]", R"([[], [1], {}, 1])") == "[1]");
  CHECK(values("$[?@..x]", R"([{"a": {"x": 1}}, {"x": 0}, 3])") == "{a: {x: 1}} {x: 0}");
  CHECK(values("$[?$.nothing]", "[1]") == "");
  CHECK(values("$[?$[1]]", "[1, 2]") == "1 2");
}

TEST_CASE("length counts characters, elements or members (2.4.4)") {
  CHECK(values("$[?length(@) == 2]", R"(["é😀", [1, 2], {"a": 1, "b": 2}, "abc", 2, null])") ==
        "'é😀' [1, 2] {a: 1, b: 2}");
  CHECK(values("$[?length(@.a) == 1]", R"([{"a": "x"}, {"b": "y"}, {"a": 1}])") == "{a: 'x'}");
  CHECK(values("$[?length('ab') == 2]", "[1]") == "1");
  CHECK(values("$[?length(@.none) == length(@.neither)]", "[{}]") == "{}");
  CHECK(values("$[?length(value(@..a)) == 1]", R"([{"b": {"a": "x"}}, {"a": "xy"}])") == "{b: {a: 'x'}}");
}

TEST_CASE("count counts the nodes of a nodelist (2.4.5)") {
  CHECK(values("$[?count(@.*) > 1]", R"([[1, 2], [1], {"a": 1, "b": 2}])") == "[1, 2] {a: 1, b: 2}");
  CHECK(values("$[?count(@..x) == 2]", R"([{"x": {"x": 1}}, {"x": 1}])") == "{x: {x: 1}}");
  CHECK(values("$[?count(@['a','a']) == 2]", R"([{"a": 1}, {}])") == "{a: 1}");
  CHECK(values("$[?count(@.a) == 0]", R"([{"a": 1}, {}])") == "{}");
}

TEST_CASE("value is that of a nodelist's only node (2.4.8)") {
  CHECK(values("$[?value(@..c) == 'red']", R"([{"a": {"c": "red"}}, {"c": "red", "d": {"c": "red"}}])") ==
        "{a: {c: 'red'}}");
  CHECK(values("$[?value(@.*) == $.none]", "[[], [1], [1, 2]]") == "[] [1, 2]");
}

TEST_CASE("match is about the whole string, search about any part (2.4.6, 2.4.7)") {
  CHECK(is_true_of("1974-05-11", "match(@, '1974-05-..')"));
  CHECK_FALSE(is_true_of("on 1974-05-11", "match(@, '1974-05-..')"));
  CHECK(is_true_of("on 1974-05-11", "search(@, '1974-05-..')"));
  CHECK(is_true_of("abc", "search(@, '[BC]|c')"));
  CHECK_FALSE(is_true_of("abc", "match(@, 'b')"));
  CHECK(is_true_of("", "match(@, '')"));
  CHECK_FALSE(is_true_of("abc", "match(@, '(')"));
  CHECK_FALSE(is_true_of("abc", "match(@, 1)"));
  CHECK(values("$[?match(@, 'a')]", R"(["a", 1, null, ["a"]])") == "'a'");
  CHECK(values("$.v[?match(@, $.r)]", R"({"r": "b.?b", "v": ["bab", "bb", "abb", 1]})") == "'bab' 'bb'");
  CHECK(values("$[?!match(@, 'a')]", R"(["a", "b", 1])") == "'b' 1");
}

TEST_CASE("a large object is compared without comparing each member with each") {
  std::string forward = "{";
  std::string backward = "{";
  for (int i = 0; i < 4'000; ++i) {
    forward += "\"k" + std::to_string(i) + "\": 1,";
    backward += "\"k" + std::to_string(3'999 - i) + "\": 1,";
  }
  forward.back() = backward.back() = '}';
  CHECK(JsonPath::compile("$[?@ == $[0]]").ok());
  const std::string text = "[" + forward + "," + forward + "," + backward + "]";
  CHECK(paths("$[?@ == $[0]]", text).starts_with("$[0] $[1]"));
}
