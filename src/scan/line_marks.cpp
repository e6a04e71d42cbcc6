// SPDX-License-Identifier: Apache-2.0
// Counting breaks up to the last hit is several times cheaper than a table of all lines.
#include "scan/line_marks.h"

#include <cstring>

namespace readiness::scan {
namespace {

std::uint32_t line_feeds(std::string_view bytes) {
  constexpr std::uint64_t kLow7 = 0x7F7F7F7F7F7F7F7F;
  constexpr std::uint64_t kLineFeeds = 0x0A0A0A0A0A0A0A0A;
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::uint32_t count = 0;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    word ^= kLineFeeds;  // zero bytes are the line feeds
    const std::uint64_t others = ((word & kLow7) + kLow7) | word | kLow7;
    count += static_cast<std::uint32_t>((~others >> 7) * kOnes >> 56);  // popcount() is a call on old processors
  }
  for (; i < bytes.size(); ++i) count += bytes[i] == '\n' ? 1 : 0;
  return count;
}

}  // namespace

LineMarks::LineMarks(std::string_view text) : text_(text) {
  if (std::memchr(text.data(), '\r', text.size()) != nullptr) index_.emplace(text);
}

base::Mark LineMarks::at(std::uint32_t offset) {
  if (index_) return index_->at(offset);
  const std::uint32_t breaks = line_feeds(text_.substr(done_, offset - done_));
  done_ = offset;
  line_ += breaks;
  // A line may be megabytes long and full of hits: it is not walked back again for each.
  if (breaks > 0) line_begin_ = static_cast<std::uint32_t>(text_.rfind('\n', offset - 1) + 1);
  return {line_, offset - line_begin_ + 1};
}

}  // namespace readiness::scan
