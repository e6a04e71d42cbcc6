// SPDX-License-Identifier: Apache-2.0
// The packs of rules/ as files, for tests that run them.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "rulepack/load.h"

inline std::vector<readiness::rulepack::RuleFile> built_in_rule_files() {
  std::vector<readiness::rulepack::RuleFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(READINESS_ROOT) / "rules")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    files.push_back({.name = entry.path().filename().string(), .text = text.str()});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}
