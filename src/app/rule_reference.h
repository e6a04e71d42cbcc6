// SPDX-License-Identifier: Apache-2.0
// docs/reference: a page a pack, made from the packs alone. Same packs, same bytes.
#pragma once
#include <string>
#include <vector>

#include "rulepack/model.h"

namespace readiness::app {

struct ReferencePage {
  std::string file{};  ///< "backup.md"
  std::string text{};
};

/// README.md (all checks), traits.md, and a page for each pack that has checks.
std::vector<ReferencePage> reference_pages(const rulepack::RuleBook& book);

}  // namespace readiness::app
