// SPDX-License-Identifier: Apache-2.0
// What RFC 9535 calls not well-formed or not valid must be refused, and told with its column.
#include "document/jsonpath_text.h"

using namespace readiness::document;

namespace {

bool is_accepted(std::string_view query) { return JsonPath::compile(query).ok(); }

std::string problem(std::string_view query) {
  const auto compiled = JsonPath::compile(query);
  return compiled ? "accepted" : readiness::base::render(compiled.errors());
}

}  // namespace

TEST_CASE("a broken query is told with its column and a caret") {
  CHECK(problem("$.a[?@.b == ]") ==
        ":1:13: expected a condition: '@…', '$…', a literal or a function\n    $.a[?@.b == ]\n               "
        " ^\n");
  CHECK(problem("a.b") == ":1:1: a query begins with '$'\n    a.b\n    ^\n");
  CHECK(problem("") == ":1:1: a query begins with '$'\n");
  CHECK(problem("$[?lenght(@.a) == 1]") ==
        ":1:4: there is no function lenght(); known are length, count, match, search, value\n    "
        "$[?lenght(@.a) == 1]\n       ^\n");
}

TEST_CASE("segments and names are written as the grammar says (2.5, 2.3.1)") {
  for (const char* query : {"$", "$.a", "$.a1", "$._", "$.é", "$..a", "$..*", "$..[0]", "$ .a [0]",
                            "$\n\t\r['a']", "$['a' , \"b\"]"}) {
    INFO(query);
    CHECK(is_accepted(query));
  }
  for (const char* query :
       {" $",   "$ ",    "$.",    "$..",  "$...a",   "$. a",  "$.. a",    "$.1",     "$.a b",
        "$a",   "$.-a",  "$.'a'", "$[",   "$[]",     "$['a'", "$['a',]",  "$[,'a']", "$['a'] ",
        "$.a.", "$.[0]", "$.&",   "$[a]", "$.a\x01", "$[*",   "$['a''b']"}) {
    INFO(query);
    CHECK_FALSE(is_accepted(query));
  }
}

TEST_CASE("string literals allow JSON's escapes only (2.3.1.1)") {
  for (const char* query :
       {R"($['\"'])", R"($["\'"])", R"($['\a'])", R"($['\u12'])", R"($['\uD800'])", R"($['\uD800\u0041'])",
        R"($['\uDC00'])", "$['\n']", "$['\x1F']", R"($['a)", R"($['\)", R"($['\U0041'])", R"($['\x41'])"}) {
    INFO(query);
    CHECK_FALSE(is_accepted(query));
  }
  CHECK(is_accepted("$['\x7F']"));
  CHECK_FALSE(is_accepted("$['\xFF']"));
}

TEST_CASE("integers are canonical and within I-JSON's range (2.1, 2.3.3)") {
  for (const char* query :
       {"$[0]", "$[-1]", "$[10]", "$[9007199254740991]", "$[-9007199254740991]", "$[::0]", "$[::-1]"}) {
    INFO(query);
    CHECK(is_accepted(query));
  }
  for (const char* query : {"$[01]", "$[-0]", "$[-01]", "$[+1]", "$[1.0]", "$[1e0]", "$[9007199254740992]",
                            "$[-9007199254740992]", "$[99999999999999999999]", "$[1:01]", "$[:-0]", "$[::01]",
                            "$[1:2:3:4]", "$[- 1]", "$[1 2]", "$[0x1]", "$[:9007199254740992]"}) {
    INFO(query);
    CHECK_FALSE(is_accepted(query));
  }
}

