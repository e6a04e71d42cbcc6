// SPDX-License-Identifier: Apache-2.0
#include "app/init.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "app/audit.h"
#include "app/output.h"
#include "base/text.h"
#include "checks/evaluate.h"
#include "report/view.h"

namespace readiness::app {
namespace {

std::string trait_lines(const checks::Verdicts& verdicts) {
  std::string out;
  for (const checks::TraitVerdict& trait : verdicts.traits) {
    if (!trait.holds) continue;
    const checks::Evidence* evidence = trait.evidence.empty() ? nullptr : &trait.evidence.front();
    const std::string seen =
        evidence == nullptr || evidence->path.empty()
            ? ""
            : ", seen in " + base::printable(report::place_of(evidence->path, evidence->line));
    out += fmt::format("# {} = true  # {}{}\n", trait.name, base::printable(trait.title), seen);
  }
  return out.empty() ? "# none was found; say what this is: http-api = true\n" : out;
}

std::string priority_lines(const report::Report& report) {
  for (const plan::Item& item : report.plan.items) {
    const checks::Verdict& verdict = report.verdicts.verdicts[item.verdict];
    return fmt::format("# \"{}\" = \"{}\"\n", verdict.check.id, checks::name_of(verdict.check.priority));
  }
  return "# \"docs.readme\" = \"high\"\n";
}

}  // namespace

std::string initial_config(const report::Report& report) {
  const int score = report.scorecard.overall.points();
  return fmt::format(
      R"(# How readiness audits this repository: every key is described in docs/configuration.md of readiness.

target = {target}  # the score to reach; today it is {score}

[gate]
fail_under = {score}  # raise it as the score rises
# fail_on = "critical"  # a failing check of this or a higher priority stops a merge

# exclude = ["examples/**"]  # never read

[traits]
# What kind of project this is decides what it is asked for. These were found; set one to false where that is wrong.
{traits}
[priorities]
{priorities}
[capacity]
engineers = 1
hours_a_week = 30  # turns the effort of the plan into weeks

[owners]
# "secrets.*" = "Security"

# [[waive]]  # a check or finding that you accept
# check = "docs.changelog"
# reason = "accepted-risk"  # or: planned, mitigated-elsewhere, false-positive, test-data
# note = "internal tool, released continuously"
# until = "{until}"
# by = "you"

# [[attest]]  # something that you do where no audit of this repository can see it
# check = "backup.automated"
# link = "https://wiki.example.org/backups"
# until = "{until}"
# by = "you"
)",
      fmt::arg("target", std::max(80, score)), fmt::arg("score", score),
      fmt::arg("traits", trait_lines(report.verdicts)), fmt::arg("priorities", priority_lines(report)),
      fmt::arg("until", std::to_string(std::stoi(report.as_of.substr(0, 4)) + 1) + "-06-30"));
}

ExitCode run_init(const InitOptions& options, const Environment& environment) {
  const std::string file = options.path + (options.path.ends_with('/') ? "" : "/") + std::string(kConfigName);
  struct stat status {};
  if (lstat(file.c_str(), &status) == 0 && !options.force)
    return failed({{.file = file, .message = "is there already", .hint = "overwrite it with --force"}});
  const AuditOptions audit{.path = options.path, .no_git = options.no_git, .without_config = true};
  base::Result<Preparation> prepared = prepare_audit(audit, environment);
  if (!prepared) return failed(prepared.errors());
  const base::Result<facts::Facts> facts = read_tree(*prepared, environment);
  if (!facts) return failed(facts.errors());
  const report::Report report = make_report(*prepared, *facts, checks::evaluate(prepared->program, *facts));
  if (const auto why = write_file(file, initial_config(report))) return failed({*why});
  write_standard_output(fmt::format("wrote {}\n", base::printable(file)));
  return ExitCode::ok;
}

}  // namespace readiness::app
