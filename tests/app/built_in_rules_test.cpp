// SPDX-License-Identifier: Apache-2.0
#include "app/built_in_rules.h"

#include <catch2/catch.hpp>

#include "checks/compile.h"
#include "checks/rule_digest.h"
#include "embed/packed_book.h"
#include "embed/regexes_of.h"
#include "scan/prepared_regexes.h"

using namespace readiness;

TEST_CASE("the built-in book is what its files are loaded as") {
  const auto files = app::built_in_rules();
  REQUIRE(files.ok());
  auto loaded = rulepack::load(*files);
  REQUIRE(loaded.ok());
  checks::work_out_digests(*loaded);
  const auto book = app::built_in_book();
  REQUIRE(book.ok());
  CHECK(embed::pack_book(*book) == embed::pack_book(*loaded));
}

TEST_CASE("every built-in regex was worked out when the program was built") {
  const auto files = app::built_in_rules();
  REQUIRE(files.ok());
  const auto book = rulepack::load(*files);
  REQUIRE(book.ok());
  const auto program = checks::compile(*book, {.all_traits = true});
  REQUIRE(program.ok());
  const scan::PreparedRegexes prepared(app::built_in_regexes());
  const embed::Regexes regexes = embed::regexes_of(*program);
  CHECK(regexes.patterns.size() > 500);
  CHECK(regexes.filters.size() > 100);
  std::string unknown;
  for (const std::vector<std::string>& list : {regexes.patterns, regexes.filters})
    for (const std::string& regex : list)
      if (!prepared.find(regex)) unknown += regex + "\n";
  CHECK(unknown == "");
}

TEST_CASE("the tables of all built-in patterns were made when the program was built") {
  const auto book = app::built_in_book();
  REQUIRE(book.ok());
  const auto program = checks::compile(*book, {});
  REQUIRE(program.ok());
  std::vector<scan::PatternSpec> patterns;
  for (const facts::Query& query : program->queries)
    if (const auto* text = std::get_if<facts::TextQuery>(&query.what)) patterns.push_back(text->pattern);
  CHECK(scan::PreparedRegexes(app::built_in_regexes()).set_of(patterns));
}
