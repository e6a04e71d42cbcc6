// SPDX-License-Identifier: Apache-2.0
// A comparison and a trend with one of everything.
#pragma once
#include "report/delta.h"
#include "report/trend.h"

namespace readiness::report::testing {

inline delta::CheckState state(std::string id, checks::Outcome outcome, double earned, double weight = 5) {
  delta::CheckState out{.id = id,
                        .title = "Title of " + id,
                        .pack = "ci",
                        .outcome = outcome,
                        .weight = weight,
                        .earned = earned};
  out.priority = weight > 5 ? rulepack::Priority::critical : rulepack::Priority::high;
  out.rule = "r";
  out.counts = outcome != checks::Outcome::not_applicable && outcome != checks::Outcome::unknown;
  return out;
}

inline delta::Snapshot side(std::string name, std::string ruler, std::vector<delta::CheckState> checks) {
  delta::Snapshot out{.side = {.name = std::move(name), .ruler = std::move(ruler)},
                      .checks = std::move(checks)};
  const score::Tally tally = delta::tally_of(out.checks);
  out.side.score = tally.points();
  out.side.raw = tally.raw();
  out.side.scored = true;
  return out;
}

inline delta::Delta sample_delta() {
  using checks::Outcome;
  delta::Snapshot before =
      side("origin/main", "9f3a61c04be27d58",
           {state("ci.fixed", Outcome::fail, 0, 10), state("ci.worse", Outcome::pass, 1),
            state("ci.better", Outcome::partial, 0.25), state("ci.more", Outcome::fail, 0),
            state("ci.applies", Outcome::not_applicable, 0), state("ci.left", Outcome::pass, 1, 2),
            state("ci.same", Outcome::pass, 1), state("ci.waived", Outcome::fail, 0, 2),
            state("ci.rule", Outcome::pass, 1, 1)});
  delta::Snapshot after =
      side("work tree", "0000000000000001",
           {state("ci.fixed", Outcome::pass, 1, 10), state("ci.worse", Outcome::fail, 0),
            state("ci.better", Outcome::partial, 0.5), state("ci.more", Outcome::fail, 0),
            state("ci.applies", Outcome::fail, 0), state("ci.left", Outcome::not_applicable, 0, 2),
            state("ci.same", Outcome::pass, 1), state("ci.waived", Outcome::waived, 1, 2),
            state("ci.rule", Outcome::fail, 0, 1)});
  before.side.commit = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  before.side.date = "2026-10-01";
  after.checks[3].findings = {{"f1", "src/a.py", 12, false}, {"f2", "src/b.py", 3, false}};
  after.checks[3].findings_total = 2;
  after.checks[8].rule = "other";
  return delta::compare(before, after);
}

inline Comparison sample_comparison() {
  Comparison out{.tool_version = "0.1.0", .delta = sample_delta()};
  out.gate.no_regress = true;
  out.gate.met = false;
  out.gate.reasons = {"ci.worse got worse than at origin/main (fail, was pass)"};
  return out;
}

inline TrendPage sample_trend() {
  TrendPage page{.tool_version = "0.1.0"};
  page.trend = {.every = "month", .ruler = "9f3a61c04be27d58", .branch = "main"};
  for (int i = 0; i < 6; ++i)
    page.trend.samples.push_back({.commit = std::string(40, static_cast<char>('a' + i)),
                                  .date = "2026-0" + std::to_string(i + 1) + "-15",
                                  .time = 1768435200 + i * 2'629'800,
                                  .tag = i == 3 ? "v1.0" : "",
                                  .score = 20 + 12 * i - (i == 4 ? 20 : 0),
                                  .raw = 20.5 + 12 * i - (i == 4 ? 20 : 0),
                                  .scored = true,
                                  .counted = 10,
                                  .passed = static_cast<std::uint32_t>(2 + i),
                                  .partial = 1,
                                  .failed = static_cast<std::uint32_t>(7 - i)});
  page.trend.movers.push_back({.commit = std::string(40, 'f'),
                               .date = "2026-06-11",
                               .before = 48,
                               .after = 80,
                               .points = 32,
                               .changes = {sample_delta().changes.back(), sample_delta().changes.front()}});
  return page;
}

}  // namespace readiness::report::testing
