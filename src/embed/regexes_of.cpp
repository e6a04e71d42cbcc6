// SPDX-License-Identifier: Apache-2.0
#include "embed/regexes_of.h"

#include <variant>

namespace readiness::embed {

Regexes regexes_of(const checks::Program& program) {
  Regexes regexes;
  for (const facts::Query& query : program.queries) {
    const auto* text = std::get_if<facts::TextQuery>(&query.what);
    if (text == nullptr) continue;
    regexes.patterns.push_back(text->pattern.regex);
    if (!text->pattern.filters) continue;
    const scan::Filters& filters = *text->pattern.filters;
    regexes.filters.insert(regexes.filters.end(), filters.unless.begin(), filters.unless.end());
    regexes.filters.insert(regexes.filters.end(), filters.with.begin(), filters.with.end());
  }
  return regexes;
}

}  // namespace readiness::embed
