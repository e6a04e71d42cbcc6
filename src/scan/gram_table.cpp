// SPDX-License-Identifier: Apache-2.0
// A counting sort by hash; the order of entries inside a bucket is that in which they came.
#include "scan/gram_table.h"

#include <algorithm>

namespace readiness::scan {
namespace {

// As many buckets as grams up to what the second-level cache holds beside the bitmap.
constexpr unsigned kFewestBucketBits = 6;
constexpr unsigned kMostBucketBits = 15;

}  // namespace

GramTable::GramTable(const std::vector<GramEntry>& entries) : bitmap_(entries.size()) {
  const auto bits = static_cast<unsigned>(std::bit_width(entries.size()));
  bucket_shift_ = 32 - std::clamp(bits, kFewestBucketBits, kMostBucketBits);
  bucket_begin_.assign((std::size_t{1} << (32 - bucket_shift_)) + 1, 0);
  for (const GramEntry& entry : entries) {
    bitmap_.insert(entry.gram);
    ++bucket_begin_[(hash_of(entry.gram) >> bucket_shift_) + 1];
  }
  for (std::size_t i = 1; i < bucket_begin_.size(); ++i) bucket_begin_[i] += bucket_begin_[i - 1];
  std::vector<std::uint32_t> next = bucket_begin_;
  entries_.resize(entries.size());
  for (const GramEntry& entry : entries) entries_[next[hash_of(entry.gram) >> bucket_shift_]++] = entry;
}

}  // namespace readiness::scan
