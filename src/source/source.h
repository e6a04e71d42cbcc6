// SPDX-License-Identifier: Apache-2.0
// Where bytes come from: one interface over the work tree, the staged index, a revision, a plain folder.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "base/result.h"

namespace readiness::source {

enum class EntryKind : std::uint8_t { file, executable, symlink, submodule, special };

/// One path of the audited tree. Paths are the raw bytes git or the file system gave, '/'-separated,
/// relative.
struct Entry {
  std::string path;
  EntryKind kind = EntryKind::file;
  bool tracked = true;
  std::string blob{};  ///< object name in hex where the source knows it without reading, else empty
};

enum class LoadStatus : std::uint8_t { ok, too_large, vanished, unreadable, not_regular, corrupt, missing };

/// What a load gave. `bytes` is valid until the next load on the same Reader and is followed by at least 64
/// readable bytes of padding (the scanner reads words). `size` is the file's size when known.
struct Load {
  LoadStatus status = LoadStatus::ok;
  std::string_view bytes{};
  std::uint64_t size = 0;
  std::string detail{};  ///< for people, when status is not ok; never holds bytes of the file
};

inline constexpr std::size_t kLongestLink = 4096;  ///< bytes, PATH_MAX

/// Reads blobs; one a thread.
class Reader {
 public:
  virtual ~Reader() = default;
  /// Loads entry `index` of the source it came from, unless it is larger than `max_bytes`.
  virtual Load load(std::size_t index, std::uint64_t max_bytes) = 0;
  /// What the symbolic link at entry `index` says, unresolved; nothing for other entries or when it cannot be
  /// read.
  virtual std::optional<std::string> link_text(std::size_t index) = 0;
};

/// Something that the audit must say about its own reading: a fault makes the audit incomplete (exit 3).
struct Note {
  bool fault = false;
  std::string reason;  ///< a short stable word: "shallow", "partial-clone", "index", "ignore-file", …
  std::string text;
};

/// What is audited: its commit where there is one.
struct Identity {
  std::string commit{};          ///< full hex object name, or empty (unborn, no git)
  std::string branch{};          ///< short name, or empty
  std::int64_t commit_time = 0;  ///< seconds since 1970-01-01 UTC, of the committer
  std::string root{};            ///< absolute path that the user named
  std::string mode{};            ///< "work tree", "staged", "revision", "folder"
};

class Source {
 public:
  virtual ~Source() = default;
  /// Sorted by path (byte order), each path once.
  virtual const std::vector<Entry>& entries() const = 0;
  virtual std::unique_ptr<Reader> make_reader() const = 0;
  virtual const std::vector<Note>& notes() const = 0;
  virtual const Identity& identity() const = 0;
};

/// What to look at.
struct Selection {
  std::string path = ".";  ///< as typed
  bool staged = false;     ///< the index instead of the work tree
  bool no_git = false;     ///< a plain folder, with its .gitignore files
  std::string revision{};  ///< any revision expression; empty = none
};

/// Opens what was selected. Fails (exit 2) with a message that names the way out: no repository → --no-git,
/// unknown revision, bare repository without --rev. Never runs a program, never follows the repository's own
/// configuration out of the named root.
base::Result<std::unique_ptr<Source>> open(const Selection& selection);

/// The bytes of one path of a revision of the repository at `root`, e.g. a config from a base revision.
base::Result<std::string> read_at_revision(const std::string& root, const std::string& revision,
                                           const std::string& path);

/// Facts of history for `commit:` probes. `complete` is false on shallow clones or when objects are missing.
struct History {
  bool complete = true;
  std::string why_incomplete{};
  std::int64_t last_commit_time = 0;
  std::uint64_t commits = 0;
  std::vector<std::string> ever_matched{};  ///< paths that ever existed and match `globs`, sorted
};
base::Result<History> read_history(const std::string& root, const std::string& revision,
                                   const base::GlobSet& globs);

/// A source held in memory, for tests and for the tests inside rule packs.
class MemorySource final : public Source {
 public:
  struct File {
    std::string path;
    std::string bytes;
    EntryKind kind = EntryKind::file;
  };
  explicit MemorySource(std::vector<File> files);
  ~MemorySource() override;
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override;
  const std::vector<Note>& notes() const override { return notes_; }
  const Identity& identity() const override { return identity_; }

 private:
  std::vector<File> files_;
  std::vector<Entry> entries_;
  std::vector<Note> notes_;
  Identity identity_;
};

}  // namespace readiness::source
