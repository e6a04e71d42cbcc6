// SPDX-License-Identifier: Apache-2.0
#include "checks/pack_test.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/glob.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "source/source.h"

namespace readiness::checks {
namespace {

std::string describe(const Verdict& v) {
  std::string out = fmt::format("{} ({})", name_of(v.outcome), v.reason);
  for (std::size_t i = 0; i < std::min<std::size_t>(v.findings.size(), 5); ++i)
    out += fmt::format("\n      finding {}:{} {}", v.findings[i].path, v.findings[i].line, v.findings[i].probe);
  return out;
}

std::string difference(const rulepack::PackTest& test, const Verdict& v) {
  if (name_of(v.outcome) != test.expect) return fmt::format("expected {}, got {}", test.expect, describe(v));
  if (test.findings && *test.findings != v.findings_total)
    return fmt::format("expected {} findings, got {}: {}", *test.findings, v.findings_total, describe(v));
  return {};
}

}  // namespace

base::Result<PackTestRun> run_pack_tests(const rulepack::RuleBook& book, const std::vector<std::string>& ids) {
  PackTestRun run;
  for (const rulepack::Pack& pack : book.packs)
    for (const rulepack::Check& check : pack.checks) {
      const auto wanted = [&](const std::string& glob) { return base::name_matches(glob, check.id); };
      if (!ids.empty() && std::none_of(ids.begin(), ids.end(), wanted)) continue;
      base::Result<Program> program = compile(book, {.only = {check.id}, .all_traits = false});
      if (!program) return program.errors();
      for (const rulepack::PackTest& test : check.tests) {
        ++run.tests;
        std::vector<source::MemorySource::File> files;
        for (const auto& [path, text] : test.files) files.push_back({path, text});
        const base::Result<facts::Facts> facts =
            facts::gather(source::MemorySource(std::move(files)), program->queries, {.jobs = 1});
        if (!facts) return facts.errors();
        const Verdicts verdicts = evaluate(*program, *facts);
        const std::string problem = verdicts.verdicts.empty() ? "the check was not evaluated" : difference(test, verdicts.verdicts.front());
        if (!problem.empty())
          run.failures.push_back({check.id, test.name, book.sources.problem(test.place, problem)});
      }
    }
  return run;
}

}  // namespace readiness::checks
