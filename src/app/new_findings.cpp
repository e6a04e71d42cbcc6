// SPDX-License-Identifier: Apache-2.0
// Lines say what may be new. Whether it is, is told by scanning the files as they were: a line that was only
// moved or indented, in its file or with it, brings nothing in.
#include "app/new_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "report/view.h"

namespace readiness::app {
namespace {

using rulepack::Priority;
using source::FileChange;

/// What makes two findings the same, before and after: check, probe, the path as it is now, the line's text.
using Sameness = std::tuple<std::string, std::string, std::string, std::string>;
using Known = std::map<Sameness, std::uint64_t>;

Sameness sameness(const std::string& check, const checks::Finding& finding, const std::string& path) {
  return {check, finding.probe, path, std::string(base::trimmed(finding.excerpt))};
}

bool can_count(const checks::Verdict& verdict) {
  const bool open = verdict.outcome == checks::Outcome::fail || verdict.outcome == checks::Outcome::partial;
  return open && !verdict.check.preview;
}

// Whether a check applied then is not asked: what it finds was there.
rulepack::RuleBook always_applicable(rulepack::RuleBook book) {
  for (rulepack::Pack& pack : book.packs)
    for (rulepack::Check& check : pack.checks) check.when.reset();
  return book;
}

/// The old paths of changed files, and where each is now.
using Moved = std::map<std::string, std::set<std::string>>;

// Everything that the files had already.
base::Result<Known> known_findings(const Preparation& prepared, const std::string& commit,
                                   const Moved& moved) {
  Known known;
  if (commit.empty() || moved.empty()) return known;
  auto before = source::open({.path = prepared.settings.selection.path, .revision = commit});
  if (!before) return before.errors();
  const base::Result<checks::Program> program =
      checks::compile(always_applicable(prepared.book), prepared.settings.rules);
  if (!program) return program.errors();
  facts::GatherOptions options = prepared.settings.gather;
  options.progress = {};
  const base::Result<facts::Facts> facts = facts::gather(**before, program->queries, options);
  if (!facts) return facts.errors();
  for (const checks::Verdict& verdict : checks::evaluate(*program, *facts).verdicts)
    for (const checks::Finding& finding : verdict.findings)
      if (const auto at = moved.find(finding.path); at != moved.end())
        for (const std::string& path : at->second) ++known[sameness(verdict.check.id, finding, path)];
  return known;
}

/// One finding in a changed file.
struct Candidate {
  NewFinding at{};
  bool on_changed_line = false;
};

}  // namespace

base::Result<std::vector<NewFinding>> new_findings(const Preparation& prepared,
                                                   const checks::Verdicts& verdicts,
                                                   source::Changes& changes) {
  std::vector<Candidate> candidates;
  Moved moved;
  const auto finding_of = [&](const NewFinding& at) -> const checks::Finding& {
    return verdicts.verdicts[at.verdict].findings[at.finding];
  };
  for (std::size_t v = 0; v < verdicts.verdicts.size(); ++v) {
    const checks::Verdict& verdict = verdicts.verdicts[v];
    if (!can_count(verdict)) continue;
    for (std::size_t f = 0; f < verdict.findings.size(); ++f) {
      const checks::Finding& finding = verdict.findings[f];
      if (!finding.waiver.empty() || finding.path.empty()) continue;
      const FileChange change = changes.of(finding.path);
      if (change.kind == FileChange::Kind::same) continue;
      candidates.push_back({{v, f}, change.has(finding.line)});
      if (!change.old_path.empty()) moved[change.old_path].insert(finding.path);
    }
  }
  // What stands on lines that nobody touched was there; it uses up what is known first.
  std::stable_partition(candidates.begin(), candidates.end(),
                        [](const Candidate& candidate) { return !candidate.on_changed_line; });
  std::vector<NewFinding> found;
  if (candidates.empty() || !candidates.back().on_changed_line) return found;
  base::Result<Known> known = known_findings(prepared, changes.base(), moved);
  if (!known) return known.errors();
  for (const Candidate& candidate : candidates) {
    const checks::Finding& finding = finding_of(candidate.at);
    const auto before =
        known->find(sameness(verdicts.verdicts[candidate.at.verdict].check.id, finding, finding.path));
    const bool was_there = before != known->end() && before->second > 0;
    if (was_there) --before->second;
    if (!was_there && candidate.on_changed_line) found.push_back(candidate.at);
  }
  std::sort(found.begin(), found.end(), [&](const NewFinding& a, const NewFinding& b) {
    const auto key = [&](const NewFinding& one) {
      return std::tuple(verdicts.verdicts[one.verdict].check.priority, one.verdict, one.finding);
    };
    return key(a) < key(b);
  });
  return found;
}

Priority stops_at(const AuditSettings& settings) { return settings.fail_on.value_or(Priority::high); }

bool stops(const checks::Verdict& verdict, Priority at) {
  return verdict.check.priority <= at && verdict.check.confidence != rulepack::Confidence::heuristic;
}

base::Result<report::Gate> judge_change_gate(const Preparation& prepared, const checks::Verdicts& verdicts,
                                             source::Changes& changes) {
  const base::Result<std::vector<NewFinding>> found = new_findings(prepared, verdicts, changes);
  if (!found) return found.errors();
  report::Gate gate{.fail_on = stops_at(prepared.settings), .of_change = true};
  for (const NewFinding& item : *found) {
    const checks::Verdict& verdict = verdicts.verdicts[item.verdict];
    const checks::Finding& finding = verdict.findings[item.finding];
    if (stops(verdict, *gate.fail_on))
      gate.reasons.push_back(fmt::format("new finding of {} at {}", verdict.check.id,
                                         report::place_of(finding.path, finding.line)));
  }
  gate.met = gate.reasons.empty();
  return gate;
}

}  // namespace readiness::app
