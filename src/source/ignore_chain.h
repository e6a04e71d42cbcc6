// SPDX-License-Identifier: Apache-2.0
// The ignore files that speak for a folder: its own, those of the folders above it, info/exclude last.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/ignore.h"
#include "source/root_folder.h"
#include "source/source.h"

namespace readiness::source {

class IgnoreChain {
 public:
  using Level = std::uint32_t;
  static constexpr Level kNone = UINT32_MAX;

  /// Both outlive the chain. What is odd about an ignore file is appended to `notes`.
  IgnoreChain(const RootFolder& root, std::vector<Note>& notes) : root_(root), notes_(notes) {}

  void add_exclude_file(const std::string& git_folder);
  Level outermost() const { return levels_.empty() ? kNone : 0; }
  /// The level for what lies in `folder` ("" or "some/folder/"), reading its .gitignore; `above` when there
  /// is none.
  Level enter(Level above, const std::string& folder);
  /// Whether `path` (relative to the root) is ignored by itself; its folders are the walk's business.
  bool ignores(Level level, std::string_view path, bool is_folder) const;

 private:
  struct Row {
    IgnoreFile file;
    std::size_t base;  // length of the folder's path
    Level above;
  };
  Level add(const RootFolder& root, const std::string& path, std::size_t base, Level above);

  const RootFolder& root_;
  std::vector<Note>& notes_;
  std::vector<Row> levels_;
};

}  // namespace readiness::source
