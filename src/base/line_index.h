// SPDX-License-Identifier: Apache-2.0
// Byte offsets to lines and columns, built lazily at the first question about a text.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace readiness::base {

/// Borrows `text`, which must outlive the index. Line breaks are \n, \r\n and a lone \r; columns count bytes from 1.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text) : text_(text) {}
  Mark at(std::uint32_t offset);
  /// The bytes of the line (from 1), without its break; empty when there is none.
  std::string_view line(std::uint32_t line);
  std::uint32_t lines();

 private:
  void build();
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace readiness::base
