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

json rendered(const Report& report) { return json::parse(render_gitlab(report, {})); }

std::string severity_in(const json& issues, const std::string& check) {
  for (const json& issue : issues)
    if (issue["check_name"] == check) return issue["severity"];
  return "none";
}

}  // namespace

TEST_CASE("the code quality report of the sample is the accepted one") {
  testing::check_golden("sample.gitlab.json", render_gitlab(testing::sample_report(), {}));
  CHECK(render_gitlab(testing::empty_report(), {}) == "[]\n");
}

TEST_CASE("code quality issues have the shape that GitLab documents") {
  const std::set<std::string> severities{"info", "minor", "major", "critical", "blocker"};
  for (const Report& report : {testing::sample_report(), testing::HostileReport(3).make()}) {
    std::set<std::string> fingerprints;
    for (const json& issue : rendered(report)) {
      CHECK(issue.size() == 5);
      CHECK(issue["description"].is_string());
      CHECK(issue["check_name"].is_string());
      CHECK(severities.count(issue["severity"]) == 1);
      CHECK(issue["location"]["lines"]["begin"].get<int>() >= 1);
      CHECK_FALSE(issue["location"]["path"].get<std::string>().empty());
      CHECK(fingerprints.insert(issue["fingerprint"]).second);
    }
  }
}

TEST_CASE("code quality severity follows priority, one step lower for what is partial or a guess") {
  const json issues = rendered(testing::sample_report());
  CHECK(severity_in(issues, "secrets.in-code") == "blocker");
  CHECK(severity_in(issues, "logging.structured") == "critical");
  CHECK(severity_in(issues, "logging.no-print") == "major");
  CHECK(severity_in(issues, "code.editorconfig") == "minor");
  CHECK(severity_in(issues, "code.dead-flags") == "info");
}

TEST_CASE("waived and passing checks are no code quality issues") {
  const json issues = rendered(testing::sample_report());
  CHECK(severity_in(issues, "secrets.default-password") == "none");
  CHECK(severity_in(issues, "db.migrations") == "none");
}
