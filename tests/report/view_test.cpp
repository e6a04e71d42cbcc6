// SPDX-License-Identifier: Apache-2.0
#include "report/view.h"

#include <catch2/catch.hpp>
#include <limits>

#include "report/delta.h"
#include "report/sample_report.h"

using namespace readiness;
using namespace readiness::report;

TEST_CASE("days lie between two dates, and nothing between what is no date") {
  CHECK(days_between("2026-02-27", "2026-03-01") == 2);
  CHECK(days_between("2028-02-27", "2028-03-01") == 3);
  CHECK(days_between("2026-03-01", "2026-02-27") == -2);
  CHECK_FALSE(days_between("2026-02-30", "2026-03-01"));
  CHECK_FALSE(days_between("", "2026-03-01"));
  CHECK_FALSE(days_between("soon-ish-x", "2026-03-01"));
}

TEST_CASE("production lies behind the critical and high phases, or where the target is reached") {
  Report report;
  report.scorecard.overall = {.weight = 10, .earned = 5, .counted = 2};
  for (const auto priority :
       {rulepack::Priority::critical, rulepack::Priority::high, rulepack::Priority::low})
    report.plan.phases.push_back(
        {.priority = priority, .effort = {1, 2}, .weeks_min = 1, .weeks_max = 2, .projected_score = 60});
  report.plan.phases[1].projected_score = 80;
  CHECK(road_to_production(report).phases == 2);
  CHECK(road_to_production(report).weeks_max == 4);
  report.target = 55;
  CHECK(road_to_production(report).phases == 1);
  report.target = 95;
  CHECK(road_to_production(report).effort.min == 3);
  report.target = 50;
  CHECK(road_to_production(report).phases == 0);
}

TEST_CASE("the time to production is held against that of the other side, where it says one") {
  Report report = testing::sample_report();
  const plan::Road road = road_to_production(report);
  REQUIRE(road.weeks_max > 0);
  CHECK(change_of_time(report).empty());
  report.delta.emplace();
  CHECK(change_of_time(report).empty());
  report.delta->before.weeks = delta::Weeks{road.weeks_min, road.weeks_max};
  CHECK(change_of_time(report).empty());
  report.delta->before.weeks = delta::Weeks{20, 30};
  CHECK(change_of_time(report) == "down from 20-30 weeks");
  report.delta->before.weeks = delta::Weeks{road.weeks_min, road.weeks_max / 2};
  CHECK(change_of_time(report).starts_with("up from "));
}

TEST_CASE("the next review is the first waiver or attestation to end") {
  Report report{.as_of = "2026-01-01"};
  report.verdicts.verdicts.resize(4);
  CHECK(next_review(report).empty());
  report.verdicts.verdicts[0].waiver = checks::Waiver{.reason = "planned", .until = "2026-05-01"};
  report.verdicts.verdicts[1].attested = checks::Attested{.at = "a", .until = "2026-04-01"};
  report.verdicts.verdicts[2].attested = checks::Attested{.at = "b", .until = "2025-04-01", .holds = false};
  report.verdicts.verdicts[3].attested = checks::Attested{.at = "c"};
  CHECK(next_review(report) == "2026-04-01");
  CHECK(endings(report).size() == 3);
}

TEST_CASE("dates are those of the calendar in UTC, whatever a commit claims") {
  CHECK(date_of(0) == "");
  CHECK(date_of(1'795'219'200) == "2026-11-21");
  CHECK(date_of(951'782'400) == "2000-02-29");
  CHECK(date_of(-1) == "1969-12-31");
  CHECK(date_of(std::numeric_limits<std::int64_t>::max()) == "9999-12-31");
  CHECK(date_of(std::numeric_limits<std::int64_t>::min()) == "0001-01-01");
}

TEST_CASE("numbers, sizes and places read well") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(size_words(0) == "0 bytes");
  CHECK(size_words(1) == "1 byte");
  CHECK(size_words(1500) == "1.5 KB");
  CHECK(size_words(2'000'000'000) == "2.0 GB");
  CHECK(counted(1, "file", "files") == "1 file");
  CHECK(counted(1200, "file", "files") == "1,200 files");
  CHECK(place_of("a.py", 3) == "a.py:3");
  CHECK(place_of("a.py", 0) == "a.py");
  CHECK(place_of("", 3) == "");
}

TEST_CASE("weeks are told in halves") {
  CHECK(weeks_words(0, 0) == "");
  CHECK(weeks_words(0.1, 0.4) == "less than a week");
  CHECK(weeks_words(0.3, 0.9) == "up to 1 week");
  CHECK(weeks_words(0.2, 2.4) == "up to 2.5 weeks");
  CHECK(weeks_words(1, 1.1) == "1 week");
  CHECK(weeks_words(2.2, 5.8) == "2-6 weeks");
}

TEST_CASE("the gate's word: a missed gate wins over an incomplete audit") {
  Report report;
  CHECK(gate_state(report) == GateState::none);
  report.gate.fail_under = 80;
  CHECK(gate_state(report) == GateState::pass);
  report.coverage.complete = false;
  CHECK(gate_state(report) == GateState::incomplete);
  report.gate.met = false;
  CHECK(gate_state(report) == GateState::fail);
}

TEST_CASE("findings that are waived, or of checks that pass, are not counted as open") {
  Report report = testing::empty_report();
  checks::Verdict verdict = testing::secrets_in_code();
  verdict.findings[0].waiver = "test-data";
  report.verdicts.verdicts.push_back(verdict);
  CHECK(open_findings(report) == 2);
  report.verdicts.verdicts[0].outcome = checks::Outcome::pass;
  CHECK(open_findings(report) == 0);
}

TEST_CASE("a verdict without a reason gets one from what it found") {
  checks::Verdict verdict{.outcome = checks::Outcome::fail};
  verdict.receipt.files = 412;
  CHECK(reason_of(verdict) == "not detected in 412 files");
  verdict.findings_total = 3;
  CHECK(reason_of(verdict) == "3 findings");
  verdict.items = 61, verdict.items_met = 4, verdict.check.items = "routes";
  CHECK(reason_of(verdict) == "4 of 61 routes");
  verdict.reason = "because";
  CHECK(reason_of(verdict) == "because");
}
