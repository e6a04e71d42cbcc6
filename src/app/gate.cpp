// SPDX-License-Identifier: Apache-2.0
#include "app/gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/view.h"
#include "source/timed_source.h"

namespace readiness::app {
namespace {

constexpr std::size_t kSkippedListed = 200;

bool can_miss(const checks::Verdict& verdict, rulepack::Priority fail_on) {
  return verdict.outcome == checks::Outcome::fail && verdict.check.priority <= fail_on &&
         !verdict.check.preview && verdict.check.confidence != rulepack::Confidence::heuristic;
}

std::string word_of(const std::optional<checks::Outcome>& outcome) {
  return outcome ? std::string(checks::name_of(*outcome)) : "not there";
}

}  // namespace

void add_fault(report::Coverage& coverage, const Tolerance& tolerance, const std::string& reason,
               const std::string& text) {
  const bool allowed = tolerance.allows(reason);
  if (!allowed) coverage.complete = false;
  coverage.faults.push_back(fmt::format("{}: {}{}", reason, text, allowed ? " (allowed)" : ""));
}

std::vector<std::string> regressions(const delta::Delta& delta) {
  std::vector<std::string> out;
  for (const delta::Change& change : delta.changes) {
    if (!change.can_gate) continue;
    std::string how = fmt::format("{}, was {}", word_of(change.after), word_of(change.before));
    if (change.before == change.after && change.earned_after < change.earned_before)
      how = fmt::format("{:.0f} %, was {:.0f} %", 100 * change.earned_after, 100 * change.earned_before);
    else if (change.before == change.after)
      how = fmt::format("{} new", report::counted(change.new_findings, "finding", "findings"));
    if (!change.places.empty())
      how += ", first at " + report::place_of(change.places.front().path, change.places.front().line);
    out.push_back(fmt::format("{} got worse than at {} ({})", change.id, delta.before.name, how));
  }
  return out;
}

report::Gate judge_gate(const AuditSettings& settings, const checks::Verdicts& verdicts,
                        const score::Scorecard& card) {
  report::Gate gate{.fail_under = settings.fail_under, .fail_on = settings.fail_on};
  if (gate.fail_under && card.overall.points() < *gate.fail_under)
    gate.reasons.push_back(fmt::format("the score {} is under {}", card.overall.points(), *gate.fail_under));
  if (gate.fail_on)
    for (const checks::Verdict& verdict : verdicts.verdicts)
      if (can_miss(verdict, *gate.fail_on))
        gate.reasons.push_back(
            fmt::format("{} fails ({})", verdict.check.id, checks::name_of(verdict.check.priority)));
  gate.met = gate.reasons.empty();
  return gate;
}

namespace {

/// The configuration, else the README, else the first file: the same one as long as it is there, so that what
/// is missing stays the same alert.
std::string anchor_in(const facts::Facts& facts) {
  constexpr int kNone = 5;
  const auto rank = [](const std::string& path) {
    if (path.find('/') != std::string::npos) return 4;
    const std::string name = base::lower(path);
    return name == kConfigName ? 0 : name == "readme.md" ? 1 : name.starts_with("readme") ? 2 : 3;
  };
  std::pair<int, std::string> best{kNone, {}};
  for (const facts::File& file : facts.files) {
    const int own = file.disposition == facts::Disposition::scanned ? rank(file.path) : kNone;
    if (own < best.first || (own == best.first && own < kNone && file.path < best.second))
      best = {own, file.path};
  }
  return best.second;
}

}  // namespace

std::string fault_of(const facts::File& file) {
  if (file.detail == source::kTooLate) return "timeout";
  return facts::is_fault(file.disposition) ? std::string(facts::name_of(file.disposition)) : std::string();
}

std::string what_came_too_late(const facts::Facts& facts) {
  const auto late = std::count_if(facts.files.begin(), facts.files.end(),
                                  [](const facts::File& file) { return file.detail == source::kTooLate; });
  if (late == 0) return {};
  return fmt::format("{} of {} were not read within the time limit (--timeout)", late,
                     report::counted(facts.files.size(), "file", "files"));
}

report::Coverage coverage_of(const facts::Facts& facts, const Tolerance& tolerance) {
  report::Coverage out{.anchor = anchor_in(facts), .ledger = facts.ledger, .notes = facts.notes};
  for (const source::Note& note : facts.notes)
    if (note.fault) add_fault(out, tolerance, note.reason, note.text);
  for (const facts::File& file : facts.files) {
    if (file.disposition == facts::Disposition::scanned) continue;
    const std::string fault = fault_of(file);
    if (!fault.empty() && fault != "timeout")
      add_fault(out, tolerance, fault, file.detail.empty() ? file.path : file.path + ": " + file.detail);
    if (out.skipped.size() < kSkippedListed)
      out.skipped.emplace_back(file.path, facts::name_of(file.disposition));
  }
  if (const std::string late = what_came_too_late(facts); !late.empty())
    add_fault(out, tolerance, "timeout", late);
  for (const std::string& stopped : facts.ledger.stopped_patterns)
    add_fault(out, tolerance, "limit", stopped);
  return out;
}

ExitCode exit_code_of(const report::Report& report) {
  if (!report.gate.met) return ExitCode::gate_missed;
  return report.coverage.complete ? ExitCode::ok : ExitCode::incomplete;
}

}  // namespace readiness::app
