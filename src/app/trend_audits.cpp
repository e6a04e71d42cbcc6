// SPDX-License-Identifier: Apache-2.0
#include "app/trend_audits.h"

#include "app/gate.h"
#include "checks/evaluate.h"
#include "report/view.h"
#include "source/timed_source.h"

namespace readiness::app {
namespace {

constexpr std::size_t kMostKnown = 256;  // some dozens of kilobytes each

}  // namespace

base::Result<delta::Snapshot> TrendAudits::audit(const source::CommitPoint& point) {
  if (const auto known = known_.find(point.commit); known != known_.end()) return known->second;
  base::Result<std::unique_ptr<source::Source>> tree = timeline_.open(point.commit);
  if (!tree) return tree.errors();
  if (prepared_.settings.end) *tree = source::until(std::move(*tree), *prepared_.settings.end);
  const std::string date = report::date_of(point.time);
  if (!prepared_.settings.as_of_is_fixed) prepared_.program.settings.as_of = date;
  const base::Result<facts::Facts> facts = reading_.read(prepared_, **tree, environment_);
  if (!facts) return facts.errors();
  const report::Coverage coverage = coverage_of(*facts, prepared_.settings.tolerance);
  for (const std::string& fault : coverage.faults)
    faults_.try_emplace(fault.substr(0, fault.find(':')), "at " + point.commit.substr(0, 10) + ": " + fault);
  delta::Snapshot out =
      delta::snapshot_of(checks::evaluate(prepared_.program, *facts), prepared_.program.weights,
                         {.name = point.commit.substr(0, 10),
                          .commit = point.commit,
                          .date = date,
                          .complete = coverage.complete});
  if (known_.size() == kMostKnown) known_.clear();
  return known_.emplace(point.commit, std::move(out)).first->second;
}

}  // namespace readiness::app
