// SPDX-License-Identifier: Apache-2.0
// What a team says about its own roadmap and nobody can measure: `[roadmap]` of the configuration.
#pragma once
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace readiness::plan {

struct OwnWords {
  std::string title{}, subtitle{}, stage{}, focus{}, owner{};
  std::string review{};                                ///< "weekly", "fortnightly", "monthly", "quarterly"
  std::array<std::string, 4> deadlines{};              ///< by priority: "before going live"
  std::vector<std::pair<std::string, int>> targets{};  ///< pack → points, where it is not the whole's
  std::vector<std::string> success{}, questions{}, notes{};
  std::vector<std::pair<std::string, std::string>> risks{};  ///< with their mitigation
};

}  // namespace readiness::plan
