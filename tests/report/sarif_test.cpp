// SPDX-License-Identifier: Apache-2.0
#include "report/sarif.h"

#include <catch2/catch.hpp>
#include <cctype>
#include <cstring>
#include <nlohmann/json.hpp>

#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;
using nlohmann::json;

namespace {

json run_of(const Report& report) { return json::parse(render_sarif(report, {})).at("runs").at(0); }
json all_of(const Report& report) { return json::parse(render_sarif_all(report, {})).at("runs").at(0); }

const json* result_for(const json& run, const std::string& rule) {
  for (const json& result : run["results"])
    if (result["ruleId"] == rule) return &result;
  return nullptr;
}

}  // namespace

TEST_CASE("the SARIF report of the sample is the accepted one") {
  testing::check_golden("sample.sarif", render_sarif(testing::sample_report(), {}));
  testing::check_golden("sample-all.sarif", render_sarif_all(testing::sample_report(), {}));
}

TEST_CASE("a SARIF result names its rule, its place and a fingerprint") {
  for (const Report& report : {testing::sample_report(), testing::HostileReport(5).make()}) {
    const json run = run_of(report);
    const json& rules = run["tool"]["driver"]["rules"];
    for (const json& result : run["results"]) {
      CHECK(rules.at(result["ruleIndex"].get<std::size_t>())["id"] == result["ruleId"]);
      CHECK(result["locations"].size() == 1);
      const json& place = result["locations"][0]["physicalLocation"];
      CHECK(place["region"]["startLine"].get<int>() >= 1);
      CHECK_FALSE(result["partialFingerprints"]["readiness/v1"].is_null());
      const std::string uri = place["artifactLocation"]["uri"];
      for (const char c : uri)
        CHECK((std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("-._~/%", c) != nullptr));
    }
  }
}

TEST_CASE("only what fails or is partial becomes a SARIF result") {
  const json run = run_of(testing::sample_report());
  CHECK(result_for(run, "secrets.in-code") != nullptr);
  CHECK(result_for(run, "logging.no-print") != nullptr);
  CHECK(result_for(run, "secrets.default-password") == nullptr);
  CHECK(result_for(run, "db.migrations") == nullptr);
  CHECK(result_for(run, "env.kubernetes") == nullptr);
  CHECK(result_for(run, "db.mongo-indexes") == nullptr);
}

TEST_CASE("what was waived is left out of SARIF and counted, because GitHub would show it as open") {
  const json run = run_of(testing::sample_report());
  for (const json& result : run["results"]) CHECK_FALSE(result.contains("suppressions"));
  const std::string note = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
  CHECK(note.find("waived result") != std::string::npos);
  CHECK(note.find("sarif-all") != std::string::npos);
  CHECK(all_of(testing::sample_report())["results"].size() > run["results"].size());
}

TEST_CASE("what is missing is shown at a file that is there") {
  const auto place_of = [](const Report& report) {
    const json run = run_of(report);
    return (*result_for(run, "db.pooling"))["locations"][0];
  };
  Report report = testing::sample_report();
  CHECK(place_of(report)["physicalLocation"]["artifactLocation"]["uri"] == ".readiness.toml");
  report.coverage.anchor = "README.md";
  CHECK(place_of(report)["physicalLocation"]["artifactLocation"]["uri"] == "README.md");
  CHECK(place_of(report)["physicalLocation"]["region"]["startLine"] == 1);
  CHECK(place_of(report)["message"]["text"] == "missing in the repository as a whole");
}

TEST_CASE("sarif-all has what was waived, suppressed with its reason, and nothing else suppressed") {
  const json run = all_of(testing::sample_report());
  const json& waived = (*result_for(run, "secrets.default-password"))["suppressions"];
  REQUIRE(waived.size() == 1);
  CHECK(waived[0]["kind"] == "external");
  CHECK(waived[0]["justification"] == "test-data: only the fixtures of the login tests");
  CHECK((*result_for(run, "secrets.in-code"))["suppressions"].empty());
  CHECK((*result_for(run, "db.pooling"))["suppressions"].empty());
}

TEST_CASE("the urgency of a check, its confidence and its share make the SARIF level") {
  const json run = run_of(testing::sample_report());
  CHECK((*result_for(run, "secrets.in-code"))["level"] == "error");
  CHECK((*result_for(run, "logging.no-print"))["level"] == "warning");
  CHECK((*result_for(run, "db.indexes"))["level"] == "warning");
  CHECK((*result_for(run, "code.editorconfig"))["level"] == "note");
}

TEST_CASE("too many SARIF results are cut at the least urgent, and the report says so") {
  Report report = testing::empty_report();
  for (const auto priority : {rulepack::Priority::low, rulepack::Priority::critical}) {
    checks::Verdict verdict = testing::secrets_in_code();
    verdict.check.priority = priority;
    verdict.check.id = std::string(checks::name_of(priority));
    verdict.findings.assign(30, verdict.findings[0]);
    report.verdicts.verdicts.push_back(verdict);
  }
  const json run = json::parse(render_sarif_within(report, {.results = 50, .shown = 40})).at("runs").at(0);
  CHECK(run["results"].size() == 50);
  CHECK(run["results"].front()["ruleId"] == "critical");
  CHECK(run["results"].back()["ruleId"] == "low");
  const json& notes = run["invocations"][0]["toolExecutionNotifications"];
  CHECK(notes[0]["message"]["text"] == "10 results of the least urgent checks were left out");
  CHECK(notes[1]["message"]["text"] == "code scanning shows the first 40 of 50 results, the most urgent");
}

TEST_CASE("an incomplete audit was no successful SARIF execution") {
  Report report = testing::sample_report();
  CHECK(run_of(report)["invocations"][0]["executionSuccessful"] == true);
  report.coverage.complete = false;
  report.coverage.faults = {"shallow: history is cut at 1 commit"};
  CHECK(run_of(report)["invocations"][0]["executionSuccessful"] == false);
  CHECK(run_of(report)["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error");
}
