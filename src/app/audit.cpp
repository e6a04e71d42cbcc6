// SPDX-License-Identifier: Apache-2.0
#include "app/audit.h"

#include <fmt/format.h>

#include "app/built_in_rules.h"
#include "app/codeowners.h"
#include "app/gate.h"
#include "app/output.h"
#include "app/progress.h"
#include "app/staged.h"
#include "app/stages.h"
#include "app/version.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "report/view.h"

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

/// Every target is tried, whatever became of the others.
ExitCode deliver(const report::Report& report, const AuditSettings& settings) {
  ExitCode code = exit_code_of(report);
  const auto not_delivered = [&code](const std::string& why) {
    write_standard_error(why);
    if (code == ExitCode::ok) code = ExitCode::incomplete;
  };
  for (const ReportTarget& target : settings.targets) {
    if (target.file.empty() && settings.quiet) continue;
    report::RenderOptions options = settings.render;
    if (!target.file.empty()) options.colour = false;
    const std::string text = target.format->render(report, options);
    if (target.file.empty()) {
      if (write_standard_output(text) == Delivery::failed)
        not_delivered("readiness: standard output could not be written\n");
    } else if (const auto why = write_file(target.file, text)) {
      not_delivered(base::render(*why));
    }
  }
  return code;
}

ExitCode failed(const std::vector<base::Diagnostic>& problems) {
  write_standard_error(base::render(problems));
  return ExitCode::usage;
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
  const std::string committed = report::date_of(out.tree->identity().commit_time);
  if (out.settings.rules.as_of.empty())
    out.settings.rules.as_of = committed.empty() ? environment.today : committed;
  base::Result<checks::Program> program = checks::compile(policy->book, out.settings.rules);
  if (!program) return program.errors();
  if (program->checks.empty())
    return base::Diagnostic{.file = "readiness",
                            .message = "no check is left to audit",
                            .hint = "see --only, --skip and [packs]"};
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

report::Report make_report(const Preparation& prepared, const facts::Facts& facts,
                           checks::Verdicts verdicts) {
  const AuditSettings& settings = prepared.settings;
  report::Report out{
      .tool_version = our_version(), .identity = facts.identity, .as_of = settings.rules.as_of};
  out.project = name_of_folder(facts.identity.root);
  out.target = settings.target_score;
  out.verdicts = std::move(verdicts);
  out.weights = prepared.program.weights;
  out.scorecard = score::score(out.verdicts, out.weights);
  plan::Settings plan = settings.plan;
  plan.codeowners = read_codeowners(*prepared.tree);
  out.capacity = plan.capacity;
  out.plan = plan::make_plan(out.verdicts, out.weights, plan);
  out.gate = judge_gate(settings, out.verdicts, out.scorecard);
  out.coverage = coverage_of(facts, settings.tolerance);
  out.config_notes = settings.notes;
  return out;
}

ExitCode run_audit(const AuditOptions& options, const Environment& environment) {
  Stages stages(options.stats);
  base::Result<Preparation> prepared = prepare_audit(options, environment);
  stages.end("rules and tree");
  if (!prepared) return failed(prepared.errors());
  if (options.staged && !prepared->settings.whole_report_asked) return run_staged(*prepared, environment);
  base::Result<facts::Facts> facts = read_tree(*prepared, environment);
  stages.end("reading");
  if (!facts) return failed(facts.errors());
  checks::Verdicts verdicts = checks::evaluate(prepared->program, *facts);
  stages.end("verdicts");
  report::Report report = make_report(*prepared, *facts, std::move(verdicts));
  if (options.staged) {
    base::Result<report::Gate> gate = judge_staged_gate(*prepared, report.verdicts);
    if (!gate) return failed(gate.errors());
    report.gate = std::move(*gate);
  }
  stages.end("score and plan");
  const ExitCode code = deliver(report, prepared->settings);
  stages.end("report");
  return code;
}

}  // namespace readiness::app
