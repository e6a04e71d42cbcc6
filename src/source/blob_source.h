// SPDX-License-Identifier: Apache-2.0
// A source whose files are git objects: the staged index, or a revision. Nothing is read from the work tree.
#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "source/object_store.h"
#include "source/repository.h"
#include "source/source.h"
#include "source/tree_listing.h"

namespace readiness::source {

/// The index as it would be committed: unmerged paths as ours, announced ones (git add -N) left out.
base::Result<std::unique_ptr<Source>> open_staged(Repository repository);
base::Result<std::unique_ptr<Source>> open_revision(Repository repository, const std::string& expression);
/// The same with what is open already; `store` reads from `objects`, `cache` may be null.
base::Result<std::unique_ptr<Source>> open_revision_with(const Repository& repository,
                                                         std::shared_ptr<const ObjectFolder> objects,
                                                         ObjectStore& store, const std::string& expression,
                                                         TreeCache* cache = nullptr);

}  // namespace readiness::source
