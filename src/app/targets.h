// SPDX-License-Identifier: Apache-2.0
// "F" or "F=FILE": what to write, and where.
#pragma once
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace readiness::app {

struct Target {
  std::size_t format = 0;  ///< index into the names
  std::string file{};      ///< empty: standard output
};

/// `wanted` as typed, each once a file; without any, the first name. Mistakes are appended to `problems`.
std::vector<Target> parse_targets(std::vector<std::string> wanted, const std::vector<std::string>& names,
                                  std::vector<base::Diagnostic>& problems);

/// The index of `word` in `words`, or a problem with `option` and the size of `words`.
std::size_t find_word(const std::string& option, const std::string& word,
                      const std::vector<std::string>& words, std::vector<base::Diagnostic>& problems);

}  // namespace readiness::app
