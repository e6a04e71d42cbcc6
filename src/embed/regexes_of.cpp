// SPDX-License-Identifier: Apache-2.0
#include "embed/regexes_of.h"

#include <variant>

namespace readiness::embed {

std::vector<std::string> regexes_of(const checks::Program& program) {
  std::vector<std::string> regexes;
  for (const facts::Query& query : program.queries) {
    const auto* text = std::get_if<facts::TextQuery>(&query.what);
    if (text == nullptr) continue;
    const scan::Filters& filters = text->pattern.filters;
    regexes.push_back(text->pattern.regex);
    regexes.insert(regexes.end(), filters.unless.begin(), filters.unless.end());
    regexes.insert(regexes.end(), filters.with.begin(), filters.with.end());
  }
  return regexes;
}

}  // namespace readiness::embed
