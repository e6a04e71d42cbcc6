// SPDX-License-Identifier: Apache-2.0
// Compiles what rules ask for; all problems of all patterns are reported at once.
#include "scan/pattern_set.h"

#include <algorithm>
#include <utility>

#include "scan/checked_regex.h"

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
  PrefixRule rule{.exact = !plan.runs.empty() && plan.begins_exactly(), .bytes = plan.prefix};
  for (const LiteralRun& run : plan.runs) rule.hi = std::max(rule.hi, run.hi);
  return rule;
}

base::Result<Pattern> compile_pattern(const PatternSpec& spec, const ParsedRegex& parsed,
                                      const RunPlan& plan) {
  const PrefixRule prefix = prefix_rule_of(plan);
  base::Result<Pcre> code = Pcre::compile(parsed, spec.regex, prefix.exact ? Start::exact : Start::floating);
  if (!code) return code.errors();
  base::Result<CompiledFilters> filters = CompiledFilters::compile(spec.filters, code->groups());
  if (!filters) return filters.errors();
  return Pattern{std::move(*code), std::move(*filters), spec.region, prefix};
}

}  // namespace

PatternSet::PatternSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
std::size_t PatternSet::size() const { return impl_->patterns.size(); }
const std::vector<SlowPattern>& PatternSet::slow() const { return impl_->slow; }

base::Result<PatternSet> PatternSet::compile(std::vector<PatternSpec> patterns, Engine engine) {
  auto impl = std::make_unique<Impl>();
  impl->engine = engine;
  std::vector<base::Diagnostic> problems;
  ByteClasses classes;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto id = static_cast<PatternId>(i);
    const base::Result<ParsedRegex> parsed = parse_checked(patterns[i].regex, classes);
    if (!parsed) {
      report(i, parsed.errors(), problems);
      continue;
    }
    const RunPlan plan = engine == Engine::fast ? plan_runs(parsed->root, classes) : RunPlan{};
    base::Result<Pattern> pattern = compile_pattern(patterns[i], *parsed, plan);
    if (!pattern) {
      report(i, pattern.errors(), problems);
      continue;
    }
    impl->patterns.push_back(std::move(*pattern));
    impl->filter.add(id, plan.runs);
    if (plan.runs.empty()) impl->searched_whole.push_back(id);
    if (!plan.why_slow.empty()) impl->slow.push_back({id, plan.why_slow});
  }
  if (!problems.empty()) return problems;
  impl->filter.build(classes);
  return PatternSet(std::move(impl));
}

}  // namespace readiness::scan
