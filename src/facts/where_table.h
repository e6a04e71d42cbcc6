// SPDX-License-Identifier: Apache-2.0
// The distinct `Where`s of all queries, answered a class of files at a time; only path globs and sizes are
// asked a file.
#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/path_index.h"
#include "facts/query.h"

namespace readiness::facts {

/// What a query looks at; files are counted as searched once a channel.
enum class Channel : std::uint8_t { text, path, document, dependency, image };
inline constexpr std::size_t kChannels = 5;

using WhereId = std::uint32_t;

/// Built once, then shared by all threads.
class WhereTable {
 public:
  /// Queries with equal conditions on the same channel share a row.
  WhereId add(Channel channel, const Where& where, base::PathIndex& paths);
  std::size_t size() const { return rows_.size(); }

 private:
  friend class WhereAnswers;
  struct Row {
    Channel channel;
    std::vector<language::LanguageId> languages;
    std::uint16_t roles;
    KindSet kinds;
    base::GlobSetId paths;
    base::GlobSetId not_paths;
    std::uint64_t max_size;
    bool depends_on_file() const { return paths != base::kNoGlobSet || not_paths != base::kNoGlobSet || max_size != 0; }
    bool lets_in(const classify::Classification& file, KindSet kinds) const;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> rows_;
  std::vector<std::vector<WhereId>> rows_of_set_;  // by the set of globs that must hold the path
  std::map<Row, WhereId> ids_;
};

/// One thread's answers, remembered by class (language, role, kinds), and its counts of files let in.
class WhereAnswers {
 public:
  /// `searched` has one counter a row; this thread's counts are added when it ends.
  WhereAnswers(const WhereTable& table, std::vector<std::atomic<std::uint32_t>>& searched);
  ~WhereAnswers();
  WhereAnswers(const WhereAnswers&) = delete;
  WhereAnswers& operator=(const WhereAnswers&) = delete;

  /// Turns to one file. `paths` must have been asked about its path; `size` is 0 when unknown.
  void turn_to(const classify::Classification& file, KindSet kinds, std::uint64_t size,
               const base::PathIndex::Matches& paths);
  /// About the file turned to.
  bool lets_in(WhereId where) const;
  bool any(Channel channel) const;
  /// Numbers the file's class, from 0 in the order in which classes came up.
  std::uint32_t class_number() const { return class_->number; }
  /// Rows that the class lets in always, or for some of its files: whatever the file turned to.
  bool may_let_in(WhereId where, bool with_dependent) const {
    return class_->states[where] == State::in || (with_dependent && class_->states[where] == State::depends);
  }
  /// The rows of `channel` that let the file in.
  void list(Channel channel, std::vector<WhereId>& out) const;
  /// Counts the file as searched for all rows of `channel` that let it in; those that did so for its path or
  /// size are appended to `by_path`. True when there are
  /// any of these, so that the file is asked for more than its class.
  bool count(Channel channel, std::vector<WhereId>* by_path = nullptr);
  /// The same without asking the path again.
  void count_again(Channel channel) { ++class_->counted[static_cast<std::size_t>(channel)]; }
  void count_again(const std::vector<WhereId>& by_path) {
    for (const WhereId where : by_path) ++counts_[where];
  }

 private:
  enum class State : std::uint8_t { out, in, depends };
  struct Class {
    std::vector<State> states;
    std::vector<WhereId> certain[kChannels];
    std::vector<WhereId> dependent[kChannels];  ///< but for those that a set of globs leads to
    std::uint32_t counted[kChannels] = {};
    std::uint32_t number = 0;
  };
  bool holds(const WhereTable::Row& row) const;
  /// Calls `on_row(id)` for the rows that let this file in, not its whole class, until one returns true; whether one did.
  template <typename OnRow>
  bool any_dependent(Channel channel, OnRow on_row) const;

  const WhereTable& table_;
  std::vector<std::atomic<std::uint32_t>>& searched_;
  std::vector<std::uint32_t> counts_;
  std::map<std::tuple<language::LanguageId, classify::Role, KindSet>, std::unique_ptr<Class>> classes_;
  Class* class_ = nullptr;
  std::tuple<language::LanguageId, classify::Role, KindSet> key_{};
  const base::PathIndex::Matches* paths_ = nullptr;
  std::uint64_t size_ = 0;
};

}  // namespace readiness::facts
