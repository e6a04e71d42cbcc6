// SPDX-License-Identifier: Apache-2.0
// Many glob sets against one path at once: sets are found by the path's name, extension or folders, and only
// those that can match are tried. Knows no files and no queries.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/glob.h"

namespace readiness::facts {

using GlobSetId = std::uint32_t;
inline constexpr GlobSetId kNoGlobSet = 0xFFFFFFFF;

/// Built once, then shared by all threads. Equal sets get one id.
class PathIndex {
 public:
  GlobSetId add(const base::GlobSet& set);
  std::size_t size() const { return sets_.size(); }

  /// Scratch of one thread.
  class Matches {
   public:
    explicit Matches(const PathIndex& index) : index_(&index), stamps_(index.size(), 0) {}
    /// Which sets `path` belongs to; valid until the next call. Order is unspecified.
    const std::vector<GlobSetId>& of(std::string_view path);
    const std::vector<GlobSetId>& found() const { return found_; }
    /// About the path of the last call.
    bool has(GlobSetId set) const { return stamps_[set] == 2 * round_ + 1; }

   private:
    friend class PathIndex;
    const PathIndex* index_;
    std::vector<std::uint64_t> stamps_;  // 2·round: tried in vain, 2·round+1: matches
    std::vector<GlobSetId> found_;
    std::string folder_;                       // of folder_tries_
    std::vector<std::uint32_t> folder_tries_;  // tries that the folders of the last path called for
    std::uint64_t round_ = 0;
  };

 private:
  /// One positive glob, braces expanded, with the literals that it cannot do without.
  struct Try {
    GlobSetId set;
    base::Glob glob;
    std::string prefix;  ///< of the whole path
    std::string suffix;
    bool sure = false;  ///< whoever finds this try needs no glob
  };
  struct Set {
    base::GlobSet globs;
    bool has_negations = false;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Buckets = std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>>;

  void add_glob(GlobSetId set, const std::string& glob, bool last_name_only);
  void file_under(std::uint32_t id, const std::string& glob, bool last_name_only);
  void run(const std::vector<std::uint32_t>& tries, std::string_view path, Matches& matches) const;
  void run(const Buckets& buckets, std::string_view key, std::string_view path, Matches& matches) const;

  std::vector<Set> sets_;
  std::unordered_map<std::string, GlobSetId> ids_;  // by the set's texts
  std::vector<Try> tries_;
  Buckets by_path_, by_name_, by_extension_, by_folder_;
  std::array<std::vector<std::uint32_t>, 256> by_first_byte_;  // of the last name
  std::vector<std::uint32_t> always_;
};

}  // namespace readiness::facts
