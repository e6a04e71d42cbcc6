// SPDX-License-Identifier: Apache-2.0
// How the matches of a regex begin: enough to pass over offsets at which none can.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "scan/regex_ast.h"

namespace readiness::scan {

struct Beginning {
  ByteSet first{};       ///< of a match
  bool at_line = false;  ///< at the beginning of the text or behind a line feed
  bool at_word = false;  ///< at the beginning of the text or behind a byte that is no ASCII word character

  /// The first offset from `from` to `last` at which a match may begin; last + 1 when there is none.
  std::uint32_t next(std::string_view text, std::uint32_t from, std::uint32_t last) const;
  /// So few offsets may begin a match that PCRE2 does better to see them one by one than what lies between them.
  bool is_rare() const;
};

/// What bytes can come first in a match of `nodes`, one after the other; nothing when a match may be empty.
std::optional<ByteSet> first_bytes(std::span<const Node> nodes, const ByteClasses& classes);
/// Of a regex whose matches are never empty.
Beginning beginning_of(const Node& root, const ByteClasses& classes);

}  // namespace readiness::scan
