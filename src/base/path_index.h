// SPDX-License-Identifier: Apache-2.0
// Many glob sets against one path at once: each glob is found by a literal that it cannot do without, and
// only then tried. Knows no files and no queries.
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/glob.h"
#include "base/needle_index.h"

namespace readiness::base {

using GlobSetId = std::uint32_t;
inline constexpr GlobSetId kNoGlobSet = 0xFFFFFFFF;

/// Built once, then shared by all threads. Equal sets get one id.
class PathIndex {
 public:
  PathIndex() = default;
  PathIndex(PathIndex&&) noexcept = default;
  PathIndex& operator=(PathIndex&&) noexcept = default;
  GlobSetId add(const GlobSet& set);
  std::size_t size() const { return sets_.size(); }

  class Matches;

 private:
  using TryId = std::uint32_t;
  using Tries = std::vector<TryId>;

  // Texts are never copied: globs lie where their sets keep them, those that had to be made in texts_.

  /// One positive glob of some sets, braces expanded.
  struct Try {
    std::vector<GlobSetId> sets{};
    std::string_view prefix{};  ///< of the whole path
    std::string_view suffix{};
    bool sure = false;  ///< prefix and suffix are all there is to know, once the try was found
    bool last_name_only = false;
    std::string_view glob{};  ///< asked when it is not sure
  };
  struct Set {
    GlobSet globs;
    bool has_negations = false;
  };
  struct GlobKey {
    std::string_view glob;
    bool last_name_only;
    bool operator==(const GlobKey&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const GlobKey& key) const {
      return std::hash<std::string_view>{}(key.glob) + (key.last_name_only ? 1 : 0);
    }
  };
  using Buckets = std::unordered_map<std::string_view, Tries>;
  struct FolderGlob {
    std::string_view glob;  ///< of one folder's name
    TryId id;
  };

  std::optional<GlobSetId> find_equal(const GlobSet& set, std::size_t hash) const;
  const Tries& tries_of(const std::string& glob);
  TryId try_of(std::string_view glob, bool last_name_only);
  void file_under(TryId id, std::string_view glob, bool last_name_only);
  bool file_as_folder(TryId id, std::string_view glob);
  static bool passes(const Try& candidate, std::string_view path);

  std::vector<Set> sets_;
  std::unordered_multimap<std::size_t, GlobSetId> ids_;  // by a hash of the set's texts
  std::deque<std::string> texts_;
  std::vector<Try> tries_;  // of all sets, each once
  Buckets tries_of_glob_;   // as its author wrote it
  std::unordered_map<GlobKey, TryId, KeyHash> try_ids_;  // braces expanded
  Buckets by_path_, by_name_, by_extension_;
  NeedleIndex by_needle_;
  NeedleIndex by_needle_of_name_;  // those of globs that ask nothing of the folder
  std::array<Tries, 256> by_first_byte_;  // of the last name
  Tries always_;
  // Decided by the folder alone: "docs/**" and "**/test*/**".
  Buckets folder_by_part_;
  std::vector<FolderGlob> folder_globs_;
  NeedleIndex folder_globs_by_needle_;              // owners index folder_globs_
  std::vector<std::uint32_t> folder_globs_always_;  // those without a needle
  NeedleIndex folder_by_needle_;
  Tries folder_always_;
};

/// Scratch of one thread; borrows the index. Quick when paths come in order: neighbours share their folder.
class PathIndex::Matches {
 public:
  explicit Matches(const PathIndex& index) : index_(index), stamps_(index.size(), 0), try_stamps_(index.tries_.size(), 0), in_folder_(index.size()) {}
  /// Which sets `path` belongs to; valid until the next call. Order is unspecified.
  const std::vector<GlobSetId>& of(std::string_view path);
  const std::vector<GlobSetId>& found() const { return found_; }
  /// About the path of the last call.
  bool has(GlobSetId set) const { return stamps_[set] == 2 * round_ + 1; }

 private:
  void run(const Tries& tries, std::string_view path);
  void run(const Buckets& buckets, std::string_view key, std::string_view path);
  void settle(GlobSetId set, std::string_view path);
  void leave_to(std::size_t end);
  void enter(std::string_view folder);
  const Tries& tries_of_part(std::string_view part);

  const PathIndex& index_;
  std::vector<std::uint64_t> stamps_;  // 2·round: tried in vain, 2·round+1: matches
  std::vector<GlobSetId> found_;
  std::vector<std::uint64_t> try_stamps_;  // the round in which a try was last asked
  std::uint64_t round_ = 0;
  Tries folder_needles_;  // tries that the needles in the folder's path called for
  Tries needles_;         // those of the name, with what reaches into the folder's path
  Tries part_needles_;  // folder globs that a folder's name called for
  std::string folder_;  // of the last path
  std::string inside_;  // a path in that folder
  // What a folder and those above called for: so many of each list.
  struct Level {
    std::size_t end = 0;  ///< of this folder's name, its slash included
    std::size_t sets = 0;
    std::size_t tries = 0;
    std::size_t needles = 0;
  };
  std::vector<Level> levels_;
  std::vector<GlobSetId> folder_sets_;  // sets that have a glob for everything in that folder
  std::vector<bool> in_folder_;         // which they are
  Tries folder_tries_;                  // globs of folders that its needles called for
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, Tries, TextHash, std::equal_to<>>
      part_tries_;  // by folder name, remembered
};

}  // namespace readiness::base
