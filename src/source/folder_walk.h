// SPDX-License-Identifier: Apache-2.0
// Lists what lies on disk below a folder and is neither tracked nor ignored. Reads names and ignore files
// only.
#pragma once
#include <string>
#include <vector>

#include "source/source.h"

namespace readiness::source {

struct WalkRequest {
  std::string top;               ///< absolute; its ignore file is the first
  std::string prefix{};          ///< only this part of it: "" or "some/folder/"
  std::string exclude_folder{};  ///< absolute; the git folder that holds info/exclude, or empty
  bool is_repository = true;     ///< nested repositories are listed, not entered
  /// Sorted, each path once, relative to `top`, all below `prefix`; may be null. Where the disk holds
  /// something of another kind than the entry says, the walk corrects it.
  std::vector<Entry>* tracked = nullptr;
};

struct WalkResult {
  std::vector<Entry> untracked{};  ///< sorted; paths relative to `top`
  std::vector<Note> notes{};
};

WalkResult walk_folder(const WalkRequest& request);

}  // namespace readiness::source
