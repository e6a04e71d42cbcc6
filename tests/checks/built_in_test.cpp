// SPDX-License-Identifier: Apache-2.0
// The tests that the built-in packs carry, run through the real engine.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "built_in_rules.h"
#include "checks/compile.h"
#include "checks/pack_test.h"

using namespace readiness;

TEST_CASE("all built-in packs compile into queries") {
  const auto book = rulepack::load(built_in_rule_files());
  REQUIRE(book.ok());
  const auto program = checks::compile(*book, {});
  INFO((program.ok() ? std::string() : base::render(program.errors())));
  CHECK(program.ok());
}

// Names of variables have no fixed part; the patterns for them may be slow where `paths` keeps them to few files.
TEST_CASE("a built-in pattern misses the fast path only where it looks at few files") {
  const auto book = rulepack::load(built_in_rule_files());
  REQUIRE(book.ok());
  const auto program = checks::compile(*book, {});
  REQUIRE(program.ok());
  std::vector<scan::PatternSpec> specs;
  for (const facts::Query& query : program->queries)
    if (const auto* text = std::get_if<facts::TextQuery>(&query.what); text != nullptr && query.where.paths.empty())
      specs.push_back(text->pattern);
  const auto patterns = scan::PatternSet::compile(specs);
  REQUIRE(patterns.ok());
  std::string slow;
  for (const scan::SlowPattern& pattern : patterns->slow()) slow += specs[pattern.pattern].regex + ": " + pattern.reason + "\n";
  CHECK(slow == "");
}

TEST_CASE("the tests inside the built-in packs hold") {
  const auto book = rulepack::load(built_in_rule_files());
  REQUIRE(book.ok());
  const char* only = std::getenv("READINESS_PACK_TESTS");
  const auto run = checks::run_pack_tests(*book, only == nullptr ? std::vector<std::string>{} : std::vector<std::string>{only});
  REQUIRE(run.ok());
  CHECK(run->tests > 0);
  std::string failures;
  for (const auto& failure : run->failures) failures += failure.check + ": " + failure.test + "\n  " + base::render(failure.problem);
  CHECK(failures == "");
}
