// SPDX-License-Identifier: Apache-2.0
// Compiles what rules ask for; all problems of all patterns are reported at once.
#include "scan/pattern_set.h"

#include <algorithm>
#include <utility>

#include "scan/checked_regex.h"
#include "scan/prepared_regexes.h"

namespace readiness::scan {
namespace {

void report(std::size_t index, const std::vector<base::Diagnostic>& found,
            std::vector<base::Diagnostic>& problems) {
  for (base::Diagnostic d : found) {
    d.file = "pattern " + std::to_string(index);
    problems.push_back(std::move(d));
  }
}

PrefixRule prefix_rule_of(const RunPlan& plan) {
  PrefixRule rule{.bytes = plan.prefix};
  for (const LiteralRun& run : plan.runs) rule.hi = std::max(rule.hi, run.hi);
  return rule;
}

Start start_of(const RunPlan& plan) {
  return !plan.runs.empty() && plan.begins_exactly() ? Start::exact : Start::floating;
}

struct Planned {
  Pcre code;
  RunPlan plan;
};

base::Result<Planned> plan_pattern(const std::string& regex, Engine engine, const PreparedRegexes* prepared,
                                   ByteClasses& classes) {
  if (std::optional<PreparedRegex> known = prepared ? prepared->find(regex) : std::nullopt) {
    const Start start = start_of(known->plan);
    return Planned{Pcre::later(std::move(known->source), start), std::move(known->plan)};
  }
  const base::Result<ParsedRegex> parsed = parse_checked(regex, classes);
  if (!parsed) return parsed.errors();
  RunPlan plan = engine == Engine::fast ? plan_runs(parsed->root, classes) : RunPlan{};
  base::Result<Pcre> code = Pcre::compile(*parsed, regex, start_of(plan));
  if (!code) return code.errors();
  return Planned{std::move(*code), std::move(plan)};
}

}  // namespace

PatternSet::PatternSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
std::size_t PatternSet::size() const { return impl_->patterns.size(); }
const std::vector<SlowPattern>& PatternSet::slow() const { return impl_->slow; }

base::Result<PatternSet> PatternSet::compile(const std::vector<PatternSpec>& patterns, Engine engine,
                                             const PreparedRegexes* prepared) {
  if (engine == Engine::reference) prepared = nullptr;  // it owes nothing to anybody
  auto impl = std::make_unique<Impl>();
  impl->engine = engine;
  std::vector<base::Diagnostic> problems;
  ByteClasses classes = prepared ? prepared->classes() : ByteClasses{};
  impl->patterns.reserve(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto id = static_cast<PatternId>(i);
    const PatternSpec& spec = patterns[i];
    base::Result<Planned> planned = plan_pattern(spec.regex, engine, prepared, classes);
    if (!planned) {
      report(i, planned.errors(), problems);
      continue;
    }
    base::Result<CompiledFilters> filters =
        CompiledFilters::compile(spec.filters, planned->code.groups(), prepared);
    if (!filters) {
      report(i, filters.errors(), problems);
      continue;
    }
    const RunPlan& plan = planned->plan;
    impl->patterns.push_back(
        {std::move(planned->code), std::move(*filters), spec.region, prefix_rule_of(plan), plan.beginning});
    impl->filter.add(id, plan.runs);
    if (plan.runs.empty()) impl->searched_whole.push_back(id);
    if (!plan.why_slow.empty()) impl->slow.push_back({id, plan.why_slow});
  }
  if (!problems.empty()) return problems;
  impl->filter.seal(std::move(classes));
  if (std::optional<GramTable> table = prepared ? prepared->grams_of(patterns) : std::nullopt)
    impl->filter.adopt(std::move(*table));
  return PatternSet(std::move(impl));
}

}  // namespace readiness::scan
