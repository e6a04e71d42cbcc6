// SPDX-License-Identifier: Apache-2.0
#include "app/traits_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/policy.h"
#include "base/text.h"
#include "checks/compile.h"
#include "checks/evaluate.h"
#include "report/view.h"

namespace readiness::app {
namespace {

constexpr std::size_t kPlacesShown = 5;

std::string why_of(const checks::TraitVerdict& trait) {
  std::string out;
  for (std::size_t i = 0; i < std::min(trait.evidence.size(), kPlacesShown); ++i) {
    const checks::Evidence& evidence = trait.evidence[i];
    const std::string what = evidence.label.empty() ? evidence.probe : evidence.label;
    out += fmt::format("       {}  {}{}\n", base::printable(report::place_of(evidence.path, evidence.line)),
                       base::printable(what),
                       evidence.excerpt.empty()
                           ? ""
                           : ": " + base::printable(base::shortened(base::trimmed(evidence.excerpt), 80)));
  }
  if (trait.evidence.size() > kPlacesShown)
    out += fmt::format("       … and {} more\n", trait.evidence.size() - kPlacesShown);
  if (trait.evidence.empty() && !trait.forced) out += "       by what is not there\n";
  return out;
}

std::string line_of(const checks::TraitVerdict& trait) {
  return fmt::format("  {:<4} {}: {}{}\n", trait.holds ? "yes" : "no", trait.name,
                     base::printable(trait.title), trait.forced ? " (set by the configuration)" : "") +
         (trait.holds ? why_of(trait) : "");
}

}  // namespace

base::Result<std::string> traits_text(const RulesOptions& options, const std::vector<std::string>& names) {
  base::Result<std::unique_ptr<source::Source>> tree = source::open({.path = options.repository});
  if (!tree) return tree.errors();
  base::Result<Policy> policy = load_policy({.root = options.repository, .tree = tree->get()}, options.rules);
  if (!policy) return policy.errors();
  checks::Settings settings = rule_settings(policy->config);
  settings.skip = {"*"};
  const base::Result<checks::Program> program = checks::compile(policy->book, settings);
  if (!program) return program.errors();
  facts::GatherOptions gather;
  if (base::Result<base::GlobSet> excludes = base::GlobSet::compile(policy->config.exclude))
    gather.excludes = std::move(*excludes);
  const base::Result<facts::Facts> facts = facts::gather(**tree, program->queries, gather);
  if (!facts) return facts.errors();
  std::string out;
  const std::vector<checks::TraitVerdict> traits = checks::evaluate(*program, *facts).traits;
  for (const bool holds : {true, false})
    for (const checks::TraitVerdict& trait : traits)
      if (trait.holds == holds &&
          (names.empty() || std::find(names.begin(), names.end(), trait.name) != names.end()))
        out += line_of(trait);
  return out;
}

}  // namespace readiness::app
