// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/diagnostic.h"
#include "delta/snapshot.h"

using namespace readiness;

namespace {

std::string problems(const std::string& json) {
  const auto read = delta::read_report(json, "r.json");
  return read ? "" : base::render(read.errors());
}

std::string report(const std::string& checks) {
  return R"({"schema":"readiness/report@1","ruler":"9f","complete":true,)"
         R"("identity":{"commit":"c0ffee","commit_date":"2026-01-02"},"checks":[)" +
         checks + "]}";
}

const std::string kCheck =
    R"({"id":"a.b","title":"T","pack":"a","priority":"high","confidence":"lexical","verdict":"partial",)"
    R"("preview":false,"counts":true,"weight":5,"earned":0.25,"rule":"77","findings_total":2,"findings":[)"
    R"({"fingerprint":"f1","path":"x","line":3,"waiver":null},)"
    R"({"fingerprint":"f2","path":"y","line":4,"waiver":"planned"}]})";

}  // namespace

TEST_CASE("a JSON report is read back as the audit that it was") {
  const auto read = delta::read_report(report(kCheck), "r.json");
  REQUIRE(read.ok());
  CHECK(read->side.name == "r.json");
  CHECK(read->side.commit == "c0ffee");
  CHECK(read->side.date == "2026-01-02");
  CHECK(read->side.ruler == "9f");
  CHECK(read->side.score == 25);
  CHECK(read->side.scored);
  REQUIRE(read->checks.size() == 1);
  const delta::CheckState& check = read->checks[0];
  CHECK(check.outcome == checks::Outcome::partial);
  CHECK(check.priority == rulepack::Priority::high);
  CHECK(check.confidence == rulepack::Confidence::lexical);
  CHECK(check.rule == "77");
  CHECK(check.findings_total == 2);
  REQUIRE(check.findings.size() == 2);
  CHECK_FALSE(check.findings[0].waived);
  CHECK(check.findings[1].waived);
}

TEST_CASE("the time to production is read where a report says it") {
  CHECK_FALSE(delta::read_report(report(kCheck), "r.json")->side.weeks);
  std::string with = report(kCheck);
  with.insert(with.size() - 1, R"(,"plan":{"to_production":{"phases":2,"weeks":{"min":1.5,"max":3}}})");
  const auto read = delta::read_report(with, "r.json");
  REQUIRE(read.ok());
  REQUIRE(read->side.weeks);
  CHECK(read->side.weeks->min == 1.5);
  CHECK(read->side.weeks->max == 3);
  with.replace(with.find("1.5"), 3, "\"1\"");
  CHECK_FALSE(delta::read_report(with, "r.json").ok());
}

TEST_CASE("what is no report is refused by name") {
  CHECK(problems("{}") ==
        "r.json: is no report of readiness\n    readiness audit --format json=report.json writes one\n");
  CHECK(problems("[]") == "r.json: is no JSON object\n");
  CHECK(problems("{\"schema\"").find("r.json:1:") == 0);
  CHECK_FALSE(problems(R"({"schema":"readiness/report@2"})").empty());
}

TEST_CASE("a report with something missing or out of range is refused with its place") {
  CHECK(problems(report(R"({"id":"a"})")).find("'title' is missing or of another kind") != std::string::npos);
  std::string check = kCheck;
  check.replace(check.find("0.25"), 4, "1.25");
  CHECK(problems(report(check)).find("r.json:1:") == 0);
  CHECK(problems(report(check)).find("'earned' is out of range") != std::string::npos);
  check = kCheck;
  check.replace(check.find("partial"), 7, "perfect");
  CHECK(problems(report(check)).find("'verdict' is not known") != std::string::npos);
}
