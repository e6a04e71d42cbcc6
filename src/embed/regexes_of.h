// SPDX-License-Identifier: Apache-2.0
// Which regexes a program will ask the scanner for.
#pragma once
#include <string>
#include <vector>

#include "checks/program.h"

namespace readiness::embed {

/// Those of text queries and of their filters, in the order of the queries; some may be there several times.
std::vector<std::string> regexes_of(const checks::Program& program);

}  // namespace readiness::embed
