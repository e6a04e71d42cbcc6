// SPDX-License-Identifier: Apache-2.0
#include "checks/coverage.h"

#include "audited.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

namespace {

std::string each_route(const std::string& more = "") {
  return one_check({"each: {text: 'route_(?<name>\\w+)', roles: [source]}", "items: routes",
                    "must: {named_in: {text: 'test_(?<name>\\w+)', roles: [test]}, by: [name]}" + more});
}

std::string shown(const Verdict& verdict) {
  return std::string(name_of(verdict.outcome)) + ": " + verdict.reason;
}

const Files kThree{{"a.py", "route_one\nroute_two\nroute_three\n"}, {"tests/a_test.py", "test_two\n"}};

}  // namespace

TEST_CASE("named_in compares captures, and the verdict names its denominator") {
  const Verdict verdict = audit(each_route(), kThree).of("p.x");
  CHECK(shown(verdict) == "partial: 1 of 3 routes");
  CHECK(verdict.earned == Approx(1.0 / 3));
  CHECK(verdict.items == 3);
  CHECK(verdict.items_met == 1);
  REQUIRE(verdict.findings.size() == 2);
  CHECK(verdict.findings[0].line == 1);
  CHECK(verdict.findings[1].line == 3);
  REQUIRE(verdict.evidence.size() == 1);
  CHECK(verdict.evidence[0].line == 2);
}

TEST_CASE("pass_at lets a share pass, partial_at makes a small one fail") {
  CHECK(shown(audit(each_route("\n    pass_at: 30%"), kThree).of("p.x")) == "pass: 1 of 3 routes");
  CHECK(shown(audit(each_route("\n    partial_at: 50%"), kThree).of("p.x")) == "fail: 1 of 3 routes");
}

TEST_CASE("no items make the check not applicable") {
  CHECK(shown(audit(each_route(), {{"a.py", "x\n"}}).of("p.x")) == "not-applicable: no routes found");
}

TEST_CASE("a waived item leaves what is missing") {
  const Files files{{"a.py", "route_one  # readiness: allow p.x false-positive\nroute_two\n"},
                    {"tests/a_test.py", "test_two\n"}};
  CHECK(shown(audit(each_route(), files).of("p.x")) == "pass: 2 of 2 routes");
}

TEST_CASE("equal items count once, met when one of them is") {
  const std::string pack = one_check({"each: {text: 'read_(?<name>\\w+)'}", "distinct_items: [name]",
                                      "items: variables", "must: {file: {text: 'documented'}}"});
  const Files files{{"a.py", "read_A\nread_A\nread_B\n"}, {"b.py", "documented\nread_A\n"}};
  CHECK(shown(audit(pack, files).of("p.x")) == "partial: 1 of 2 variables");
}

TEST_CASE("among leaves no items but those that hold it") {
  const std::string pack = one_check({"each: {text: 'alert_(?<area>[a-z]+)_(?<name>\\w+)'}", "items: alerts",
                                      "among: {named_in: {text: 'make_(?<area>[a-z]+)'}, by: [area]}",
                                      "must: {named_in: {text: 'metric_(?<name>\\w+)'}, by: [name]}"});
  const Files files{{"a.py", "alert_ours_one\nalert_ours_two\nalert_theirs_one\n"}, {"b.py", "make_ours\nmetric_one\n"}};
  CHECK(shown(audit(pack, files).of("p.x")) == "partial: 1 of 2 alerts");
  const Files foreign{{"a.py", "alert_theirs_one\n"}, {"b.py", "make_ours\nmetric_one\n"}};
  CHECK(shown(audit(pack, foreign).of("p.x")) == "not-applicable: no alerts found");
}

TEST_CASE("has asks the item's own node") {
  const std::string pack = one_check({"each: {document: {kinds: [compose], query: '$.services[*]'}}",
                                      "items: services", "must: {has: $.restart}"});
  const Files files{{"compose.yaml", "services:\n  a: {image: x, restart: always}\n  b: {image: y}\n"}};
  CHECK(shown(audit(pack, files).of("p.x")) == "partial: 1 of 2 services");
}

TEST_CASE("relations combine") {
  const std::string pack = one_check({"each: {text: 'item_(?<name>\\w+)'}", "items: things",
                                      "must: {all: [{file: {text: 'licence'}}, {not: {named_in: {text: "
                                      "'gone_(?<name>\\w+)'}, by: [name]}}]}"});
  const Files files{{"a.py", "licence\nitem_a\nitem_b\n"}, {"b.py", "item_c\ngone_b\n"}};
  CHECK(shown(audit(pack, files).of("p.x")) == "partial: 1 of 3 things");
  const std::string any = one_check(
      {"each: {text: 'item_(?<name>\\w+)'}", "items: things",
       "must: {any: [{file: {text: 'licence'}}, {named_in: {text: 'gone_(?<name>\\w+)'}, by: [name]}]}"});
  CHECK(shown(audit(any, files).of("p.x")) == "partial: 2 of 3 things");
}

TEST_CASE("as path, a route is known however its parameters and prefixes are written") {
  const std::string pack = one_check(
      {"each: {text: 'route \"(?<name>/[^\"]*)\"', roles: [source]}", "items: routes",
       "must: {named_in: {text: 'call \"(?<name>/[^\"]*)\"', roles: [test]}, by: [name], as: path}"});
  const Files files{{"a.py", "route \"/users/:id\"\nroute \"/orders\"\n"},
                    {"tests/a_test.py", "call \"/api/v1/users/42?x=1\"\n"}};
  CHECK(shown(audit(pack, files).of("p.x")) == "partial: 1 of 2 routes");
}
