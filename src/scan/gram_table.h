// SPDX-License-Identifier: Apache-2.0
// Grams that are looked for at every second offset of a text, and what each of them announces. It knows no
// patterns and compares no runs.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scan/gram_bitmap.h"

namespace readiness::scan {

/// A gram of a run, with four more of its bytes that are compared before the run itself is touched.
struct GramEntry {
  Gram gram;
  Gram check_mask;
  Gram check_value;      ///< folded
  std::int8_t check_at;  ///< relative to the gram
  std::int8_t gram_at;   ///< in the run
  std::uint32_t run;
};

/// As large as its grams need, so that few grams stay in the first-level cache. Immutable once made.
class GramTable {
 public:
  GramTable() = default;
  explicit GramTable(const std::vector<GramEntry>& entries);
  /// What of `all` belongs to runs that `is_wanted` (by number) says yes to.
  GramTable(const GramTable& all, const std::vector<bool>& is_wanted);
  GramTable(GramTable&&) noexcept = default;
  GramTable& operator=(GramTable&&) noexcept = default;
  /// The table as bytes, for machines of this byte order.
  std::string pack() const;
  /// A table in the bytes that pack() made, which must outlive it and begin at an address that four divides;
  /// nothing when they are anything else.
  static std::optional<GramTable> borrow(std::string_view bytes);

  /// Calls `on_entry(entry, offset)` for every gram that stands at an even offset with its check. Offsets may
  /// go a little over the end; reads up to 64 bytes behind it.
  template <typename OnEntry>
  void scan(std::string_view text, OnEntry on_entry) const {
    if (entries_.empty()) return;
    std::array<std::uint32_t, GramBitmap::kChunk / 2> offsets;
    for (std::size_t begin = 0; begin < text.size(); begin += GramBitmap::kChunk) {
      const std::size_t count = bitmap_.find(text.data(), begin, text.size(), offsets.data());
      for (std::size_t i = 0; i < count; ++i) look_up(text.data(), offsets[i], on_entry);
    }
  }

 private:
  template <typename OnEntry>
  void look_up(const char* text, std::size_t at, OnEntry& on_entry) const {
    const Gram gram = folded_gram(text + at);
    const std::uint32_t bucket = hash_of(gram) >> bucket_shift_;
    const GramEntry* const end = entries_.data() + bucket_begin_[bucket + 1];
    for (const GramEntry* entry = entries_.data() + bucket_begin_[bucket]; entry != end; ++entry) {
      if (entry->gram != gram) continue;
      const std::int64_t check = static_cast<std::int64_t>(at) + entry->check_at;
      if (check < 0 || (folded_gram(text + check) & entry->check_mask) != entry->check_value) continue;
      on_entry(*entry, at);
    }
  }

  GramBitmap bitmap_{};
  unsigned bucket_shift_ = 31;
  std::vector<std::uint32_t> own_begin_{};
  std::vector<GramEntry> own_entries_{};
  // What is ours, or borrowed.
  std::span<const std::uint32_t> bucket_begin_{};
  std::span<const GramEntry> entries_{};
};

}  // namespace readiness::scan
