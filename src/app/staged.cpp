// SPDX-License-Identifier: Apache-2.0
// A finding may depend on files that are not staged (a trait, the template of the environment), so the whole
// index is judged as soon as something in a staged file could be one; mostly nothing could, and the staged
// files were enough.
#include "app/staged.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/output.h"
#include "base/text.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "report/view.h"

namespace readiness::app {
namespace {

using rulepack::Priority;

bool contains(const std::vector<std::string>& sorted, const std::string& path) {
  return std::binary_search(sorted.begin(), sorted.end(), path);
}

void queries_below(const checks::Program& program, const checks::Bound& expression,
                   std::set<std::uint32_t>& out) {
  out.insert(expression.queries.begin(), expression.queries.end());
  if (expression.name != checks::kNone)
    queries_below(program, program.names[expression.name].expression, out);
  for (const checks::Bound& operand : expression.operands) queries_below(program, operand, out);
}

// True when a staged file holds anything that a check forbids or asks something of.
bool may_hold_findings(const checks::Program& program, const facts::Facts& facts,
                       const std::vector<std::string>& changed) {
  std::set<std::uint32_t> queries;
  for (const checks::BoundCheck& check : program.checks) {
    if (check.forbid) queries_below(program, *check.forbid, queries);
    if (check.each) queries_below(program, *check.each, queries);
  }
  return std::any_of(queries.begin(), queries.end(), [&](std::uint32_t query) {
    const auto& hits = facts.answers[query].hits;
    return std::any_of(hits.begin(), hits.end(), [&](const facts::Hit& hit) {
      return hit.file != facts::kNoFile && contains(changed, facts.files[hit.file].path);
    });
  });
}

bool can_count(const checks::Verdict& verdict) {
  const bool open = verdict.outcome == checks::Outcome::fail || verdict.outcome == checks::Outcome::partial;
  return open && !verdict.check.preview;
}

// HEAD's version of the staged files is read alone, so whether a check applies cannot be told there: it
// always does.
rulepack::RuleBook always_applicable(rulepack::RuleBook book) {
  for (rulepack::Pack& pack : book.packs)
    for (rulepack::Check& check : pack.checks) check.when.reset();
  return book;
}

// Check and fingerprint of everything that HEAD's version of the files has already.
base::Result<std::set<std::string>> known_findings(const Preparation& prepared,
                                                   const std::vector<std::string>& changed) {
  std::set<std::string> known;
  const std::string& commit = prepared.tree->identity().commit;
  if (commit.empty()) return known;
  auto before = source::open({.path = prepared.settings.selection.path, .revision = commit});
  if (!before) return before.errors();
  const base::Result<checks::Program> program =
      checks::compile(always_applicable(prepared.book), prepared.settings.rules);
  if (!program) return program.errors();
  facts::GatherOptions options = prepared.settings.gather;
  options.only_paths = changed;
  options.progress = {};
  const base::Result<facts::Facts> facts = facts::gather(**before, program->queries, options);
  if (!facts) return facts.errors();
  for (const checks::Verdict& verdict : checks::evaluate(*program, *facts).verdicts)
    for (const checks::Finding& finding : verdict.findings)
      known.insert(verdict.check.id + " " + finding.fingerprint);
  return known;
}

Priority stops_at(const AuditSettings& settings) { return settings.fail_on.value_or(Priority::high); }

bool stops(const checks::Verdict& verdict, Priority at) {
  return verdict.check.priority <= at && verdict.check.confidence != rulepack::Confidence::heuristic;
}

struct LookedAt {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  bool complete = true;
};

LookedAt looked_at(const facts::Facts& facts, const std::vector<std::string>& changed) {
  LookedAt out{.complete = facts.ledger.stopped_patterns.empty()};
  for (const facts::File& file : facts.files) {
    if (!contains(changed, file.path)) continue;
    ++out.files;
    out.bytes += file.size;
    if (facts::is_fault(file.disposition)) out.complete = false;
  }
  return out;
}

std::string headline(const LookedAt& seen, std::size_t findings) {
  return fmt::format(
      "readiness: {}, {}: {}\n", report::counted(seen.files, "staged file", "staged files"),
      report::size_words(seen.bytes),
      findings == 0 ? "nothing new" : report::counted(findings, "new finding", "new findings"));
}

std::string describe(const checks::Verdict& verdict, const checks::Finding& finding) {
  std::string place = base::printable(finding.path);
  if (finding.line > 0) place += fmt::format(":{}:{}", finding.line, finding.column);
  std::string out =
      fmt::format("\n{}  {} ({})\n  {}\n", place, verdict.check.id, checks::name_of(verdict.check.priority),
                  base::printable(verdict.check.title));
  if (!finding.excerpt.empty())
    out += fmt::format("  | {}\n", base::shortened(base::printable(finding.excerpt), 160));
  return out;
}

std::string render(const checks::Verdicts& verdicts, const std::vector<NewFinding>& found,
                   const LookedAt& seen, Priority at) {
  std::string out = headline(seen, found.size());
  std::size_t stopping = 0;
  for (const NewFinding& item : found) {
    const checks::Verdict& verdict = verdicts.verdicts[item.verdict];
    out += describe(verdict, verdict.findings[item.finding]);
    stopping += stops(verdict, at) ? 1 : 0;
  }
  if (found.empty()) return out;
  if (stopping < found.size())
    out +=
        fmt::format("\n{} of them {} the commit: below {} priority, or a guess.\n", found.size() - stopping,
                    found.size() - stopping == 1 ? "does not stop" : "do not stop", checks::name_of(at));
  out += fmt::format("\nMeant to be there? Say so beside it: readiness: allow {} until=DATE reason…\n",
                     verdicts.verdicts[found.front().verdict].check.id);
  return out;
}

ExitCode failed(const std::vector<base::Diagnostic>& problems) {
  write_standard_error(base::render(problems));
  return ExitCode::usage;
}

ExitCode say(const Preparation& prepared, const std::string& text, ExitCode code) {
  if (prepared.settings.quiet || write_standard_output(text) != Delivery::failed) return code;
  return code == ExitCode::ok ? ExitCode::incomplete : code;
}

}  // namespace

base::Result<std::vector<NewFinding>> new_findings(const Preparation& prepared,
                                                   const checks::Verdicts& verdicts,
                                                   const std::vector<std::string>& changed) {
  std::vector<NewFinding> found;
  for (std::size_t v = 0; v < verdicts.verdicts.size(); ++v) {
    const checks::Verdict& verdict = verdicts.verdicts[v];
    if (!can_count(verdict)) continue;
    for (std::size_t f = 0; f < verdict.findings.size(); ++f)
      if (verdict.findings[f].waiver.empty() && contains(changed, verdict.findings[f].path))
        found.push_back({v, f});
  }
  if (found.empty()) return found;
  const base::Result<std::set<std::string>> known = known_findings(prepared, changed);
  if (!known) return known.errors();
  std::erase_if(found, [&](const NewFinding& item) {
    const checks::Verdict& verdict = verdicts.verdicts[item.verdict];
    return known->contains(verdict.check.id + " " + verdict.findings[item.finding].fingerprint);
  });
  std::stable_sort(found.begin(), found.end(), [&](const NewFinding& a, const NewFinding& b) {
    return verdicts.verdicts[a.verdict].check.priority < verdicts.verdicts[b.verdict].check.priority;
  });
  return found;
}

base::Result<report::Gate> judge_staged_gate(const Preparation& prepared, const checks::Verdicts& verdicts) {
  const base::Result<std::vector<std::string>> changed =
      source::staged_changes(prepared.settings.selection.path);
  if (!changed) return changed.errors();
  const base::Result<std::vector<NewFinding>> found = new_findings(prepared, verdicts, *changed);
  if (!found) return found.errors();
  report::Gate gate{.fail_on = stops_at(prepared.settings)};
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

ExitCode run_staged(const Preparation& prepared, const Environment& environment) {
  const base::Result<std::vector<std::string>> changed =
      source::staged_changes(prepared.settings.selection.path);
  if (!changed) return failed(changed.errors());
  if (changed->empty()) return say(prepared, headline({}, 0), ExitCode::ok);
  facts::GatherOptions options = prepared.settings.gather;
  options.only_paths = *changed;
  base::Result<facts::Facts> facts = facts::gather(*prepared.tree, prepared.program.queries, options);
  if (!facts) return failed(facts.errors());
  const LookedAt seen = looked_at(*facts, *changed);
  const ExitCode nothing_new =
      seen.complete || prepared.settings.tolerance.any ? ExitCode::ok : ExitCode::incomplete;
  if (!may_hold_findings(prepared.program, *facts, *changed))
    return say(prepared, headline(seen, 0), nothing_new);
  facts = read_tree(prepared, environment);
  if (!facts) return failed(facts.errors());
  const checks::Verdicts verdicts = checks::evaluate(prepared.program, *facts);
  const base::Result<std::vector<NewFinding>> found = new_findings(prepared, verdicts, *changed);
  if (!found) return failed(found.errors());
  const Priority at = stops_at(prepared.settings);
  const bool stopped = std::any_of(found->begin(), found->end(), [&](const NewFinding& item) {
    return stops(verdicts.verdicts[item.verdict], at);
  });
  return say(prepared, render(verdicts, *found, seen, at), stopped ? ExitCode::gate_missed : nothing_new);
}

}  // namespace readiness::app
