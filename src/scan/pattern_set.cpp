// SPDX-License-Identifier: Apache-2.0
// Compiles what rules ask for; all problems of all patterns are reported at once.
#include "scan/pattern_set.h"

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

base::Result<Pattern> compile_pattern(const PatternSpec& spec) {
  base::Result<CheckedRegex> regex = compile_checked(spec.regex);
  if (!regex) return regex.errors();
  base::Result<CompiledFilters> filters = CompiledFilters::compile(spec.filters, regex->code.groups());
  if (!filters) return filters.errors();
  return Pattern{std::move(regex->code), std::move(*filters), spec.region};
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
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    base::Result<Pattern> pattern = compile_pattern(patterns[i]);
    if (!pattern) {
      report(i, pattern.errors(), problems);
      continue;
    }
    impl->patterns.push_back(std::move(*pattern));
    impl->searched_whole.push_back(static_cast<PatternId>(i));
  }
  if (!problems.empty()) return problems;
  return PatternSet(std::move(impl));
}

}  // namespace readiness::scan
