// SPDX-License-Identifier: Apache-2.0
#include "facts/link_target.h"

#include <vector>

#include "base/text.h"

namespace readiness::facts {

std::optional<std::string> link_target(std::string_view link, std::string_view text) {
  if (text.empty() || text.front() == '/' || text.find('\0') != std::string_view::npos) return {};
  std::vector<std::string_view> steps = base::split(link, '/');
  steps.pop_back();
  for (const std::string_view step : base::split(text, '/')) {
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      return {};
    } else {
      steps.pop_back();
    }
  }
  std::string out;
  for (const std::string_view step : steps) out.append(out.empty() ? "" : "/").append(step);
  return out;
}

}  // namespace readiness::facts
