// SPDX-License-Identifier: Apache-2.0
// The work tree: what is tracked, read from disk, and what is neither tracked nor ignored.
#pragma once
#include <memory>

#include "base/result.h"
#include "source/repository.h"
#include "source/source.h"

namespace readiness::source {

/// A broken index makes a note and leaves everything untracked; the list is never empty for it.
base::Result<std::unique_ptr<Source>> open_work_tree(Repository repository);

}  // namespace readiness::source
