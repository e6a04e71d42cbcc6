// SPDX-License-Identifier: Apache-2.0
// RFC 9535 section by section: segments, selectors, normalized paths, order. Conditions and functions are in
// jsonpath_filter_test.cpp, what must be refused in jsonpath_grammar_test.cpp.
#include "document/jsonpath_text.h"

using namespace readiness::document;

namespace {

// Of our own making, with the shape of the RFC's example (section 1.5).
constexpr std::string_view kShop = R"({"shop": {
  "parts": [
    {"kind": "bolt", "by": "Ada", "name": "M4", "cost": 8.95},
    {"kind": "gear", "by": "Bob", "name": "Z20", "cost": 12.99},
    {"kind": "gear", "by": "Cid", "name": "Z40", "code": "0-553", "cost": 8.99},
    {"kind": "gear", "by": "Dee", "name": "Z80", "code": "0-395", "cost": 22.99}],
  "van": {"paint": "red", "cost": 399}}})";

}  // namespace

TEST_CASE("queries of the usual kinds find what they name (1.5)") {
  CHECK(values("$.shop.parts[*].by", kShop) == "'Ada' 'Bob' 'Cid' 'Dee'");
  CHECK(values("$..by", kShop) == "'Ada' 'Bob' 'Cid' 'Dee'");
  CHECK(paths("$.shop.*", kShop) == "$['shop']['parts'] $['shop']['van']");
  CHECK(values("$.shop..cost", kShop) == "8.95 12.99 8.99 22.99 399");
  CHECK(values("$..parts[2].by", kShop) == "'Cid'");
  CHECK(values("$..parts[2].paint", kShop) == "");
  CHECK(values("$..parts[-1].name", kShop) == "'Z80'");
  CHECK(values("$..parts[0,1].name", kShop) == "'M4' 'Z20'");
  CHECK(values("$..parts[:2].name", kShop) == "'M4' 'Z20'");
  CHECK(values("$..parts[?@.code].name", kShop) == "'Z40' 'Z80'");
  CHECK(values("$..parts[?@.cost<10].name", kShop) == "'M4' 'Z40'");
  CHECK(JsonPath::compile("$..*").value().select(parse(Format::json, kShop, "f").value().front()).size() ==
        27);
}

TEST_CASE("the root identifier alone is the document (2.2)") {
  CHECK(found("$", R"({"k": "v"})") == "$={k: 'v'}");
  CHECK(found("$", "7") == "$=7");
}

TEST_CASE("name selectors take members by their exact name (2.3.1)") {
  constexpr std::string_view kNames =
      R"({"o": {"j j": {"k.k": 3}}, "'": {"@": 2}, "é☺": 1, "": 4, "a\tb": 5})";
  CHECK(found("$.o['j j']", kNames) == "$['o']['j j']={k.k: 3}");
  CHECK(found("$.o['j j']['k.k']", kNames) == "$['o']['j j']['k.k']=3");
  CHECK(found("$.o[\"j j\"][\"k.k\"]", kNames) == "$['o']['j j']['k.k']=3");
  CHECK(found("$[\"'\"][\"@\"]", kNames) == "$['\\'']['@']=2");
  CHECK(found("$['\\'']['\\u0040']", kNames) == "$['\\'']['@']=2");
  CHECK(values("$.é☺", kNames) == "1");
  CHECK(values("$['\\u00e9\\u263A']", kNames) == "1");
  CHECK(values("$['']", kNames) == "4");
  CHECK(values("$['a\\tb']", kNames) == "5");
  CHECK(values("$.o.nothing", kNames) == "");
  CHECK(values("$.a", "[1]") == "");
}

