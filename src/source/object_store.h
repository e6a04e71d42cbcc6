// SPDX-License-Identifier: Apache-2.0
// The objects of one repository: loose ones by ourselves, packed ones through PackStore. Alternates are not
// followed: they would bring another repository's content into the report.
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/object.h"
#include "source/object_id.h"
#include "source/pack_store.h"
#include "source/repository.h"

namespace readiness::source {

/// What all threads know about a repository's objects; safe to share.
class ObjectFolder {
 public:
  explicit ObjectFolder(const Repository& repository);
  const std::optional<RootFolder>& loose() const { return loose_; }
  /// Opens the packs at the first call only.
  const PackList& packs() const;
  /// What is there now.
  PackList open_packs_again() const;
  bool has_alternates() const { return has_alternates_; }

 private:
  std::optional<RootFolder> loose_;
  std::size_t id_size_;
  bool has_alternates_ = false;
  mutable std::once_flag opened_;
  mutable PackList packs_;
};

/// For one thread. `folder` is shared with the stores of other threads.
class ObjectStore {
 public:
  /// Larger trees and commits are nobody's; git itself has trouble long before.
  static constexpr std::uint64_t kLargestTree = 64ULL * 1024 * 1024;

  explicit ObjectStore(std::shared_ptr<const ObjectFolder> folder);
  /// The bytes are valid until the next read of this store.
  Object read(const ObjectId& id, std::uint64_t max_bytes);
  bool has(const ObjectId& id);
  /// Objects whose names begin with `hex`, at least 4 digits; more than one means ambiguous.
  std::vector<ObjectId> beginning_with(std::string_view hex);
  const ObjectFolder& folder() const { return *folder_; }

 private:
  PackStore& packs();
  bool look_again();

  std::shared_ptr<const ObjectFolder> folder_;
  std::unique_ptr<PackList> newer_packs_;  // after a look again
  std::unique_ptr<PackStore> packs_;
  Inflater inflater_;
  PaddedBuffer packed_;
  PaddedBuffer buffer_;
  bool looked_again_ = false;
};

}  // namespace readiness::source
