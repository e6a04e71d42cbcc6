// SPDX-License-Identifier: Apache-2.0
// Objects in packs; gitformat-pack(5). Chains of deltas are followed by a loop, every size is a claim that is
// checked before memory is taken for it, and nothing is mapped, so that a pack that is cut while we read is
// an error, not a signal. Names of packed objects are not recomputed.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/delta_bases.h"
#include "source/inflater.h"
#include "source/object.h"
#include "source/object_id.h"
#include "source/pack_index.h"
#include "source/regular_file.h"

namespace readiness::source {

/// One pack, open. Safe to share between threads.
struct Pack {
  std::string name{};
  Descriptor data{};
  std::uint64_t end = 0;  ///< where its objects end and its checksum begins
  PackIndex index;
};

/// The packs of one `objects/pack` folder.
struct PackList {
  std::vector<Pack> packs{};
  std::vector<std::string> problems{};  ///< packs that are not used, and why
};
PackList open_packs(const RootFolder& objects, std::size_t id_size);

/// For one thread. The list outlives it.
class PackStore {
 public:
  explicit PackStore(const PackList& list) : list_(&list) {}
  Object read(const ObjectId& id, std::uint64_t max_bytes, PaddedBuffer& buffer);
  bool has(const ObjectId& id) { return find(id).has_value(); }
  std::vector<ObjectId> beginning_with(std::string_view hex) const;

 private:
  struct Place {
    std::size_t pack = 0;
    std::uint64_t offset = 0;
  };
  /// What stands before the packed bytes of an object.
  struct Header {
    unsigned type = 0;
    std::uint64_t size = 0;
    std::uint64_t data = 0;  // where the packed bytes begin
    std::uint64_t base = 0;  // of a delta: where its base is
  };
  struct Chain;

  std::optional<Place> find(const ObjectId& id);
  std::string_view window(std::size_t pack, std::uint64_t offset, std::size_t wanted);
  const char* read_header(Place at, Header& header);
  const char* read_base_place(Place at, Header& header);
  const char* follow(Place at, Chain& chain);
  const char* unpack(std::size_t pack, std::uint64_t data, std::size_t size, PaddedBuffer& to);
  const char* resolve(Place at, const Chain& chain, std::uint64_t max_bytes, PaddedBuffer& buffer,
                      std::size_t& size);

  const PackList* list_;
  std::size_t last_pack_ = 0;  // objects that are asked for together lie together
  Inflater inflater_;
  DeltaBases bases_;
  PaddedBuffer base_;
  PaddedBuffer delta_;
  std::string window_;
  std::size_t window_pack_ = 0;
  std::uint64_t window_at_ = 0;
};

}  // namespace readiness::source