TEST_CASE("escapes in names are JSON's, and each quote escapes itself only (2.3.1)") {
  CHECK(values(R"($["\b\f\n\r\t\/\\\""])", R"({"\b\f\n\r\t/\\\"": 1})") == "1");
  CHECK(values(R"($['\ud83d\ude00'])", R"({"😀": 1})") == "1");
  CHECK(values(R"($["\uD83D\uDE00"])", R"({"😀": 1})") == "1");
  CHECK(values(R"($['"'])", R"({"\"": 1})") == "1");
}

TEST_CASE("wildcards take all children in order (2.3.2)") {
  constexpr std::string_view kTree = R"({"o": {"j": 1, "k": 2}, "a": [5, 3]})";
  CHECK(paths("$[*]", kTree) == "$['o'] $['a']");
  CHECK(found("$.o[*]", kTree) == "$['o']['j']=1 $['o']['k']=2");
  CHECK(values("$.o[*, *]", kTree) == "1 2 1 2");
  CHECK(found("$.a[*]", kTree) == "$['a'][0]=5 $['a'][1]=3");
  CHECK(values("$.*", "3") == "");
}

TEST_CASE("index selectors count from either end (2.3.3)") {
  CHECK(found("$[1]", R"(["a", "b"])") == "$[1]='b'");
  CHECK(found("$[-2]", R"(["a", "b"])") == "$[0]='a'");
  CHECK(values("$[2]", R"(["a", "b"])") == "");
  CHECK(values("$[-3]", R"(["a", "b"])") == "");
  CHECK(values("$[0]", R"({"0": 1})") == "");
  CHECK(values("$[9007199254740991]", "[1]") == "");
  CHECK(values("$[-9007199254740991]", "[1]") == "");
}

TEST_CASE("slices take steps in either direction (2.3.4)") {
  constexpr std::string_view kLetters = R"(["a", "b", "c", "d", "e", "f", "g"])";
  CHECK(values("$[1:3]", kLetters) == "'b' 'c'");
  CHECK(values("$[5:]", kLetters) == "'f' 'g'");
  CHECK(values("$[1:5:2]", kLetters) == "'b' 'd'");
  CHECK(values("$[5:1:-2]", kLetters) == "'f' 'd'");
  CHECK(values("$[::-1]", kLetters) == "'g' 'f' 'e' 'd' 'c' 'b' 'a'");
  CHECK(values("$[:]", kLetters) == "'a' 'b' 'c' 'd' 'e' 'f' 'g'");
  CHECK(values("$[-2:]", kLetters) == "'f' 'g'");
  CHECK(values("$[:-5]", kLetters) == "'a' 'b'");
  CHECK(values("$[-100:100]", "[1]") == "1");
  CHECK(values("$[100:-100:-1]", "[1, 2]") == "2 1");
  CHECK(values("$[1:3:0]", kLetters) == "");
  CHECK(values("$[3:1]", kLetters) == "");
  CHECK(values("$[ 1 : 3 : 1 ]", kLetters) == "'b' 'c'");
  CHECK(values("$[::9007199254740991]", kLetters) == "'a'");
  CHECK(values("$[::-9007199254740991]", kLetters) == "'g'");
  CHECK(values("$[:]", R"({"a": 1})") == "");
}

TEST_CASE("a child segment concatenates what its selectors find (2.5.1)") {
  constexpr std::string_view kLetters = R"(["a", "b", "c", "d", "e", "f", "g"])";
  CHECK(values("$[0, 3]", kLetters) == "'a' 'd'");
  CHECK(values("$[0:2, 5]", kLetters) == "'a' 'b' 'f'");
  CHECK(values("$[0, 0]", kLetters) == "'a' 'a'");
  CHECK(values("$['x', 1, ?@ == 'c']", kLetters) == "'b' 'c'");
}

TEST_CASE("descendants are visited before their siblings' descendants (2.5.2)") {
  constexpr std::string_view kTree = R"({"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]})";
  CHECK(found("$..j", kTree) == "$['o']['j']=1 $['a'][2][0]['j']=4");
  CHECK(found("$..[0]", kTree) == "$['a'][0]=5 $['a'][2][0]={j: 4}");
  CHECK(paths("$..[*]", kTree) == paths("$..*", kTree));
  CHECK(paths("$..*", kTree) ==
        "$['o'] $['a'] $['o']['j'] $['o']['k'] $['a'][0] $['a'][1] $['a'][2] $['a'][2][0] $['a'][2][1] "
        "$['a'][2][0]['j'] $['a'][2][1]['k']");
  CHECK(values("$..o", kTree) == "{j: 1, k: 2}");
  CHECK(values("$.o..[*, *]", kTree) == "1 2 1 2");
  CHECK(values("$.a..[0, 1]", kTree) == "5 3 {j: 4} {k: 6}");
}

TEST_CASE("null is a value and not an absence (2.6)") {
  constexpr std::string_view kNulls = R"({"a": null, "b": [null], "c": [{}], "null": 1})";
  CHECK(found("$.a", kNulls) == "$['a']=null");
  CHECK(values("$.a[0]", kNulls) == "");
  CHECK(values("$.a.d", kNulls) == "");
  CHECK(values("$.b[0]", kNulls) == "null");
  CHECK(values("$.b[*]", kNulls) == "null");
  CHECK(values("$.b[?@]", kNulls) == "null");
  CHECK(values("$.b[?@==null]", kNulls) == "null");
  CHECK(values("$.c[?@.d==null]", kNulls) == "");
  CHECK(values("$.null", kNulls) == "1");
}

TEST_CASE("normalized paths escape what must be and nothing else (2.7)") {
  CHECK(paths("$.a", R"({"a": 1})") == "$['a']");
  CHECK(paths("$[*][-2:]", "[[1, 2, 3]]") == "$[0][1] $[0][2]");
  CHECK(paths("$.*", R"({"\u000b": 1, "\b\f\n\r\t": 1, "'\"\\/": 1, "\u007fé": 1})") ==
        "$['\\u000b'] $['\\b\\f\\n\\r\\t'] $['\\'\"\\\\/'] $['\x7Fé']");
}

TEST_CASE("a search stops at the number of matches that was asked for") {
  const auto documents = parse(Format::json, "[1, 2, 3, 4]", "f");
  REQUIRE(documents);
  CHECK(JsonPath::compile("$[*]").value().select(documents->front(), 3).size() == 3);
  CHECK(JsonPath::compile("$[*]").value().select(documents->front(), 0).empty());
}

TEST_CASE("a query that asks about every triple of nodes ends") {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "[" + std::to_string(i) + "],";
  text.back() = ']';
  const auto documents = parse(Format::json, text, "f");
  REQUIRE(documents);
  const auto query = JsonPath::compile("$..[?$..[?$..[?@ == 'none']]]");
  REQUIRE(query);
  bool cut = false;
  CHECK(query->select(documents->front(), 10, &cut).empty());
  CHECK(cut);
  cut = false;
  CHECK(JsonPath::compile("$[0][0]").value().select(documents->front(), 10, &cut).size() == 1);
  CHECK_FALSE(cut);
}

TEST_CASE("queries run over every format and several documents") {
  const auto documents = parse(Format::yaml, "kind: A\n---\nkind: B\nspec: {n: 2}\n", "f");
  REQUIRE(documents);
  const auto query = JsonPath::compile("$[?@.n == 2]");
  REQUIRE(query);
  CHECK(query->select((*documents)[0]).empty());
  REQUIRE(query->select((*documents)[1]).size() == 1);
  CHECK(query->select((*documents)[1])[0].node->mark == readiness::base::Mark{4, 7});
}
