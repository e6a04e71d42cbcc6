// SPDX-License-Identifier: Apache-2.0
#include "app/gate.h"

#include <catch2/catch.hpp>

#include "app/time_limit.h"
#include "source/timed_source.h"

using namespace readiness;
using checks::Outcome;
using checks::Verdict;
using rulepack::Confidence;
using rulepack::Priority;

namespace {

Verdict verdict(Outcome outcome, Priority priority, Confidence confidence = Confidence::structural) {
  return {.check = {.id = "a.b", .priority = priority, .confidence = confidence}, .outcome = outcome};
}

report::Gate gate_on(Priority fail_on, const Verdict& v) {
  return app::judge_gate({.fail_on = fail_on}, {.verdicts = {v}}, {});
}

score::Scorecard points(double earned) { return {.overall = {.weight = 100, .earned = earned}}; }

}  // namespace

TEST_CASE("the score has to reach fail_under") {
  CHECK(app::judge_gate({.fail_under = 60}, {}, points(60)).met);
  const report::Gate missed = app::judge_gate({.fail_under = 60}, {}, points(59.9));
  CHECK_FALSE(missed.met);
  CHECK(missed.reasons == std::vector<std::string>{"the score 59 is under 60"});
  CHECK(app::judge_gate({}, {}, points(0)).met);
}

TEST_CASE("fail_on counts failing checks of that and of higher priority") {
  CHECK_FALSE(gate_on(Priority::high, verdict(Outcome::fail, Priority::critical)).met);
  CHECK_FALSE(gate_on(Priority::high, verdict(Outcome::fail, Priority::high)).met);
  CHECK(gate_on(Priority::high, verdict(Outcome::fail, Priority::medium)).met);
}

TEST_CASE("what is a guess, a preview, waived, partial or unknown does not miss the gate") {
  CHECK(gate_on(Priority::low, verdict(Outcome::fail, Priority::critical, Confidence::heuristic)).met);
  Verdict preview = verdict(Outcome::fail, Priority::critical);
  preview.check.preview = true;
  CHECK(gate_on(Priority::low, preview).met);
  for (const Outcome outcome :
       {Outcome::waived, Outcome::partial, Outcome::unknown, Outcome::not_applicable, Outcome::attested})
    CHECK(gate_on(Priority::low, verdict(outcome, Priority::critical)).met);
}

TEST_CASE("a fault makes the audit incomplete unless it is tolerated; policy never does") {
  facts::Facts facts;
  facts.files = {
      {.path = "big.bin", .disposition = facts::Disposition::binary},
      {.path = "locked", .disposition = facts::Disposition::unreadable, .detail = "permission denied"}};
  facts.notes = {{.fault = false, .reason = "lfs", .text = "one pointer"}};
  const report::Coverage strict = app::coverage_of(facts, {});
  CHECK_FALSE(strict.complete);
  CHECK(strict.faults == std::vector<std::string>{"unreadable: locked: permission denied"});
  CHECK(strict.skipped.size() == 2);
  const report::Coverage tolerant = app::coverage_of(facts, {.reasons = {"unreadable"}});
  CHECK(tolerant.complete);
  CHECK(tolerant.faults == std::vector<std::string>{"unreadable: locked: permission denied (allowed)"});
  CHECK_FALSE(app::coverage_of(facts, {.reasons = {"corrupt"}}).complete);
}

TEST_CASE("a missed gate wins over an incomplete audit") {
  report::Report report;
  CHECK(app::exit_code_of(report) == app::ExitCode::ok);
  report.coverage.complete = false;
  CHECK(app::exit_code_of(report) == app::ExitCode::incomplete);
  report.gate.met = false;
  CHECK(app::exit_code_of(report) == app::ExitCode::gate_missed);
}

TEST_CASE("every check that got worse is a reason, with what is new about it") {
  const auto change = [](std::string id, std::optional<Outcome> before, Outcome after, bool worse) {
    delta::Change out{.id = std::move(id), .before = before, .after = after};
    out.can_gate = worse;
    return out;
  };
  delta::Delta delta;
  delta.before.name = "main";
  delta.changes = {change("a.b", Outcome::pass, Outcome::fail, true),
                   change("a.c", Outcome::fail, Outcome::fail, true),
                   change("a.d", Outcome::partial, Outcome::partial, true),
                   change("a.e", Outcome::fail, Outcome::pass, false)};
  delta.changes[1].new_findings = 2;
  delta.changes[1].places = {{"f", "src/x.py", 7, false}};
  delta.changes[2].earned_before = 0.8;
  delta.changes[2].earned_after = 0.4;
  CHECK(app::regressions(delta) ==
        std::vector<std::string>{"a.b got worse than at main (fail, was pass)",
                                 "a.c got worse than at main (2 findings new, first at src/x.py:7)",
                                 "a.d got worse than at main (40 %, was 80 %)"});
}

TEST_CASE("files that were asked for too late are one fault of their own") {
  facts::Facts facts;
  for (const char* path : {"a", "b"})
    facts.files.push_back({.path = path,
                           .disposition = facts::Disposition::unreadable,
                           .detail = std::string(source::kTooLate)});
  facts.files.push_back({.path = "c"});
  const report::Coverage coverage = app::coverage_of(facts, {});
  CHECK_FALSE(coverage.complete);
  CHECK(coverage.faults ==
        std::vector<std::string>{"timeout: 2 of 3 files were not read within the time limit (--timeout)"});
  CHECK(app::coverage_of(facts, {.reasons = {"timeout"}}).complete);
}

TEST_CASE("a time limit is a count and a unit") {
  using std::chrono::seconds;
  CHECK(app::parse_time_limit("") == seconds(600));
  CHECK(app::parse_time_limit("0") == seconds(0));
  CHECK(app::parse_time_limit("90s") == seconds(90));
  CHECK(app::parse_time_limit("2min") == seconds(120));
  CHECK(app::parse_time_limit("1h") == seconds(3600));
  for (const char* wrong : {"5", "-1s", "1.5h", "s", "1d", "99999999999999999999s", "999999h", "1 s"})
    CHECK_FALSE(app::parse_time_limit(wrong));
}
