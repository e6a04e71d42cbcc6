// SPDX-License-Identifier: Apache-2.0
// Lines and columns for ascending offsets: counts only as far as it is asked, eight bytes at a time.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/line_index.h"

namespace readiness::scan {

/// Says the same as base::LineIndex, which builds its table for a whole text first. Borrows the text.
class LineMarks {
 public:
  explicit LineMarks(std::string_view text);
  /// `offset` must not be smaller than the last one.
  base::Mark at(std::uint32_t offset);

 private:
  std::string_view text_;
  std::optional<base::LineIndex> index_{};  ///< for texts with \r, where two bytes may be one break
  std::uint32_t done_ = 0;                  ///< breaks before this offset are counted
  std::uint32_t line_ = 1;
  std::uint32_t line_begin_ = 0;
};

}  // namespace readiness::scan
