// SPDX-License-Identifier: Apache-2.0
// Copy and insert; every piece is held against both ends before a byte moves.
#include "source/delta.h"

#include <cstring>

namespace readiness::source {
namespace {

constexpr std::size_t kDefaultCopy = 0x10000;

// Seven bits a byte, the least significant first.
std::optional<std::uint64_t> number(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 63; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  return std::nullopt;
}

struct Copy {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// Bits 0 to 3 of the command say which bytes of the offset follow, bits 4 to 6 which of the length.
std::optional<Copy> read_copy(unsigned command, std::string_view delta, std::size_t& at) {
  Copy copy;
  for (unsigned i = 0; i < 7; ++i) {
    if ((command >> i & 1U) == 0) continue;
    if (at == delta.size()) return std::nullopt;
    const std::size_t byte = static_cast<unsigned char>(delta[at++]);
    if (i < 4)
      copy.offset |= byte << (8 * i);
    else
      copy.length |= byte << (8 * (i - 4));
  }
  if (copy.length == 0) copy.length = kDefaultCopy;
  return copy;
}

}  // namespace

std::optional<DeltaSizes> delta_sizes(std::string_view delta) {
  DeltaSizes sizes;
  const std::optional<std::uint64_t> base = number(delta, sizes.length);
  const std::optional<std::uint64_t> result = number(delta, sizes.length);
  if (!base || !result) return std::nullopt;
  sizes.base = *base;
  sizes.result = *result;
  return sizes;
}

bool apply_delta(std::string_view base, std::string_view delta, char* to) {
  const std::optional<DeltaSizes> sizes = delta_sizes(delta);
  if (!sizes || sizes->base != base.size()) return false;
  std::size_t room = sizes->result;
  for (std::size_t at = sizes->length; at < delta.size();) {
    const unsigned command = static_cast<unsigned char>(delta[at++]);
    std::string_view piece;
    if ((command & 0x80U) != 0) {
      const std::optional<Copy> copy = read_copy(command, delta, at);
      if (!copy || copy->offset > base.size() || copy->length > base.size() - copy->offset) return false;
      piece = base.substr(copy->offset, copy->length);
    } else {
      if (command == 0 || command > delta.size() - at) return false;
      piece = delta.substr(at, command);
      at += command;
    }
    if (piece.size() > room) return false;
    std::memcpy(to, piece.data(), piece.size());
    to += piece.size();
    room -= piece.size();
  }
  return room == 0;
}

}  // namespace readiness::source
