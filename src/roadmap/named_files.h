// SPDX-License-Identifier: Apache-2.0
// Paths in the words of a roadmap: what is one, and whether the repository has it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "roadmap/claims.h"
#include "roadmap/wording.h"

namespace readiness::roadmap {

/// True for "src/a.ts", "docs/", "tests/**/*.py", "config.py", ".env.example"; not for a route ("/health"),
/// an address, a call or "console.log".
bool looks_like_path(std::string_view text);

/// The paths that a line names: its code spans, or, `bare`, its first word.
std::vector<std::string> paths_in(const Wording& wording, bool bare);

/// What a line says is to happen with the files it names: "(new)", "Update …".
FileAction action_in(std::string_view text, FileAction otherwise);

/// The tree's paths, asked for by what people write.
class TreePaths {
 public:
  explicit TreePaths(std::vector<std::string> paths);
  /// A path of the tree that `written` means: itself, below a folder, matched by its glob, or ending in it.
  std::optional<std::string> find(std::string_view written) const;

 private:
  std::optional<std::string> below(const std::string& folder) const;
  std::optional<std::string> by_end(std::string_view written) const;
  std::vector<std::string> paths_;                                          ///< sorted
  std::unordered_map<std::string, std::vector<std::size_t>> by_last_name_;  ///< indices into paths_
};

}  // namespace readiness::roadmap
