// SPDX-License-Identifier: Apache-2.0
// HEAD, its branch, its commit's time.
#include "source/head_identity.h"

#include <optional>

#include "source/commit.h"
#include "source/refs.h"

namespace readiness::source {

Identity identity_of_head(const Repository& repository, ObjectStore& store) {
  RefStore refs(repository);
  Head head = refs.head();
  Identity identity{
      .commit = {}, .branch = std::move(head.branch), .commit_time = 0, .root = repository.named, .mode = {}};
  if (!head.id) return identity;
  identity.commit = head.id->hex();
  const Object object = store.read(*head.id, ObjectStore::kLargestTree);
  const std::optional<Commit> commit = object.ok() ? parse_commit(object.bytes) : std::nullopt;
  if (commit) identity.commit_time = commit->time;
  return identity;
}

}  // namespace readiness::source