TEST_CASE("filters follow the grammar (2.3.5.1)") {
  for (const char* query :
       {"$[?@.a]", "$[? @.a ]", "$[?@.a==1]", "$[?@.a == 1e+2]", "$[?@.a == -0.5E-1]", "$[?1==@.a]",
        "$[?!@.a]", "$[?!(@.a)]", "$[?((@.a))]", "$[?@.a&&@.b||@.c]", "$[?@]", "$[?$]", "$[?@[0]==$['a']]",
        "$[?@ .a == $ .b]", "$[?true==@]", "$[?@.true==null]"}) {
    INFO(query);
    CHECK(is_accepted(query));
  }
  for (const char* query : {"$[?]",
                            "$[?()]",
                            "$[?@.a=1]",
                            "$[?@.a===1]",
                            "$[?@.a<>1]",
                            "$[?@.a & @.b]",
                            "$[?@.a and @.b]",
                            "$[?!@.a==1]",
                            "$[?(@.a]",
                            "$[?@.a)]",
                            "$[?@.a==]",
                            "$[?==1]",
                            "$[?1]",
                            "$[?'a']",
                            "$[?true]",
                            "$[?null]",
                            "$[?@.a==True]",
                            "$[?@.a==TRUE]",
                            "$[?@.a==01]",
                            "$[?@.a==1.]",
                            "$[?@.a==.1]",
                            "$[?@.a==+1]",
                            "$[?@.a==1e]",
                            "$[?@.a==[1]]",
                            "$[?@.a=={}]",
                            "$[?@.a == 1 == 2]",
                            "$[?(@.a==1)==true]",
                            "$[?!!@.a]",
                            "$[?@.a || ]",
                            "$[?@.a ||| @.b]",
                            "@.a",
                            "$[@.a]",
                            "$[?(1==1)&&]"}) {
    INFO(query);
    CHECK_FALSE(is_accepted(query));
  }
}

TEST_CASE("only queries for one value are compared (2.3.5.1)") {
  for (const char* query :
       {"$[?@.*==1]", "$[?@..a==1]", "$[?@[0,1]==1]", "$[?@[0:1]==1]", "$[?1==@[?@.a]]", "$[?@[*]<$..a]"}) {
    INFO(query);
    CHECK(starts_with_problem(problem(query), "only a query for a single value can be compared"));
  }
}

TEST_CASE("function expressions are well-typed (2.4.3)") {
  for (const char* query :
       {"$[?length(@)<3]", "$[?count(@.*)==1]", "$[?match(@.a,'b')]", "$[?!search(@.a,'b')]",
        "$[?value(@..a)=='b']", "$[?length(value(@..a))==1]", "$[?count(@)==1]",
        "$[?match('a',@.b) && 1==count(@)]", "$[?length( @ , ) == 1]"}) {
    INFO(query);
    CHECK(is_accepted(query) == (std::string_view(query).find(", )") == std::string_view::npos));
  }
  for (const char* query : {"$[?length(@.*)<3]",
                            "$[?count(1)==1]",
                            "$[?count('a')==1]",
                            "$[?count(true)==1]",
                            "$[?count(length(@))==1]",
                            "$[?match(@.a,'b')==true]",
                            "$[?search(@.a,'b')==1]",
                            "$[?length(@)]",
                            "$[?count(@.*)]",
                            "$[?value(@..a)]",
                            "$[?length()==1]",
                            "$[?length(@,@)==1]",
                            "$[?match(@.a)]",
                            "$[?match(@.a,'b','c')]",
                            "$[?match(@.*,'b')]",
                            "$[?length (@)==1]",
                            "$[?Length(@)==1]",
                            "$[?nope(@)]",
                            "$[?length(match(@,'a'))==1]",
                            "$[?length(@==1)==1]",
                            "$[?count(@.a && @.b)==1]",
                            "$[?length(@]",
                            "$[?length(@ ]",
                            "$[length(@)]",
                            "$.length(@)"}) {
    INFO(query);
    CHECK_FALSE(is_accepted(query));
  }
}

TEST_CASE("queries are bounded in length and depth") {
  CHECK(starts_with_problem(problem("$" + std::string(20'000, '.')), "the query is too long"));
  const std::string nested = "$[?" + std::string(100, '(') + "@" + std::string(100, ')') + "]";
  CHECK(starts_with_problem(problem(nested), "the query is nested too deeply"));
  std::string filters = "$";
  for (int i = 0; i < 100; ++i) filters += "[?@";
  CHECK(starts_with_problem(problem(filters), "the query is nested too deeply"));
  std::string calls = "$[?";
  for (int i = 0; i < 100; ++i) calls += "length(";
  CHECK(starts_with_problem(problem(calls), "the query is nested too deeply"));
}
