// SPDX-License-Identifier: Apache-2.0
// What a line says about its own state, by icon ("✅"), word ("– DONE", "Not Started") or number ("30 % → 70
// %"), and what is left of the line without that.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace readiness::roadmap {

enum class State : std::uint8_t { none, open, partial, done };
/// "none", "open", "partial", "done".
std::string_view name_of(State state);

struct Stated {
  State state = State::none;
  std::optional<int> current{}, target{};  ///< per cent
  std::string subject{};                   ///< the line without icons, numbers in front, and state
};

/// A list item's or a heading's words: the state stands in front as an icon, or at the end.
Stated read_statement(std::string_view text);

/// What stands behind "Status:", or in a table's column of that name: the state may be any word in front.
Stated read_value(std::string_view text);

/// The state that a heading or a label gives to the list below it, when it says nothing else: "Completed",
/// "In Progress", "What's Pending".
State group_state(std::string_view text);

/// "70", "70 %", "70%+", "3 of 4 (75 %)", "85/100"; nothing when there is no such number.
std::optional<int> read_percent(std::string_view text);

}  // namespace readiness::roadmap
