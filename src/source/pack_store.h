// SPDX-License-Identifier: Apache-2.0
// Objects in packs, through libgit2: this is its door. Only packs whose index passed the check are shown to
// it, it is given no repository, no configuration, no loose objects and no alternates, and it is started when
// a pack is needed.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/object.h"
#include "source/object_id.h"
#include "source/regular_file.h"

namespace readiness::source {

/// The packs of one `objects/pack` folder that may be read.
struct PackList {
  std::vector<std::string> indexes{};   ///< absolute paths of .idx files
  std::vector<std::string> problems{};  ///< packs that are not used, and why
};
PackList list_packs(const std::string& objects_path);

/// For one thread.
class PackStore {
 public:
  explicit PackStore(const PackList& packs);
  ~PackStore();
  PackStore(const PackStore&) = delete;
  Object read(const ObjectId& id, std::uint64_t max_bytes, PaddedBuffer& buffer);
  bool has(const ObjectId& id);
  /// The object whose name begins with `hex` (4 to 40 digits); two of no meaning when there are several.
  std::vector<ObjectId> beginning_with(std::string_view hex);

 private:
  struct Guest;
  std::unique_ptr<Guest> guest_;  // empty when there is no pack, or the library would not start
};

}  // namespace readiness::source
