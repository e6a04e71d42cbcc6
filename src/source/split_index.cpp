// SPDX-License-Identifier: Apache-2.0
// Replaced entries come first and without names, in the order of the bitmap; added ones follow.
#include "source/split_index.h"

#include <algorithm>

#include "source/big_endian.h"

namespace readiness::source {
namespace {

constexpr std::size_t kWordBits = 64;

base::Diagnostic broken() { return {.file = {}, .message = "the split index does not fit its shared index"}; }

}  // namespace

bool read_ewah(std::string_view bytes, std::size_t count, std::vector<std::size_t>& positions) {
  if (bytes.empty()) return true;
  if (bytes.size() < 12) return false;
  const std::size_t words = read_u32(bytes, 4);
  if (bytes.size() - 8 < words * 8) return false;
  std::size_t bit = 0;
  const auto add_run = [&](std::size_t length) {
    if (length > count) return false;
    for (std::size_t i = 0; i < length; ++i) positions.push_back(bit + i);
    return bit + length <= count + kWordBits;
  };
  for (std::size_t at = 0; at < words;) {
    // A marker: one bit value, 32 bits how many words of it, 31 bits how many plain words follow.
    const std::uint64_t marker = read_u64(bytes, 8 + 8 * at++);
    const std::size_t run = ((marker >> 1U) & 0xFFFFFFFFU) * kWordBits;
    if ((marker & 1U) != 0 && !add_run(run)) return false;
    bit += run;
    for (std::uint64_t plain = marker >> 33U; plain > 0; --plain, bit += kWordBits) {
      if (at == words) return false;
      const std::uint64_t word = read_u64(bytes, 8 + 8 * at++);
      for (std::size_t i = 0; i < kWordBits; ++i)
        if ((word >> i & 1U) != 0) positions.push_back(bit + i);
    }
  }
  return std::all_of(positions.begin(), positions.end(), [count](std::size_t p) { return p < count; });
}

base::Result<std::vector<IndexEntry>> join_split_index(Index split, std::vector<IndexEntry> shared) {
  std::vector<std::size_t> replaced;
  std::vector<std::size_t> deleted;
  if (!read_ewah(split.replaced_bits, shared.size(), replaced) ||
      !read_ewah(split.deleted_bits, shared.size(), deleted))
    return broken();
  if (replaced.size() > split.entries.size()) return broken();
  for (std::size_t i = 0; i < replaced.size(); ++i) {
    IndexEntry& entry = split.entries[i];
    if (!entry.path.empty()) return broken();
    entry.path = std::move(shared[replaced[i]].path);
    shared[replaced[i]] = std::move(entry);
  }
  for (const std::size_t position : deleted) shared[position].path.clear();
  shared.erase(
      std::remove_if(shared.begin(), shared.end(), [](const IndexEntry& e) { return e.path.empty(); }),
      shared.end());
  for (std::size_t i = replaced.size(); i < split.entries.size(); ++i)
    shared.push_back(std::move(split.entries[i]));
  std::stable_sort(shared.begin(), shared.end(), earlier_in_index);
  return shared;
}

}  // namespace readiness::source
