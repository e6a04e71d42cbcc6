// SPDX-License-Identifier: Apache-2.0
// A finding may depend on files that are not staged (a trait, the template of the environment), so the whole
// index is judged as soon as something in a staged file could be one; mostly nothing could, and the staged
// files were enough.
#include "app/staged.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/new_findings.h"
#include "app/output.h"
#include "app/staged_quickly.h"
#include "base/text.h"
#include "checks/evaluate.h"
#include "report/view.h"

namespace readiness::app {
namespace {

using rulepack::Priority;

bool contains(const std::vector<std::string>& sorted, const std::string& path) {
  return std::binary_search(sorted.begin(), sorted.end(), path);
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

ExitCode cannot_tell(const Preparation& prepared, const source::Note& missing) {
  write_standard_error("readiness: " + missing.reason + ": " + missing.text + "\n");
  return prepared.settings.tolerance.allows(missing.reason) ? ExitCode::ok : ExitCode::incomplete;
}

ExitCode say(const Preparation& prepared, const std::string& text, ExitCode code) {
  if (prepared.settings.quiet || write_standard_output(text) != Delivery::failed) return code;
  return code == ExitCode::ok ? ExitCode::incomplete : code;
}

}  // namespace

ExitCode run_staged(const Preparation& prepared, const Environment& environment) {
  const auto difference = source::staged_difference(prepared.settings.selection.path);
  if (!difference) return failed(difference.errors());
  std::vector<std::string> changed;
  for (const source::StagedDifference::Path& path : difference->changed) changed.push_back(path.path);
  if (changed.empty()) return say(prepared, headline({}, 0), ExitCode::ok);
  const std::unique_ptr<source::Source> part = source::changed_part(*prepared.tree, *difference);
  base::Result<facts::Facts> facts = facts::gather(*part, prepared.program.queries, prepared.settings.gather);
  if (!facts) return failed(facts.errors());
  const LookedAt seen = looked_at(*facts, changed);
  const ExitCode nothing_new =
      seen.complete || prepared.settings.tolerance.any ? ExitCode::ok : ExitCode::incomplete;
  const base::Result<bool> nothing = brings_nothing_new(prepared, *difference, *facts);
  if (!nothing) return failed(nothing.errors());
  if (*nothing) return say(prepared, headline(seen, 0), nothing_new);
  facts = read_tree(prepared, environment);
  if (!facts) return failed(facts.errors());
  const checks::Verdicts verdicts = checks::evaluate(prepared.program, *facts);
  const base::Result<source::ChangesOrNote> changes = source::uncommitted_changes(*prepared.tree);
  if (!changes) return failed(changes.errors());
  if (changes->missing) return cannot_tell(prepared, *changes->missing);
  const base::Result<std::vector<NewFinding>> found = new_findings(prepared, verdicts, *changes->changes);
  if (!found) return failed(found.errors());
  const Priority at = stops_at(prepared.settings);
  const bool stopped = std::any_of(found->begin(), found->end(), [&](const NewFinding& item) {
    return stops(verdicts.verdicts[item.verdict], at);
  });
  return say(prepared, render(verdicts, *found, seen, at), stopped ? ExitCode::gate_missed : nothing_new);
}

}  // namespace readiness::app
