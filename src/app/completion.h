// SPDX-License-Identifier: Apache-2.0
// Scripts by which shells complete our command line, made from the command line itself, so they cannot go
// stale.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::app {

struct OptionWords {
  std::vector<std::string> names{};  ///< "--jobs", "-j"
  std::string about{};
  std::string value{};                 ///< what its value is called in the help; empty for a flag
  std::vector<std::string> choices{};  ///< what the value may be, when that is a list
};

struct CommandWords {
  std::string name{};  ///< "audit", "rules show"; empty for the program itself
  std::string about{};
  std::vector<OptionWords> options{};
  std::vector<std::string> arguments{};  ///< choices for arguments in place of files
};

/// "bash", "zsh", "fish".
const std::vector<std::string>& shells();
/// `commands`: each behind the one it belongs to; the program itself first.
std::string completion_script(std::string_view shell, const std::vector<CommandWords>& commands);

}  // namespace readiness::app
