// SPDX-License-Identifier: Apache-2.0
// Rule files to a RuleBook: built-in trees, then the user's YAML, overrides applied, every mistake reported at once.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "rulepack/model.h"

namespace readiness::rulepack {

/// One file, as text (a user's YAML) or as a tree (built in, already parsed).
struct RuleFile {
  std::string name;
  std::string text{};
  std::vector<document::Node> documents{};  ///< used instead of `text` when not empty
};

/// Errors carry file:line:col, the line with a caret where `text` is known, and a hint.
base::Result<RuleBook> load(const std::vector<RuleFile>& files);
/// The same with `files` behind those that `begun` was loaded from.
base::Result<RuleBook> load(RuleBook begun, const std::vector<RuleFile>& files);

}  // namespace readiness::rulepack
