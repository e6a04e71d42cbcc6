// SPDX-License-Identifier: Apache-2.0
// Compiles what rules ask for; all problems of all patterns are reported at once.
#include "scan/pattern_set.h"

#include <memory>
#include <unordered_map>
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

Start start_of(const PlanHead& head) { return head.is_exact ? Start::exact : Start::floating; }

struct Planned {
  Pcre code;
  RunPlan plan;
};

Planned as_planned(PreparedRegex known) {
  const Start start = start_of(known.plan.head);
  return {Pcre::later(std::move(known.source), start), std::move(known.plan)};
}

base::Result<Planned> plan_pattern(const std::string& regex, Engine engine, const PreparedRegexes* prepared,
                                   ByteClasses& classes) {
  if (std::optional<PreparedRegex> known = prepared ? prepared->find(regex) : std::nullopt)
    return as_planned(std::move(*known));
  const base::Result<ParsedRegex> parsed = parse_checked(regex, classes);
  if (!parsed) return parsed.errors();
  RunPlan plan = engine == Engine::fast ? plan_runs(parsed->root, classes) : RunPlan{};
  base::Result<Pcre> code = Pcre::compile(*parsed, regex, start_of(plan.head));
  if (!code) return code.errors();
  return Planned{std::move(*code), std::move(plan)};
}

// Patterns of one probe have one object of filters; equal ones of several are worked out once each.
using ConditionsOf = std::unordered_map<const Filters*, std::shared_ptr<const Conditions>>;

base::Result<CompiledFilters> filters_of(const PatternSpec& spec, const std::vector<NamedGroup>& groups,
                                         const PreparedRegexes* prepared, ConditionsOf& known) {
  if (!spec.filters) return CompiledFilters{};
  std::shared_ptr<const Conditions>& conditions = known[&*spec.filters];
  if (conditions == nullptr) {
    base::Result<std::shared_ptr<const Conditions>> made = Conditions::compile(*spec.filters, prepared);
    if (!made) return made.errors();
    conditions = std::move(*made);
  }
  return CompiledFilters::compile(*spec.filters, conditions, groups);
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
  std::optional<PreparedSet> known = prepared ? prepared->set_of(patterns) : std::nullopt;
  ByteClasses classes = prepared && !known ? prepared->classes() : ByteClasses{};
  ConditionsOf conditions;
  impl->patterns.reserve(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const auto id = static_cast<PatternId>(i);
    const PatternSpec& spec = patterns[i];
    base::Result<Planned> planned = known ? as_planned(prepared->member(i, spec.regex))
                                          : plan_pattern(spec.regex, engine, prepared, classes);
    if (!planned) {
      report(i, planned.errors(), problems);
      continue;
    }
    base::Result<CompiledFilters> filters = filters_of(spec, planned->code.groups(), prepared, conditions);
    if (!filters) {
      report(i, filters.errors(), problems);
      continue;
    }
    const PlanHead& head = planned->plan.head;
    impl->patterns.push_back({std::move(planned->code), std::move(*filters), spec.region,
                              {.hi = head.hi, .bytes = head.prefix}, head.beginning});
    impl->filter.add(id, planned->plan.runs);
    if (!head.has_runs) impl->searched_whole.push_back(id);
    if (!head.why_slow.empty()) impl->slow.push_back({id, head.why_slow});
  }
  if (!problems.empty()) return problems;
  if (known) impl->filter.adopt(std::move(known->runs), std::move(known->grams));
  else impl->filter.seal(std::move(classes));
  return PatternSet(std::move(impl));
}

}  // namespace readiness::scan
