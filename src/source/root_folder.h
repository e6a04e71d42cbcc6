// SPDX-License-Identifier: Apache-2.0
// An open folder below which everything is opened: no symbolic link and no ".." can lead out of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "source/descriptor.h"

namespace readiness::source {

/// May be shared between threads; opening does not change it.
class RootFolder {
 public:
  /// Opens the folder at `path`, following links in `path` itself: the user named it. Empty on failure, errno
  /// says why.
  static std::optional<RootFolder> open(const std::string& path);
  /// Opens `path` (relative, '/'-separated, "" is the folder itself) for reading, without following any link,
  /// without waiting for a FIFO. Paths may be longer than PATH_MAX. On failure the descriptor is empty and
  /// errno says why; ELOOP or ENOTDIR where a link or a file stands in the way, EINVAL where the path itself
  /// is not acceptable.
  Descriptor open_file(const std::string& path) const;
  Descriptor open_folder(const std::string& path) const;
  /// What the symbolic link at `path` says; nothing when it is none, cannot be read or says more than PATH_MAX.
  std::optional<std::string> read_link(const std::string& path) const;
  /// The sorted names in a folder, for the few folders of git's own that we list; empty when it cannot be
  /// read.
  std::vector<std::string> names_in(const std::string& path) const;

 private:
  explicit RootFolder(Descriptor fd);
  Descriptor open_at(const std::string& path, int flags) const;
  Descriptor open_in_steps(const std::string& path, int flags) const;

  Descriptor fd_;
  bool kernel_confines_ =
      false;  // openat2 works here: not on kernels before 5.6, nor under some seccomp filters
};

}  // namespace readiness::source
