// SPDX-License-Identifier: Apache-2.0
// Where a repository is: its top folder, its git folders, and what part of it the user named. Nothing that
// the repository says about itself (core.worktree, GIT_DIR) moves the root away from the folder that was
// named.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "source/config_file.h"
#include "source/root_folder.h"
#include "source/source.h"

namespace readiness::source {

struct Repository {
  std::string named;       ///< absolute folder that the user named: what is audited
  std::string top;         ///< the folder that holds .git, or the repository itself when it is bare
  std::string prefix{};    ///< `named` below `top`: "" or "some/folder/"
  std::string git_path{};  ///< holds HEAD and the index; of a linked work tree its own
  std::string
      common_path{};  ///< holds objects, refs, config; the same as `git_path` in an ordinary repository
  bool is_bare = false;
  ConfigFile config{};
  std::vector<Note> notes{};

  std::size_t id_size() const;
  bool has_reftable() const;  ///< its references are out of our reach
  bool is_partial_clone() const;
};

/// Finds the repository that holds `path`, going upwards like git. A bare repository is taken only when no
/// work tree holds it, so that tracked files that look like one hide nothing.
base::Result<Repository> find_repository(const std::string& path);

/// `path` as an absolute path without links, or why it is not a folder.
base::Result<std::string> absolute_folder(const std::string& path);

}  // namespace readiness::source
