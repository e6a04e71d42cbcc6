// SPDX-License-Identifier: Apache-2.0
// Which commit an audit of the work tree or of the index belongs to.
#pragma once
#include "source/object_store.h"
#include "source/repository.h"
#include "source/source.h"

namespace readiness::source {

/// Without `mode`. A commit that cannot be read keeps its name and has no time.
Identity identity_of_head(const Repository& repository, ObjectStore& store);

}  // namespace readiness::source
