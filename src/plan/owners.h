// SPDX-License-Identifier: Apache-2.0
// Who is asked to do an item: the configuration, else CODEOWNERS of the files it names, else its check, else
// its pack.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.h"
#include "plan/plan.h"

namespace readiness::plan {

/// GitHub's reading of a CODEOWNERS pattern: like .gitignore, but without `!` and `[ ]`, case matters, and
/// `docs/*` means the files right in docs only. `path` is relative to the root.
bool codeowners_match(std::string_view pattern, std::string_view path);
/// The owners of a path: those of the last line that matches, which may name nobody.
std::vector<std::string> owners_of(std::string_view path, const std::vector<OwnerRule>& rules);
/// Empty when nobody is named.
std::string owner_of(const checks::Verdict& verdict, const checks::Verdicts& verdicts,
                     const Settings& settings);

}  // namespace readiness::plan
