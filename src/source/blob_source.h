// SPDX-License-Identifier: Apache-2.0
// A source whose files are git objects: the staged index, or a revision. Nothing is read from the work tree.
#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "source/repository.h"
#include "source/source.h"

namespace readiness::source {

/// The index as it would be committed: unmerged paths as ours, announced ones (git add -N) left out.
base::Result<std::unique_ptr<Source>> open_staged(Repository repository);
base::Result<std::unique_ptr<Source>> open_revision(Repository repository, const std::string& expression);

}  // namespace readiness::source
