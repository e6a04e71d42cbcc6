// SPDX-License-Identifier: Apache-2.0
#include "app/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/built_in_rules.h"
#include "app/codeowners.h"
#include "app/comparison.h"
#include "app/gate.h"
#include "app/item_files.h"
#include "app/new_findings.h"
#include "app/output.h"
#include "app/process.h"
#include "app/progress.h"
#include "app/staged.h"
#include "app/stages.h"
#include "app/trend_maker.h"
#include "app/version.h"
#include "base/glob.h"
#include "base/nearest.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "checks/near_misses.h"
#include "report/view.h"
#include "source/subset.h"
#include "source/timed_source.h"

namespace readiness::app {
namespace {

using Tree = base::Result<std::unique_ptr<source::Source>>;

// The tree whose own policy is asked for, when it is not simply on disk.
Tree open_policy_tree(const AuditSettings& settings) {
  if (settings.config_revision.empty()) return std::unique_ptr<source::Source>{};
  return source::open({.path = settings.selection.path, .revision = settings.config_revision});
}

bool reads_the_disk(const source::Selection& selection) {
  return !selection.staged && selection.revision.empty();
}

std::string name_of_folder(const std::string& root) {
  const std::size_t end = root.find_last_not_of('/') + 1;
  const std::size_t begin = root.find_last_of('/', end == 0 ? 0 : end - 1) + 1;
  return begin < end ? root.substr(begin, end - begin) : root;
}

std::vector<base::Diagnostic> unwritable(const std::vector<ReportTarget>& targets) {
  std::vector<base::Diagnostic> out;
  for (const ReportTarget& target : targets)
    if (!target.file.empty())
      if (auto why = why_not_writable(target.file)) out.push_back(std::move(*why));
  return out;
}

ExitCode deliver(const report::Report& report, const AuditSettings& settings) {
  std::vector<Rendered> texts;
  for (const ReportTarget& target : settings.targets) {
    if (target.file.empty() && settings.quiet) continue;
    report::RenderOptions options = settings.render;
    if (!target.file.empty()) options.colour = false;
    texts.push_back({target.format->render(report, options), target.file});
  }
  return deliver(texts, exit_code_of(report));
}

using Problems = std::optional<std::vector<base::Diagnostic>>;

// --staged and --since: the gate of the change takes the place of the whole tree's.
Problems judge_change(const Preparation& prepared, report::Report& report) {
  const AuditSettings& settings = prepared.settings;
  if (!settings.selection.staged && settings.since.empty()) return {};
  const base::Result<source::ChangesOrNote> changes =
      settings.since.empty() ? source::uncommitted_changes(*prepared.tree)
                             : source::changes_since(*prepared.tree, settings.since);
  if (!changes) return changes.errors();
  if (changes->missing) {
    report.gate = {.fail_on = stops_at(settings), .of_change = true};
    add_fault(report.coverage, settings.tolerance, changes->missing->reason, changes->missing->text);
    return {};
  }
  base::Result<report::Gate> gate = judge_change_gate(prepared, report.verdicts, *changes->changes);
  if (!gate) return gate.errors();
  report.gate = std::move(*gate);
  return {};
}

std::vector<base::Diagnostic> unknown_checks(const std::vector<std::string>& named,
                                             const checks::Program& program) {
  std::vector<std::string> known;
  for (const checks::BoundCheck& check : program.checks) known.push_back(check.check.id);
  std::vector<base::Diagnostic> out;
  for (const std::string& name : named)
    if (std::none_of(known.begin(), known.end(),
                     [&](const std::string& id) { return base::name_matches(name, id); }))
      out.push_back({.file = "--what-if",
                     .message = "no check '" + name + "'",
                     .hint = base::did_you_mean(name, known)});
  return out;
}

// A folder that is not there would be a unit without a single fault.
std::vector<base::Diagnostic> missing_units(const std::vector<checks::Unit>& units, const source::Source& tree) {
  if (units.empty()) return {};
  std::set<std::string> folders;
  for (const source::Entry& entry : tree.entries())
    for (std::size_t slash = entry.path.rfind('/'); slash != std::string::npos && slash > 0;
         slash = entry.path.rfind('/', slash - 1))
      if (!folders.insert(entry.path.substr(0, slash)).second) break;
  std::vector<base::Diagnostic> out;
  for (const checks::Unit& unit : units)
    if (!folders.contains(unit.path))
      out.push_back({.file = "[[unit]]",
                     .message = fmt::format("unit '{}' has the path '{}', where no file lies", unit.name, unit.path),
                     .hint = base::did_you_mean(unit.path, {folders.begin(), folders.end()})});
  return out;
}

// Near misses cost a second look, so only reports that have them ask for it.
bool shows_receipts(const AuditSettings& settings) {
  constexpr std::array<std::string_view, 3> kWithReceipts{"markdown", "json", "html"};
  return settings.render.verbose ||
         std::any_of(settings.targets.begin(), settings.targets.end(), [&](const ReportTarget& target) {
           return std::find(kWithReceipts.begin(), kWithReceipts.end(), target.format->name) !=
                  kWithReceipts.end();
         });
}

Problems add_trend(Preparation& prepared, const Environment& environment, report::Report& report) {
  if (!prepared.settings.trend) return {};
  base::Result<report::TrendPage> page =
      make_trend(prepared, {.every = *prepared.settings.trend}, environment);
  if (!page) return page.errors();
  report.coverage.complete = report.coverage.complete && page->complete;
  for (std::string& fault : page->faults) report.coverage.faults.push_back(std::move(fault));
  report.trend = std::move(page->trend);
  return {};
}

// With a comparison, what the other tree shares with this one is read once.
base::Result<facts::Facts> read_shared(const Preparation& prepared, SharedReading& reading,
                                       const Environment& environment) {
  const bool compares = !prepared.settings.compare_to.empty();
  return compares ? reading.read(prepared, environment) : read_tree(prepared, environment);
}

}  // namespace

base::Result<Preparation> prepare_audit(const AuditOptions& options, const Environment& environment) {
  base::Result<AuditSettings> resolved = resolve(options, environment);
  if (!resolved) return resolved.errors();
  if (auto problems = unwritable(resolved->targets); !problems.empty()) return problems;
  Preparation out;
  Tree policy_tree = open_policy_tree(*resolved);
  if (!policy_tree) return policy_tree.errors();
  const source::Selection selection = resolved->selection;
  if (!reads_the_disk(selection)) {
    Tree tree = source::open(selection);
    if (!tree) return tree.errors();
    out.tree = std::move(*tree);
  }
  const source::Source* own = *policy_tree ? policy_tree->get() : out.tree.get();
  base::Result<Policy> policy = load_policy({.root = selection.path,
                                             .config_file = resolved->config_file,
                                             .without_config = resolved->without_config,
                                             .without_built_in = resolved->without_built_in,
                                             .tree = own,
                                             .untrusted = resolved->untrusted,
                                             .from_revision = !resolved->config_revision.empty(),
                                             .audited = out.tree.get()},
                                            resolved->rule_paths);
  if (!policy) return policy.errors();
  base::Result<AuditSettings> settings = with_config(std::move(*resolved), policy->config, environment);
  if (!settings) return settings.errors();
  out.settings = std::move(*settings);
  std::move(policy->not_followed.begin(), policy->not_followed.end(), std::back_inserter(out.settings.notes));
  out.settings.gather.prepared_regexes = built_in_regexes();
  if (!out.tree) {
    Tree tree = source::open(selection);
    if (!tree) return tree.errors();
    out.tree = std::move(*tree);
  }
  if (out.settings.end) out.tree = source::until(std::move(out.tree), *out.settings.end);
  const std::string committed = report::date_of(out.tree->identity().commit_time);
  if (out.settings.rules.as_of.empty())
    out.settings.rules.as_of = committed.empty() ? environment.today : committed;
  base::Result<checks::Program> program = checks::compile(policy->book, out.settings.rules);
  if (!program) return program.errors();
  if (program->checks.empty())
    return base::Diagnostic{.file = "readiness",
                            .message = "no check is left to audit",
                            .hint = "see --only, --skip and [packs]"};
  if (auto unknown = unknown_checks(out.settings.what_if, *program); !unknown.empty()) return unknown;
  if (auto missing = missing_units(out.settings.rules.units, *out.tree); !missing.empty()) return missing;
  out.book = std::move(policy->book);
  out.program = std::move(*program);
  return out;
}

base::Result<facts::Facts> read_tree(const Preparation& prepared, const Environment& environment) {
  Progress progress(environment.stderr_is_terminal && !prepared.settings.quiet);
  facts::GatherOptions options = prepared.settings.gather;
  options.progress = progress.callback();
  return facts::gather(*prepared.tree, prepared.program.queries, options);
}

namespace {

void look_again(const Preparation& prepared, const facts::Facts& facts, checks::Verdicts& verdicts) {
  const checks::SecondLook look = checks::plan_second_look(prepared.program, facts, verdicts);
  if (look.files.empty()) return checks::add_near_misses(prepared.program, facts, look, nullptr, verdicts);
  const std::unique_ptr<source::Source> files = source::subset_of(*prepared.tree, look.files);
  facts::GatherOptions options = prepared.settings.gather;
  options.excludes = {};  // what is excluded is not among the files
  const base::Result<facts::Facts> second = facts::gather(*files, look.queries, options);
  checks::add_near_misses(prepared.program, facts, look, second ? &*second : nullptr, verdicts);
}

}  // namespace

report::Report make_report(const Preparation& prepared, const facts::Facts& facts,
                           checks::Verdicts verdicts) {
  const AuditSettings& settings = prepared.settings;
  report::Report out{
      .tool_version = our_version(), .identity = facts.identity, .as_of = settings.rules.as_of};
  out.project = name_of_folder(facts.identity.root);
  out.target = settings.target_score;
  out.verdicts = std::move(verdicts);
  settle_files(out.verdicts, *prepared.tree);
  out.weights = prepared.program.weights;
  out.scorecard = score::score(out.verdicts, out.weights);
  plan::Settings plan = settings.plan;
  plan.codeowners = read_codeowners(*prepared.tree);
  out.capacity = plan.capacity;
  out.plan = plan::make_plan(out.verdicts, out.weights, plan);
  if (!settings.what_if.empty()) out.what_if = plan::what_if(out.verdicts, out.weights, settings.what_if);
  out.gate = judge_gate(settings, out.verdicts, out.scorecard);
  out.coverage = coverage_of(facts, settings.tolerance);
  out.config_notes = settings.notes;
  return out;
}

ExitCode run_audit(const AuditOptions& options, const Environment& environment) {
  Stages stages(options.stats);
  base::Result<Preparation> begun = prepare_audit(options, environment);
  if (!begun) return failed(begun.errors());
  Preparation& prepared = keep_until_exit(std::move(*begun));
  base::Result<OtherSide> other = prepare_other_side(prepared.settings.compare_to, options, environment);
  if (!other) return failed(other.errors());
  stages.end("rules and tree");
  const bool is_hook = options.staged && !prepared.settings.whole_report_asked && options.compare_to.empty();
  if (is_hook) return run_staged(prepared, environment);
  SharedReading reading;
  base::Result<facts::Facts> read = read_shared(prepared, reading, environment);
  stages.end("reading");
  if (!read) return failed(read.errors());
  const facts::Facts& facts = keep_until_exit(std::move(*read));
  checks::Verdicts verdicts = checks::evaluate(prepared.program, facts);
  stages.end("verdicts");
  if (shows_receipts(prepared.settings) && !options.staged) {
    look_again(prepared, facts, verdicts);
    stages.end("near misses");
  }
  report::Report& report = keep_until_exit(make_report(prepared, facts, std::move(verdicts)));
  stages.end("score and plan");
  if (const auto problems = judge_change(prepared, report)) return failed(*problems);
  if (const auto problems = add_comparison(*other, prepared.settings, reading, environment, report))
    return failed(*problems);
  stages.end("comparison");
  if (const auto problems = add_trend(prepared, environment, report)) return failed(*problems);
  stages.end("trend");
  const ExitCode code = deliver(report, prepared.settings);
  stages.end("report");
  return code;
}

}  // namespace readiness::app
