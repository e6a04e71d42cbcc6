// SPDX-License-Identifier: Apache-2.0
// Where policy comes from: the configuration and the packs, from the place that the operator trusts.
#pragma once
#include <string>
#include <vector>

#include "app/config.h"
#include "base/result.h"
#include "rulepack/load.h"
#include "source/source.h"

namespace readiness::app {

struct Policy {
  Config config{};
  std::vector<std::string> not_followed{};  ///< of the audited tree's own configuration
  rulepack::RuleBook book{};
};

struct PolicyPlace {
  std::string root = ".";     ///< the audited folder
  std::string config_file{};  ///< --config, else the root's own
  bool without_config = false;
  bool without_built_in = false;
  const source::Source* tree = nullptr;     ///< where the policy is read; nullptr = from disk
  bool untrusted = false;                   ///< the audited tree's own policy may only tighten
  bool from_revision = false;               ///< `tree` is a revision that the operator names: trusted
  const source::Source* audited = nullptr;  ///< the audited tree when it is not on disk
};

/// The configuration (empty when there is none) and all rules: built in (unless unwanted), the
/// configuration's, then those at `rule_paths`. Names of the configuration that no rule has are errors.
base::Result<Policy> load_policy(const PolicyPlace& place, const std::vector<std::string>& rule_paths);

/// Packs named by the operator: files, or the YAML files right in folders.
base::Result<std::vector<rulepack::RuleFile>> read_packs(const std::vector<std::string>& paths);

/// The bytes of `path` in `tree`; nothing when it has no such file. Links are refused.
base::Result<std::optional<std::string>> read_from_tree(const source::Source& tree, const std::string& path,
                                                        std::size_t max_bytes);

}  // namespace readiness::app
