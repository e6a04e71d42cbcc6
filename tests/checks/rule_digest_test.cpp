// SPDX-License-Identifier: Apache-2.0
#include "checks/rule_digest.h"

#include <catch2/catch.hpp>

#include "rulepack/load.h"

using namespace readiness;

namespace {

std::string digest(std::string pattern, std::string more = {}, checks::Settings settings = {}) {
  const std::string text = "pack: p\ntitle: P\nprobes:\n  thing: {code: '" + pattern +
                           "'}\ntraits:\n  web: {title: W, about: w, dependency: [express]}\n"
                           "checks:\n  - id: p.a\n    title: A\n    why: w\n    tasks: [t]\n    effort: 1h\n"
                           "    when: web\n    forbid: thing\n" +
                           more +
                           "    tests:\n      - {name: a, files: {x: x}, expect: pass}\n"
                           "      - {name: b, files: {y: y}, expect: fail}\n";
  const auto book = rulepack::load({{.name = "p.yaml", .text = text}});
  if (!book) FAIL(base::render(book.errors()));
  return checks::RuleDigests(*book, settings).of(book->packs.front().checks.front());
}

}  // namespace

TEST_CASE("a rule's digest follows everything that decides its verdict, and nothing else") {
  const std::string one = digest("abcd");
  CHECK(one.size() == 16);
  CHECK(one == digest("abcd"));
  CHECK(one != digest("abce"));  // a pattern behind a name
  CHECK(one != digest("abcd", "    allow: 2\n"));
  CHECK(one == digest("abcd", "    impact: another word for people\n"));
  checks::Settings forced;
  forced.traits["web"] = true;
  CHECK(one != digest("abcd", "", forced));
}

TEST_CASE("digests that were worked out beforehand hold only for the book as it was") {
  const std::string text =
      "pack: p\ntitle: P\nprobes:\n  thing: {code: 'abcd'}\ntraits:\n  web: {title: W, about: w, dependency: [express]}\n"
      "checks:\n  - id: p.a\n    title: A\n    why: w\n    tasks: [t]\n    effort: 1h\n    when: web\n    forbid: thing\n"
      "    tests:\n      - {name: a, files: {x: x}, expect: pass}\n      - {name: b, files: {y: y}, expect: fail}\n";
  auto book = rulepack::load({{.name = "p.yaml", .text = text}});
  REQUIRE(book.ok());
  const auto of_check = [](const rulepack::RuleBook& rules, const checks::Settings& settings) {
    return checks::RuleDigests(rules, settings).of(rules.packs.front().checks.front());
  };
  const std::string before = of_check(*book, {});
  checks::work_out_digests(*book);
  CHECK(book->packs.front().checks.front().digest != 0);
  CHECK(of_check(*book, {}) == before);
  checks::Settings forced;
  forced.traits["web"] = true;
  CHECK(of_check(*book, forced) != before);
  const auto longer = rulepack::load(*book, {{.name = "q.yaml", .text = "pack: q\ntitle: Q\nprobes:\n  other: {code: 'efgh'}\n"}});
  REQUIRE(longer.ok());
  CHECK(longer->packs.front().checks.front().digest == 0);
  CHECK(longer->packs.front().probes.front().digest == 0);
  CHECK(of_check(*longer, {}) == before);
}
