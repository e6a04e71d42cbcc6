// SPDX-License-Identifier: Apache-2.0
#include "checks/near_misses.h"

#include "audited.h"
#include "source/subset.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

namespace {

// "path:line why", one a line.
std::string near_misses(Audited& audited, unsigned jobs = 1) {
  const SecondLook look = plan_second_look(audited.program, audited.facts, audited.verdicts);
  const auto files = source::subset_of(audited.source, look.files);
  const auto second = facts::gather(*files, look.queries, {.jobs = jobs});
  REQUIRE(second.ok());
  add_near_misses(audited.program, audited.facts, look, &*second, audited.verdicts);
  std::string out;
  for (const NearMiss& miss : audited.of("p.x").receipt.near_misses)
    out += miss.at.path + ":" + std::to_string(miss.at.line) + " " + miss.why + "\n";
  return out;
}

}  // namespace

TEST_CASE("a hit in tests, examples and documents is a near miss, the nearest first") {
  Audited audited =
      audit(one_check({"require: {text: 'backup_now'}"}), {{"docs/ops.md", "# Ops\nbackup_now\n"},
                                                           {"examples/a.py", "backup_now()\n"},
                                                           {"tests/test_b.py", "import x\nbackup_now()\n"},
                                                           {"app.py", "print(1)\n"}});
  CHECK(near_misses(audited) ==
        "tests/test_b.py:2 in tests\nexamples/a.py:1 in examples\ndocs/ops.md:2 in documentation\n");
}

TEST_CASE("code that is only in a comment is a near miss and says so") {
  Audited audited =
      audit(one_check({"require: {code: 'backup_now'}"}), {{"app.py", "x = 1\n# backup_now()\n"}});
  CHECK(near_misses(audited) == "app.py:2 in a comment or a text, not in code\n");
}

TEST_CASE("a dependency for development and one that only a lock file names are near misses") {
  Audited audited = audit(one_check({"require: {dependency: [express-rate-limit], scope: runtime}"}),
                          {{"package.json", R"({"devDependencies": {"express-rate-limit": "7"}})"}});
  CHECK(near_misses(audited) == "package.json:1 declared for development only\n");
}

TEST_CASE("a path among examples is a near miss of a path probe, and needs no second reading") {
  Audited audited = audit(one_check({"require: {path: 'Dockerfile', roles: [deploy, source]}"}),
                          {{"examples/Dockerfile", "FROM x\n"}, {"app.py", "print(1)\n"}});
  CHECK(plan_second_look(audited.program, audited.facts, audited.verdicts).files.empty());
  CHECK(near_misses(audited) == "examples/Dockerfile:0 in examples\n");
}

TEST_CASE("source code is no near miss of what is looked for in pipelines") {
  Audited audited = audit(one_check({"require: {text: 'trivy', roles: [ci]}"}), {{"app.py", "trivy()\n"}, {"docs/ci.md", "trivy\n"}});
  CHECK(near_misses(audited) == "docs/ci.md:1 in documentation\n");
}

TEST_CASE("only the missing part of an all is looked for again, one place a file and three in all") {
  Audited audited = audit(one_check({"require: {all: [{text: 'alpha_here'}, {text: 'beta_here'}]}"}),
                          {{"app.py", "alpha_here()\n"},
                           {"tests/a_test.py", "alpha_here()\nbeta_here()\nbeta_here()\n"},
                           {"tests/b_test.py", "beta_here()\n"},
                           {"tests/c_test.py", "beta_here()\n"},
                           {"tests/d_test.py", "beta_here()\n"}});
  const std::string expected =
      "tests/a_test.py:2 in tests\ntests/b_test.py:1 in tests\ntests/c_test.py:1 in tests\n";
  CHECK(near_misses(audited) == expected);
  CHECK(near_misses(audited, 4) == expected);
}

TEST_CASE("a check that passes plans no second look") {
  const Audited audited = audit(one_check({"require: {text: 'backup_now'}"}),
                                {{"app.py", "backup_now()\n"}, {"tests/test_b.py", "backup_now()\n"}});
  const SecondLook look = plan_second_look(audited.program, audited.facts, audited.verdicts);
  CHECK(look.queries.empty());
  CHECK(look.files.empty());
}

TEST_CASE("a secret on the line of a near miss stays masked") {
  const std::string pack =
      one_check({"require: {text: 'backup_now'}"},
                "probes:\n  keys: {text: 'key-(?<value>[a-z0-9]{8})', secret: value}\n") +
      "  - id: p.y\n    title: Y\n    effort: 1h\n    why: because\n    tasks: [do]\n    forbid: keys\n"
      "    tests:\n      - {name: a, files: {a: b}, expect: pass}\n"
      "      - {name: b, files: {a: b}, expect: fail}\n";
  Audited audited = audit(pack, {{"tests/test_b.py", "backup_now('key-a1b2c3d4')\n"}});
  CHECK(near_misses(audited) == "tests/test_b.py:1 in tests\n");
  CHECK(audited.of("p.x").receipt.near_misses.front().at.excerpt.find("a1b2c3d4") == std::string::npos);
}
