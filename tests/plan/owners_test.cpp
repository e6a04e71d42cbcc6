// SPDX-License-Identifier: Apache-2.0
#include "plan/owners.h"

#include <catch2/catch.hpp>

using namespace readiness;
using plan::codeowners_match;
using plan::OwnerRule;

TEST_CASE("CODEOWNERS patterns mean what GitHub documents") {
  CHECK(codeowners_match("*", "a/b/c.txt"));
  CHECK(codeowners_match("*.js", "web/app/main.js"));
  CHECK_FALSE(codeowners_match("*.js", "web/main.json"));
  CHECK(codeowners_match("/build/logs/", "build/logs/deep/x.log"));
  CHECK_FALSE(codeowners_match("/build/logs/", "other/build/logs/x.log"));
  CHECK(codeowners_match("docs/*", "docs/getting-started.md"));
  CHECK_FALSE(codeowners_match("docs/*", "docs/build-app/troubleshooting.md"));
  CHECK(codeowners_match("apps/", "services/apps/x.py"));
  CHECK(codeowners_match("/docs/", "docs/a/b.md"));
  CHECK_FALSE(codeowners_match("/docs/", "src/docs/a.md"));
  CHECK(codeowners_match("**/logs", "build/logs/x"));
  CHECK(codeowners_match("**/logs", "deeply/nested/logs"));
  CHECK(codeowners_match("/apps/github", "apps/github/main.go"));
  CHECK(codeowners_match("/src/**/test.c", "src/test.c"));
  CHECK(codeowners_match("/src/**/test.c", "src/a/b/test.c"));
  CHECK(codeowners_match("/src/**", "src/a/b/test.c"));
  CHECK(codeowners_match("README.md", "docs/README.md"));
  CHECK_FALSE(codeowners_match("readme.md", "docs/README.md"));
  CHECK(codeowners_match("/*", "setup.py"));
  CHECK_FALSE(codeowners_match("/*", "src/setup.py"));
  CHECK(codeowners_match("src/a?.py", "src/ab.py"));
}

TEST_CASE("a trailing slash means a folder, never a file of that name") {
  CHECK_FALSE(codeowners_match("build/", "build"));
  CHECK(codeowners_match("build", "build"));
  CHECK(codeowners_match("build", "a/build/b"));
}

TEST_CASE("broken and hostile patterns match nothing and end at once") {
  CHECK_FALSE(codeowners_match("", "a"));
  CHECK_FALSE(codeowners_match("/", "a"));
  CHECK_FALSE(codeowners_match("//", "a"));
  CHECK_FALSE(codeowners_match("a", ""));
  std::string stars = "/";
  std::string path;
  for (int i = 0; i < 300; ++i) stars += "**/*a*a*a*b/", path += "aaaaaaaaaaaaaaaa/";
  CHECK_FALSE(codeowners_match(stars + "z", path + "y"));
}

TEST_CASE("the last line that matches decides, and it may name nobody") {
  const std::vector<OwnerRule> rules{{"*", {"@all"}}, {"/apps/", {"@a", "@b"}}, {"/apps/free", {}}};
  CHECK(plan::owners_of("x.py", rules) == std::vector<std::string>{"@all"});
  CHECK(plan::owners_of("apps/x.py", rules) == std::vector<std::string>{"@a", "@b"});
  CHECK(plan::owners_of("apps/free/x.py", rules).empty());
}

TEST_CASE("an owner is found in the configuration, in CODEOWNERS, in the check, in the pack, in this order") {
  checks::Verdict verdict;
  verdict.check.id = "secrets.in-code";
  verdict.check.pack = "secrets";
  const checks::Verdicts verdicts{.packs = {{.name = "secrets", .owner = "Security"}}};
  plan::Settings settings;
  CHECK(plan::owner_of(verdict, verdicts, settings) == "Security");
  verdict.check.owner = "Backend";
  CHECK(plan::owner_of(verdict, verdicts, settings) == "Backend");
  settings.codeowners = {{"*.py", {"@py"}}, {"/web/", {"@web", "@ux"}}};
  CHECK(plan::owner_of(verdict, verdicts, settings) == "Backend");
  verdict.findings = {{.path = "web/a.js"}, {.path = "web/b.js"}, {.path = "c.py"}};
  CHECK(plan::owner_of(verdict, verdicts, settings) == "@web, @ux");
  settings.owners = {{"secrets.*", "Ada"}, {"ci.*", "Grace"}};
  CHECK(plan::owner_of(verdict, verdicts, settings) == "Ada");
}

TEST_CASE("a finding that was waived, and a file named twice, do not vote for an owner") {
  checks::Verdict verdict;
  verdict.findings = {{.path = "a.py", .waiver = "test-data"},
                      {.path = "b.py", .waiver = "test-data"},
                      {.path = "c.js"},
                      {.path = "c.js"}};
  const plan::Settings settings{.codeowners = {{"*.py", {"@py"}}, {"*.js", {"@js"}}}};
  CHECK(plan::owner_of(verdict, {}, settings) == "@js");
}
