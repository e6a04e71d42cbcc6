// SPDX-License-Identifier: Apache-2.0
// The command line: words to Options. The one door to CLI11; no option has a meaning here.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "app/exit_code.h"
#include "app/options.h"

namespace readiness::app {

/// An answer that needs no work: help, or what is wrong with the words.
struct Reply {
  ExitCode code = ExitCode::ok;
  std::string out{};
  std::string error{};
};

/// `words` without the program's name.
std::variant<Options, Reply> parse_command_line(std::vector<std::string> words);

/// The version of CLI11 that was built in.
std::string cli_library_version();

}  // namespace readiness::app
