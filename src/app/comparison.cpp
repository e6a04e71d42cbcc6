// SPDX-License-Identifier: Apache-2.0
#include "app/comparison.h"

#include <fmt/format.h>

#include "app/gate.h"
#include "app/small_file.h"
#include "checks/evaluate.h"
#include "plan/road.h"
#include "report/view.h"
#include "source/changes.h"

namespace readiness::app {
namespace {

constexpr std::size_t kLargestReport = 32U << 20;
constexpr std::size_t kMostFaults = 5;

base::Result<OtherSide> read_report_file(const std::string& name) {
  base::Result<std::optional<std::string>> text = read_small_file(name, kLargestReport, Links::follow, name);
  if (!text) return text.errors();
  if (!*text)
    return base::Diagnostic{.file = name,
                            .message = "no such report",
                            .hint = "readiness audit --format json=" + name + " writes one"};
  base::Result<delta::Snapshot> snapshot = delta::read_report(**text, name);
  if (!snapshot) return snapshot.errors();
  OtherSide out{.name = name};
  out.report = std::move(*snapshot);
  return out;
}

// The same audit of another tree: what is written, gated and compared is this one's business alone.
AuditOptions options_for(const std::string& revision, const AuditOptions& options) {
  AuditOptions out = options;
  out.revision = revision;
  out.staged = out.no_git = false;
  out.formats.clear();
  out.compare_to.clear();
  out.since.clear();
  out.no_regress = false;
  return out;
}

delta::Side side_of(const std::string& name, const source::Identity& identity) {
  return {.name = name, .commit = identity.commit, .date = report::date_of(identity.commit_time)};
}

}  // namespace

base::Result<OtherSide> prepare_other_side(const std::string& name, const AuditOptions& options,
                                           const Environment& environment) {
  if (name.empty()) return OtherSide{};
  if (name.ends_with(".json")) return read_report_file(name);
  OtherSide out{.name = name};
  if (options.no_git)
    return base::Diagnostic{.file = "--compare-to",
                            .message = "a plain folder has no revisions",
                            .hint = "compare it with a JSON report"};
  base::Result<Preparation> prepared = prepare_audit(options_for(name, options), environment);
  if (prepared) {
    out.prepared = std::make_unique<Preparation>(std::move(*prepared));
    return out;
  }
  if (!source::open({.path = options.path, .revision = name})) {
    out.missing = source::why_not_here(options.path, name);
    return out.missing ? base::Result<OtherSide>(std::move(out)) : prepared.errors();
  }
  // The tree is there and its policy is broken, which nobody can repair in the past.
  AuditOptions bare = options_for(name, options);
  bare.without_config = true;
  base::Result<Preparation> unconfigured = prepare_audit(bare, environment);
  if (!unconfigured) return prepared.errors();
  const base::Diagnostic& why = prepared.errors().front();
  out.prepared = std::make_unique<Preparation>(std::move(*unconfigured));
  out.note = fmt::format("the policy at {} cannot be used ({}: {}); it was audited without", name, why.file,
                         why.message);
  return out;
}

base::Result<delta::Snapshot> snapshot_of(OtherSide& side, SharedReading& reading,
                                          const Environment& environment, std::vector<Fault>& faults) {
  if (side.report) return *side.report;
  const Preparation& prepared = *side.prepared;
  const base::Result<facts::Facts> facts = reading.read(prepared, environment);
  if (!facts) return facts.errors();
  const report::Coverage coverage = coverage_of(*facts, prepared.settings.tolerance);
  for (const source::Note& note : facts->notes)
    if (note.fault) faults.push_back({note.reason, "at " + side.name + ": " + note.text});
  for (const facts::File& file : facts->files)
    if (const std::string fault = fault_of(file); !fault.empty() && fault != "timeout")
      faults.push_back({fault, "at " + side.name + ": " + file.path});
  if (const std::string late = what_came_too_late(*facts); !late.empty())
    faults.push_back({"timeout", "at " + side.name + ": " + late});
  delta::Side named = side_of(side.name, facts->identity);
  named.complete = coverage.complete;
  const checks::Verdicts verdicts = checks::evaluate(prepared.program, *facts);
  const rulepack::Weights& weights = prepared.program.weights;
  delta::Snapshot out = delta::snapshot_of(verdicts, weights, std::move(named));
  const plan::Road road = plan::road_to_production(plan::make_plan(verdicts, weights, prepared.settings.plan),
                                                   out.side.score, prepared.settings.target_score);
  out.side.weeks = delta::Weeks{road.weeks_min, road.weeks_max};
  return out;
}

std::optional<std::vector<base::Diagnostic>> add_comparison(OtherSide& other, const AuditSettings& settings,
                                                            SharedReading& reading,
                                                            const Environment& environment,
                                                            report::Report& report) {
  if (other.name.empty()) return {};
  if (other.missing) {
    add_fault(report.coverage, settings.tolerance, other.missing->reason, other.missing->text);
    return {};
  }
  std::vector<Fault> faults;
  base::Result<delta::Snapshot> before = snapshot_of(other, reading, environment, faults);
  if (!before) return before.errors();
  for (std::size_t i = 0; i < faults.size() && i < kMostFaults; ++i)
    add_fault(report.coverage, settings.tolerance, faults[i].reason, faults[i].text);
  const std::string& revision = settings.selection.revision;
  delta::Side now = side_of(revision.empty() ? report.identity.mode : revision, report.identity);
  now.complete = report.coverage.complete;
  report.delta = delta::compare(*before, delta::snapshot_of(report.verdicts, report.weights, now));
  if (!other.note.empty()) report.delta->notes.push_back(other.note);
  if (!settings.no_regress) return {};
  for (std::string& reason : regressions(*report.delta)) report.gate.reasons.push_back(std::move(reason));
  report.gate.no_regress = true;
  report.gate.met = report.gate.reasons.empty();
  return {};
}

}  // namespace readiness::app
