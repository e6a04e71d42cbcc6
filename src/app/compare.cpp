// SPDX-License-Identifier: Apache-2.0
// Two sides, read one after the other; nothing of the work tree is looked at.
#include "app/compare.h"

#include "app/comparison.h"
#include "app/gate.h"
#include "app/output.h"
#include "app/targets.h"
#include "app/version.h"
#include "report/delta.h"

namespace readiness::app {
namespace {

std::vector<Target> targets_of(const CompareOptions& options, std::vector<base::Diagnostic>& problems) {
  std::vector<std::string> names;
  for (const report::ComparisonFormat& format : report::comparison_formats()) names.emplace_back(format.name);
  std::vector<Target> out = parse_targets(options.formats, names, problems);
  for (const Target& target : out)
    if (!target.file.empty())
      if (auto why = why_not_writable(target.file)) problems.push_back(std::move(*why));
  return out;
}

// Gate, faults and completeness: of both sides.
class Judging {
 public:
  explicit Judging(const AuditSettings& settings) : settings_(settings) {}

  void note(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) add_fault(coverage_, settings_.tolerance, fault.reason, fault.text);
  }
  report::Comparison conclude(delta::Delta delta, bool no_regress) {
    report::Comparison out{.tool_version = our_version(), .delta = std::move(delta)};
    out.complete = coverage_.complete;
    out.faults = coverage_.faults;
    out.gate.no_regress = no_regress;
    if (no_regress) out.gate.reasons = regressions(out.delta);
    out.gate.met = out.gate.reasons.empty();
    return out;
  }

 private:
  const AuditSettings& settings_;
  report::Coverage coverage_;
};

ExitCode deliver_comparison(const report::Comparison& comparison, const AuditSettings& settings,
                            const std::vector<Target>& targets) {
  std::vector<Rendered> texts;
  for (const Target& target : targets) {
    if (target.file.empty() && settings.quiet) continue;
    report::RenderOptions render = settings.render;
    if (!target.file.empty()) render.colour = false;
    texts.push_back({report::comparison_formats()[target.format].render(comparison, render), target.file});
  }
  const ExitCode code = !comparison.gate.met   ? ExitCode::gate_missed
                        : !comparison.complete ? ExitCode::incomplete
                                               : ExitCode::ok;
  return deliver(texts, code);
}

}  // namespace

ExitCode run_compare(const CompareOptions& options, const Environment& environment) {
  std::vector<base::Diagnostic> problems;
  const std::vector<Target> targets = targets_of(options, problems);
  AuditOptions audit = options.audit;
  const bool no_regress = audit.no_regress;
  audit.no_regress = false;  // it has its other side
  const base::Result<AuditSettings> settings = resolve(audit, environment);
  if (!settings) problems.insert(problems.end(), settings.errors().begin(), settings.errors().end());
  if (!problems.empty()) return failed(problems);
  base::Result<OtherSide> before = prepare_other_side(options.before, audit, environment);
  if (!before) return failed(before.errors());
  base::Result<OtherSide> after = prepare_other_side(options.after, audit, environment);
  if (!after) return failed(after.errors());
  for (const OtherSide* side : {&*before, &*after})
    if (side->missing) {
      write_standard_error("readiness: " + side->missing->reason + ": " + side->missing->text + "\n");
      return ExitCode::incomplete;
    }
  SharedReading reading;
  std::vector<Fault> faults;
  const base::Result<delta::Snapshot> old = snapshot_of(*before, reading, environment, faults);
  if (!old) return failed(old.errors());
  const base::Result<delta::Snapshot> now = snapshot_of(*after, reading, environment, faults);
  if (!now) return failed(now.errors());
  Judging judging(*settings);
  judging.note(faults);
  delta::Delta delta = delta::compare(*old, *now);
  for (const OtherSide* side : {&*before, &*after})
    if (!side->note.empty()) delta.notes.push_back(side->note);
  return deliver_comparison(judging.conclude(std::move(delta), no_regress), *settings, targets);
}

}  // namespace readiness::app
