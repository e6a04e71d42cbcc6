// SPDX-License-Identifier: Apache-2.0
#include "app/codeowners.h"

#include <catch2/catch.hpp>

using namespace readiness;

TEST_CASE("CODEOWNERS lines become rules in order") {
  const auto rules = app::parse_codeowners(
      "# comment\n\n*  @org/all\r\n/docs/ @a b@example.org # writers\nno-owner\nmy\\ file @c\n");
  REQUIRE(rules.size() == 4);
  CHECK(rules[0].pattern == "*");
  CHECK(rules[0].owners == std::vector<std::string>{"@org/all"});
  CHECK(rules[1].owners == std::vector<std::string>{"@a", "b@example.org"});
  CHECK(rules[2].owners.empty());
  CHECK(rules[3].pattern == "my file");
}

TEST_CASE("sections of GitLab's dialect are no patterns") {
  CHECK(app::parse_codeowners("[Backend] @x\n^[Optional][2]\n*.go @y\n").size() == 1);
}

TEST_CASE("the first place that has a CODEOWNERS file counts") {
  const source::MemorySource tree({{"CODEOWNERS", "* @root\n"}, {".github/CODEOWNERS", "* @github\n"}});
  const auto rules = app::read_codeowners(tree);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].owners == std::vector<std::string>{"@github"});
  CHECK(app::read_codeowners(source::MemorySource(std::vector<source::MemorySource::File>{{"README.md", "x"}})).empty());
}
