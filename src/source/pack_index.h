// SPDX-License-Identifier: Apache-2.0
// A pack's .idx (versions 1 and 2) asked with small reads: names are hashes, so where one stands can be
// guessed to within a few hundred, and neither memory nor time goes into the rest of the file.
// gitformat-pack(5).
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/descriptor.h"
#include "source/object_id.h"

namespace readiness::source {

/// Safe to share between threads: it is only read from.
class PackIndex {
 public:
  /// Takes an open .idx file and looks at its shape; empty with a `problem` when it cannot be one.
  static std::optional<PackIndex> open(Descriptor file, std::size_t id_size, const char*& problem);
  /// Where the pack has the object. What the file says; the caller holds it against the pack's size.
  std::optional<std::uint64_t> offset_of(const ObjectId& id) const;
  /// At most two objects whose names begin with `hex`.
  std::vector<ObjectId> beginning_with(std::string_view hex) const;
  std::uint32_t count() const { return fanout_[255]; }
  std::size_t id_size() const { return id_size_; }

 private:
  PackIndex() = default;
  const char* read_shape();
  bool read_at(std::uint64_t offset, char* to, std::size_t size) const;
  std::uint64_t name_at(std::uint64_t position) const { return names_ + position * stride_; }
  /// The first position in [low, high) whose name is not before `wanted`.
  std::uint64_t lower_bound(std::uint64_t low, std::uint64_t high, const ObjectId& wanted) const;
  ObjectId id_at(std::uint64_t position) const;

  Descriptor file_;
  std::uint64_t size_ = 0;
  std::size_t id_size_ = 0;
  bool is_first_version_ = false;
  std::uint64_t names_ = 0;    // file offset of the first name
  std::uint64_t stride_ = 0;   // from one name to the next
  std::uint64_t offsets_ = 0;  // version 2: file offset of the table of offsets
  std::array<std::uint32_t, 256> fanout_{};
};

}  // namespace readiness::source
