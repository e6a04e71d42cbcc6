// SPDX-License-Identifier: Apache-2.0
// What an audited tree changed since an older commit, asked a file at a time: only files with something to
// say about are ever compared.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "source/line_diff.h"
#include "source/source.h"

namespace readiness::source {

/// How a file differs from what it was.
struct FileChange {
  enum class Kind : std::uint8_t { same, altered, renamed, added, unreadable };
  Kind kind = Kind::same;
  std::string old_path{};          ///< where it was; empty when it was nowhere
  std::vector<LineRange> lines{};  ///< added or altered, in the new file; not filled in for `added`
  /// Line 0 is the file as a whole. What cannot be compared counts as changed.
  bool has(std::uint32_t line) const;
};

/// Not for use by several threads.
class Changes {
 public:
  Changes(const Changes&) = delete;
  virtual ~Changes() = default;
  /// `path` is one of the audited tree's. Moved files are recognised by their contents (half of the lines).
  virtual FileChange of(const std::string& path) = 0;
  /// The full object name of the commit that it is held against; empty before the first one.
  virtual const std::string& base() const = 0;

 protected:
  Changes() = default;
};

/// Either of the two, or neither (an error) when nothing like that can be asked here.
struct ChangesOrNote {
  std::unique_ptr<Changes> changes{};
  std::optional<Note> missing{};  ///< a fault: the clone does not hold what is needed, and what would help
};

/// Since the best common ancestor of `revision` and the commit that `tree` belongs to. `tree` outlives it and
/// was opened below the same root. An unknown revision in a complete clone is an error.
base::Result<ChangesOrNote> changes_since(const Source& tree, const std::string& revision);

/// Since the commit that `tree` belongs to itself: what the index or the work tree adds to it.
base::Result<ChangesOrNote> uncommitted_changes(const Source& tree);

/// A fault when `revision` cannot be read because the clone at `root` is shallow; nothing in a complete
/// clone.
std::optional<Note> why_not_here(const std::string& root, const std::string& revision);

/// git's name for a blob of these bytes in hex; SHA-1 only.
std::string blob_name(std::string_view bytes);

}  // namespace readiness::source
