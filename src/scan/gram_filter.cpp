// SPDX-License-Identifier: Apache-2.0
// The loop over every byte of every repository: see bench/scan_bench.cpp before and after touching it.
#include "scan/gram_filter.h"

#include <array>
#include <cstring>
#include <utility>

namespace readiness::scan {
void GramFilter::add(PatternId pattern, const std::vector<LiteralRun>& runs) {
  for (const LiteralRun& run : runs) {
    runs_.push_back({.pattern = pattern,
                     .lo = run.lo,
                     .hi = run.hi,
                     .windows = run.windows,
                     .first_element = static_cast<std::uint32_t>(elements_.size()),
                     .size = static_cast<std::uint32_t>(run.classes.size())});
    elements_ += run.classes;
  }
}

void GramFilter::build(ByteClasses classes) {
  classes_ = std::move(classes);
  std::vector<Entry> entries;
  for (std::uint32_t run = 0; run < runs_.size(); ++run) {
    add_entries(run, 0, entries);
    add_entries(run, 1, entries);
  }
  index(entries);
}

// All grams that a window of a run can be; where it sticks out it takes any byte.
void GramFilter::add_entries(std::uint32_t number, std::uint32_t window, std::vector<Entry>& entries) const {
  const Run& run = runs_[number];
  std::vector<Gram> grams{0};
  for (std::uint32_t i = 0; i < kGramBytes; ++i) {
    std::vector<Gram> longer;
    const auto extend = [&](unsigned byte) {
      for (const Gram gram : grams) longer.push_back(gram | byte << 8 * i);
    };
    const std::uint32_t element =
        static_cast<std::uint32_t>(run.windows[window]) + i;  // -1 is beyond every run
    if (element < run.size) {
      for (const unsigned byte : classes_.folded(elements_[run.first_element + element])) extend(byte);
    } else {
      for (unsigned byte = 0; byte < 256; ++byte) {
        if ((byte & 0x20) != 0) extend(byte);
      }
    }
    grams = std::move(longer);
  }
  for (const Gram gram : grams) entries.push_back({gram, 2 * number + window});
}

void GramFilter::index(const std::vector<Entry>& entries) {
  bitmap_.clear();
  bucket_begin_.assign((std::size_t{1} << kBucketBits) + 1, 0);
  for (const Entry& entry : entries) {
    bitmap_.insert(entry.gram);
    ++bucket_begin_[(hash_of(entry.gram) >> (32 - kBucketBits)) + 1];
  }
  for (std::size_t i = 1; i < bucket_begin_.size(); ++i) bucket_begin_[i] += bucket_begin_[i - 1];
  std::vector<std::uint32_t> next = bucket_begin_;
  entries_.resize(entries.size());
  for (const Entry& entry : entries) entries_[next[hash_of(entry.gram) >> (32 - kBucketBits)]++] = entry;
}

void GramFilter::scan(std::string_view text, std::vector<Candidate>& found) const {
  if (empty()) return;
  std::array<std::uint32_t, GramBitmap::kChunk / 2> offsets;
  for (std::size_t begin = 0; begin < text.size(); begin += GramBitmap::kChunk) {
    const std::size_t count = bitmap_.find(text.data(), begin, text.size(), offsets.data());
    for (std::size_t i = 0; i < count; ++i) look_up(text, offsets[i], found);
  }
}

void GramFilter::look_up(std::string_view text, std::size_t at, std::vector<Candidate>& found) const {
  Gram gram = 0;
  std::memcpy(&gram, text.data() + at, sizeof gram);
  gram |= kFoldMask;
  const std::uint32_t bucket = hash_of(gram) >> (32 - kBucketBits);
  const Entry* const end = entries_.data() + bucket_begin_[bucket + 1];
  for (const Entry* entry = entries_.data() + bucket_begin_[bucket]; entry != end; ++entry) {
    if (entry->gram == gram) try_run(text, at, entry->run_and_window, found);
  }
}

void GramFilter::try_run(std::string_view text, std::size_t gram_at, std::uint32_t run_and_window,
                         std::vector<Candidate>& found) const {
  const Run& run = runs_[run_and_window / 2];
  const auto begin = static_cast<std::int64_t>(gram_at) - run.windows[run_and_window % 2];
  if (begin < run.lo || begin + run.size > static_cast<std::int64_t>(text.size())) return;
  const char16_t* element = elements_.data() + run.first_element;
  const char* at = text.data() + begin;
  for (std::size_t i = 0; i < run.size; ++i) {
    if (!classes_.contains(element[i], static_cast<unsigned char>(at[i]))) return;
  }
  found.push_back({run.pattern, static_cast<std::uint32_t>(begin), run_and_window / 2});
}

}  // namespace readiness::scan
