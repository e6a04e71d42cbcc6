// SPDX-License-Identifier: Apache-2.0
// HEAD, its branch, its commit's time.
#include "source/head_identity.h"

#include <optional>

#include "source/commit.h"
#include "source/refs.h"

namespace readiness::source {

Identity identity_of_head(const Repository& repository, ObjectStore& store, std::vector<Note>& notes) {
  RefStore refs(repository);
  Head head = refs.head();
  Identity identity{
      .commit = {}, .branch = std::move(head.branch), .commit_time = 0, .root = repository.named, .mode = {}};
  const auto note = [&](const std::string& problem) { notes.push_back({false, "head", problem}); };
  if (!head.problem.empty() && !repository.has_reftable()) note(head.problem);
  if (!head.id) return identity;
  identity.commit = head.id->hex();
  const Object object = store.read(*head.id, ObjectStore::kLargestTree);
  const std::optional<Commit> commit = object.ok() ? parse_commit(object.bytes) : std::nullopt;
  if (commit)
    identity.commit_time = commit->time;
  else
    note("the commit of HEAD cannot be read" + (object.ok() ? std::string() : ": " + object.detail));
  return identity;
}

}  // namespace readiness::source
