// SPDX-License-Identifier: Apache-2.0
// Which regexes a program will ask the scanner for.
#pragma once
#include <string>
#include <vector>

#include "checks/program.h"

namespace readiness::embed {

/// In the order of the queries; some may be there several times.
struct Regexes {
  std::vector<std::string> patterns{};  ///< of text queries
  std::vector<std::string> filters{};   ///< theirs
};
Regexes regexes_of(const checks::Program& program);

}  // namespace readiness::embed
