// SPDX-License-Identifier: Apache-2.0
// gitformat-pack(5), "pack-*.idx files", versions 1 and 2, 20-byte names.
#include "source/pack_index_check.h"

#include <cstddef>

#include "source/big_endian.h"

namespace readiness::source {
namespace {

constexpr std::size_t kId = 20;
constexpr std::size_t kFanout = 256 * 4;
constexpr std::size_t kTrailer = 2 * kId;
constexpr std::uint64_t kPackHeader = 12;
constexpr std::uint32_t kLarge = 0x80000000U;

// An object has a byte at least, and a trailing checksum stands behind the last.
bool fits(std::uint64_t offset, std::uint64_t pack_size) {
  return offset >= kPackHeader && pack_size > kPackHeader + kId && offset < pack_size - kId;
}

bool grows(std::string_view fanout) {
  for (std::size_t i = 4; i < kFanout; i += 4)
    if (read_u32(fanout, i) < read_u32(fanout, i - 4)) return false;
  return true;
}

const char* version_1(std::string_view index, std::uint64_t pack_size) {
  if (index.size() < kFanout + kTrailer || !grows(index)) return "damaged table of names";
  const std::size_t count = read_u32(index, kFanout - 4);
  if (index.size() != kFanout + count * (4 + kId) + kTrailer)
    return "its size does not fit its number of objects";
  for (std::size_t i = 0; i < count; ++i)
    if (!fits(read_u32(index, kFanout + i * (4 + kId)), pack_size))
      return "an offset beyond the end of the pack";
  return nullptr;
}

const char* version_2(std::string_view index, std::uint64_t pack_size) {
  index.remove_prefix(8);
  if (index.size() < kFanout + kTrailer || !grows(index)) return "damaged table of names";
  const std::size_t count = read_u32(index, kFanout - 4);
  const std::size_t offsets = kFanout + count * (kId + 4);
  const std::size_t large = offsets + count * 4;
  if (index.size() < large + kTrailer || (index.size() - large - kTrailer) % 8 != 0)
    return "its size does not fit its number of objects";
  const std::size_t large_count = (index.size() - large - kTrailer) / 8;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t offset = read_u32(index, offsets + i * 4);
    if ((offset & kLarge) != 0) {
      const std::size_t row = offset & ~std::uint64_t{kLarge};
      if (row >= large_count) return "an offset beyond its own table";
      offset = read_u64(index, large + row * 8);
    }
    if (!fits(offset, pack_size)) return "an offset beyond the end of the pack";
  }
  return nullptr;
}

}  // namespace

const char* pack_index_problem(std::string_view index, std::uint64_t pack_size) {
  if (index.size() < 8) return "too short";
  if (!index.starts_with("\xFFtOc")) return version_1(index, pack_size);
  if (read_u32(index, 4) != 2) return "unknown version";
  return version_2(index, pack_size);
}

}  // namespace readiness::source
