// SPDX-License-Identifier: Apache-2.0
// What every match must contain, shown as text: a class of several bytes is its size in brackets, letters of
// both cases are capitals in parentheses.
#include "scan/literal_run.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "scan/regex_parse.h"

using namespace readiness::scan;

namespace {

std::string shown(const LiteralRun& run, const ByteClasses& classes) {
  std::string out;
  for (const ClassId id : run.classes) {
    if (id < 256) {
      out += static_cast<char>(id);
    } else if (classes.folded(id).size() == 1) {
      out += '(' + std::string(1, static_cast<char>(classes.at(id)._Find_first())) + ')';
    } else {
      out += '[' + std::to_string(classes.at(id).count()) + ']';
    }
  }
  const std::string hi = run.hi == kUnbounded ? "any" : std::to_string(run.hi);
  return out + " after " + (run.lo == run.hi ? hi : std::to_string(run.lo) + "-" + hi);
}

std::vector<std::string> runs_of(std::string_view regex) {
  ByteClasses classes;
  const auto parsed = parse_regex(regex, classes);
  REQUIRE(parsed.ok());
  std::vector<std::string> out;
  for (const LiteralRun& run : plan_runs(parsed->root, classes).runs) out.push_back(shown(run, classes));
  std::sort(out.begin(), out.end());
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a plain word is its own run") { CHECK(runs_of("pg_dump") == Texts{"pg_dump after 0"}); }

TEST_CASE("alternatives give one run each, with the words around them") {
  CHECK(runs_of("\\b(?:pg_dump|mongodump)\\b") == Texts{"mongodump after 0", "pg_dump after 0"});
  CHECK(runs_of("sk_(?:live|test)_[0-9]{3}") ==
        Texts{"sk_live_[10][10][10] after 0", "sk_test_[10][10][10] after 0"});
}

TEST_CASE("optional characters are tried both ways") {
  CHECK(runs_of("api[_-]?key") == Texts{"api[2]key after 0", "apikey after 0"});
}

TEST_CASE("ignoring case makes classes of two") {
  CHECK(runs_of("(?i)todo") == Texts{"(T)(O)(D)(O) after 0"});
  CHECK(runs_of("to(?i:do)") == Texts{"to(D)(O) after 0"});
}

TEST_CASE("a run behind something vague knows how far the match can begin before it") {
  CHECK(runs_of("[a-z]{0,5}::zyxq") == Texts{"::zyxq after 0-5"});
  CHECK(runs_of("\\w+@zyxq") == Texts{"[63]@zyxq after 0-any"});
  CHECK(runs_of(".zyxq") == Texts{"zyxq after 1-4"});  // one character of UTF-8
}

TEST_CASE("assertions and their contents are no part of a run") {
  CHECK(runs_of("(?<=secret)zyxq(?!public)$") == Texts{"zyxq after 0"});
}

TEST_CASE("an inner group counts when it is not optional") {
  CHECK(runs_of("(?:zyxq\\s*)+;") == Texts{"zyxq after 0"});
  CHECK(runs_of("(?:zyxq\\s*)*;;;") == Texts{";;; after 0-any"});
}

TEST_CASE("characters beyond ASCII are their bytes, unless case is ignored") {
  CHECK(runs_of("naïve") == Texts{"na\xC3\xAFve after 0"});
  CHECK(runs_of("(?i)ïzyxq") == Texts{"(Z)(Y)(X)(Q) after 1-4"});
}

TEST_CASE("a run that another one implies is dropped") {
  CHECK(runs_of("password|passwords|pass_phrase") == Texts{"pass_phrase after 0", "password after 0"});
}

TEST_CASE("without a run of three in each alternative there is no plan") {
  for (const char* regex : {"ab", "zyxq|ab", "[a-z]{40}", "\\d+", "a.b.c", "(?:zyxq)?ab"}) {
    INFO(regex);
    CHECK(runs_of(regex).empty());
  }
  CHECK(runs_of("abc") == Texts{"abc after 0"});
}

TEST_CASE("long runs are cut to the part that is looked for") {
  const auto runs = runs_of("[0-9a-f]{40}_zyxq[0-9a-f]{40}");
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].find("_zyxq") != std::string::npos);
  CHECK(runs[0].size() < 160);
}

TEST_CASE("hostile repeats stay small") {
  CHECK(runs_of("(?:(?:[ab]{50}){50}){4}zyxq").size() == 1);
  std::string many;
  for (int i = 0; i < 60; ++i) many += "[a-z]?";
  CHECK(runs_of(many + "zyxq").size() == 1);
}
