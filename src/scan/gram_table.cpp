// SPDX-License-Identifier: Apache-2.0
// A counting sort by hash; the order of entries inside a bucket is that in which they came.
#include "scan/gram_table.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>

namespace readiness::scan {
namespace {

// As many buckets as grams up to what the second-level cache holds beside the bitmap.
constexpr unsigned kFewestBucketBits = 6;
constexpr unsigned kMostBucketBits = 15;

}  // namespace

GramTable::GramTable(const std::vector<GramEntry>& entries) : bitmap_(entries.size()) {
  const auto bits = static_cast<unsigned>(std::bit_width(entries.size()));
  bucket_shift_ = 32 - std::clamp(bits, kFewestBucketBits, kMostBucketBits);
  own_begin_.assign((std::size_t{1} << (32 - bucket_shift_)) + 1, 0);
  for (const GramEntry& entry : entries) {
    bitmap_.insert(entry.gram);
    ++own_begin_[(hash_of(entry.gram) >> bucket_shift_) + 1];
  }
  for (std::size_t i = 1; i < own_begin_.size(); ++i) own_begin_[i] += own_begin_[i - 1];
  std::vector<std::uint32_t> next = own_begin_;
  own_entries_.resize(entries.size());
  for (const GramEntry& entry : entries) own_entries_[next[hash_of(entry.gram) >> bucket_shift_]++] = entry;
  bucket_begin_ = own_begin_;
  entries_ = own_entries_;
}

GramTable::GramTable(const GramTable& all, const std::vector<bool>& is_wanted)
    : GramTable([&] {
        std::vector<GramEntry> entries;
        std::copy_if(all.entries_.begin(), all.entries_.end(), std::back_inserter(entries),
                     [&](const GramEntry& entry) { return is_wanted[entry.run]; });
        return entries;
      }()) {}

// The sizes of the three arrays, then the arrays.
std::string GramTable::pack() const {
  std::string bytes;
  const auto add = [&bytes](const auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  const std::span<const std::uint32_t> words = bitmap_.words();
  for (const std::size_t size : {words.size(), bucket_begin_.size(), entries_.size()})
    add(static_cast<std::uint32_t>(size));
  for (const std::uint32_t word : words) add(word);
  for (const std::uint32_t begin : bucket_begin_) add(begin);
  for (const GramEntry& entry : entries_) {
    for (const Gram gram : {entry.gram, entry.check_mask, entry.check_value}) add(gram);
    for (const std::int8_t at : {entry.check_at, entry.gram_at, std::int8_t{0}, std::int8_t{0}}) add(at);
    add(entry.run);
  }
  return bytes;
}

std::optional<GramTable> GramTable::borrow(std::string_view bytes) {
  static_assert(sizeof(GramEntry) == 20 && alignof(GramEntry) == alignof(std::uint32_t) &&
                offsetof(GramEntry, check_at) == 12 && offsetof(GramEntry, gram_at) == 13 &&
                offsetof(GramEntry, run) == 16);
  std::array<std::uint32_t, 3> sizes{};
  if (bytes.size() < sizeof sizes || reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(GramEntry) != 0)
    return std::nullopt;
  std::memcpy(sizes.data(), bytes.data(), sizeof sizes);
  const auto [words, begins, entries] = sizes;
  const std::uint64_t wanted = sizeof sizes + sizeof(std::uint32_t) * (std::uint64_t{words} + begins) +
                               sizeof(GramEntry) * std::uint64_t{entries};
  if (bytes.size() != wanted || words < 2 || !std::has_single_bit(words) || begins < 3 ||
      !std::has_single_bit(begins - 1))
    return std::nullopt;
  const char* at = bytes.data() + sizeof sizes;
  GramTable table;
  table.bitmap_ = GramBitmap(std::span(reinterpret_cast<const std::uint32_t*>(at), words));
  at += sizeof(std::uint32_t) * words;
  table.bucket_begin_ = std::span(reinterpret_cast<const std::uint32_t*>(at), begins);
  at += sizeof(std::uint32_t) * begins;
  table.entries_ = std::span(reinterpret_cast<const GramEntry*>(at), entries);
  table.bucket_shift_ = static_cast<unsigned>(32 - std::countr_zero(begins - 1));
  if (table.bucket_begin_.front() != 0 || table.bucket_begin_.back() != entries) return std::nullopt;
  return table;
}

}  // namespace readiness::scan
