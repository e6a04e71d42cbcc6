// SPDX-License-Identifier: Apache-2.0
// The name of a git object: 20 bytes, or 32 in SHA-256 repositories.
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace readiness::source {

struct ObjectId {
  static constexpr std::size_t kSha1 = 20;
  static constexpr std::size_t kSha256 = 32;

  std::array<unsigned char, kSha256> bytes{};  // zero behind `size`
  std::uint8_t size = kSha1;

  /// `raw` has `kSha1` or `kSha256` bytes.
  static ObjectId from_raw(std::string_view raw);
  static std::optional<ObjectId> from_hex(std::string_view hex);
  std::string hex() const;
  std::string_view raw() const { return {reinterpret_cast<const char*>(bytes.data()), size}; }
  auto operator<=>(const ObjectId&) const = default;
};

/// Object names are hashes already.
struct ObjectIdHash {
  std::size_t operator()(const ObjectId& id) const {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};

}  // namespace readiness::source
