// SPDX-License-Identifier: Apache-2.0
// Commits for whoever walks them: read once a call, with the border of a shallow clone seen.
#pragma once
#include <optional>

#include "source/commit.h"
#include "source/object_store.h"
#include "source/shallow.h"

namespace readiness::source {

class CommitReader {
 public:
  /// The store outlives it.
  CommitReader(const Repository& repository, ObjectStore& store)
      : store_(store), shallow_(read_shallow(repository)) {}
  /// Nothing when it is not there, damaged, or no commit. At a border the parents that are named are not
  /// here.
  std::optional<Commit> read(const ObjectId& id) {
    const Object object = store_.read(id, ObjectStore::kLargestTree);
    if (!object.ok() || object.type != ObjectType::commit) return std::nullopt;
    return parse_commit(object.bytes);
  }
  bool is_border(const ObjectId& id) const { return shallow_.contains(id); }

 private:
  ObjectStore& store_;
  ObjectIds shallow_;
};

}  // namespace readiness::source
