// SPDX-License-Identifier: Apache-2.0
// Everything that the process is told by its surroundings, asked once: below this nobody reads clock,
// variables or terminal.
#pragma once
#include <chrono>
#include <string>

namespace readiness::app {

struct Environment {
  bool ci = false;  ///< CI=true or CI=1, as all CI systems set it
  bool stdout_is_terminal = false;
  bool stderr_is_terminal = false;
  bool no_color = false;    ///< NO_COLOR is set and not empty (no-color.org)
  int columns = 80;         ///< of the terminal, within reason
  std::string today{};      ///< ISO date, UTC
  std::chrono::steady_clock::time_point started{};
  unsigned processors = 1;  ///< that this process may use
};

Environment read_environment();

}  // namespace readiness::app
