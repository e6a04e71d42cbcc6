// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "report/golden.h"
#include "report/hostile_report.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;
using nlohmann::json;

namespace {

json endpoint(const Report& report) { return json::parse(render_badge_json(report, {})); }

Report scored(double earned) {
  Report report = testing::clean_report();
  report.scorecard.overall.earned = earned * report.scorecard.overall.weight;
  return report;
}

}  // namespace

TEST_CASE("the badges of the sample are the accepted ones") {
  testing::check_golden("sample.svg", render_badge(testing::sample_report(), {}));
  testing::check_golden("sample-badge.json", render_badge_json(testing::sample_report(), {}));
}

TEST_CASE("a badge for shields.io has what its documentation demands and nothing it does not know") {
  for (const Report& report :
       {testing::sample_report(), testing::empty_report(), testing::HostileReport(1).make()}) {
    const json badge = endpoint(report);
    CHECK(badge["schemaVersion"] == 1);
    CHECK(badge["label"].is_string());
    CHECK_FALSE(badge["message"].get<std::string>().empty());
    for (const auto& [key, value] : badge.items())
      CHECK(std::set<std::string>{"schemaVersion", "label", "message", "color", "isError"}.count(key) == 1);
  }
}

TEST_CASE("a badge's colour follows the score, and a missed gate is red") {
  CHECK(endpoint(scored(1))["color"] == "brightgreen");
  CHECK(endpoint(scored(0.8))["color"] == "green");
  CHECK(endpoint(scored(0.6))["color"] == "yellow");
  CHECK(endpoint(scored(0.5))["color"] == "orange");
  CHECK(endpoint(scored(0.39))["color"] == "red");
  CHECK(endpoint(testing::empty_report())["color"] == "lightgrey");
  CHECK(endpoint(testing::empty_report())["message"] == "nothing to judge");
  Report missed = scored(1);
  missed.gate = {.fail_under = 101, .met = false};
  CHECK(endpoint(missed)["color"] == "red");
  CHECK(endpoint(missed)["isError"] == true);
}

TEST_CASE("a badge says when the audit was incomplete") {
  Report report = scored(0.8);
  report.coverage.complete = false;
  CHECK(endpoint(report)["message"] == "80 %, incomplete");
  CHECK(render_badge(report, {}).find("aria-label=\"readiness: 80 %, incomplete\"") != std::string::npos);
}
