// SPDX-License-Identifier: Apache-2.0
// A repository has some dozens of classes of files; each row is decided once a class and thread.
#include "facts/where_table.h"

#include <algorithm>

namespace readiness::facts {

WhereId WhereTable::add(Channel channel, const Where& where, base::PathIndex& paths) {
  Row row{.channel = channel,
          .languages = where.languages,
          .roles = where.roles,
          .kinds = where.kinds,
          .paths = where.paths.empty() ? base::kNoGlobSet : paths.add(where.paths),
          .not_paths = where.not_paths.empty() ? base::kNoGlobSet : paths.add(where.not_paths),
          .max_size = where.max_size};
  std::sort(row.languages.begin(), row.languages.end());
  const auto [at, is_new] = ids_.try_emplace(row, static_cast<WhereId>(rows_.size()));
  if (!is_new) return at->second;
  if (row.paths != base::kNoGlobSet) {
    if (rows_of_set_.size() <= row.paths) rows_of_set_.resize(row.paths + 1);
    rows_of_set_[row.paths].push_back(at->second);
  }
  rows_.push_back(std::move(row));
  return at->second;
}

bool WhereTable::Row::lets_in(const classify::Classification& file, KindSet its_kinds) const {
  if (roles != 0 && (roles >> static_cast<unsigned>(file.role) & 1U) == 0) return false;
  if (kinds != 0 && (kinds & its_kinds) == 0) return false;
  return languages.empty() || std::binary_search(languages.begin(), languages.end(), file.language);
}

WhereAnswers::WhereAnswers(const WhereTable& table, std::vector<std::atomic<std::uint32_t>>& searched)
    : table_(table), searched_(searched), counts_(table.size(), 0) {}

WhereAnswers::~WhereAnswers() {
  for (const auto& [key, one] : classes_)
    for (std::size_t channel = 0; channel < kChannels; ++channel)
      for (const WhereId where : one->certain[channel]) counts_[where] += one->counted[channel];
  for (std::size_t i = 0; i < counts_.size(); ++i)
    searched_[i].fetch_add(counts_[i], std::memory_order_relaxed);
}

void WhereAnswers::turn_to(const classify::Classification& file, KindSet kinds, std::uint64_t size,
                           const base::PathIndex::Matches& paths) {
  size_ = size;
  paths_ = &paths;
  const auto key = std::tuple(file.language, file.role, kinds);
  if (class_ != nullptr && key == key_) return;
  key_ = key;
  std::unique_ptr<Class>& known = classes_[key];
  if (!known) {
    known = std::make_unique<Class>();
    known->number = static_cast<std::uint32_t>(classes_.size() - 1);
    known->states.resize(table_.size(), State::out);
    for (WhereId i = 0; i < table_.rows_.size(); ++i) {
      const WhereTable::Row& row = table_.rows_[i];
      if (!row.lets_in(file, kinds)) continue;
      const bool depends = row.depends_on_file();
      known->states[i] = depends ? State::depends : State::in;
      if (row.paths != base::kNoGlobSet) continue;  // its globs lead to it
      (depends ? known->dependent : known->certain)[static_cast<std::size_t>(row.channel)].push_back(i);
    }
  }
  class_ = known.get();
}

bool WhereAnswers::holds(const WhereTable::Row& row) const {
  if (row.paths != base::kNoGlobSet && !paths_->has(row.paths)) return false;
  if (row.not_paths != base::kNoGlobSet && paths_->has(row.not_paths)) return false;
  return row.max_size == 0 || size_ <= row.max_size;
}

bool WhereAnswers::lets_in(WhereId where) const {
  const State state = class_->states[where];
  return state == State::in || (state == State::depends && holds(table_.rows_[where]));
}

template <typename OnRow>
bool WhereAnswers::any_dependent(Channel channel, OnRow on_row) const {
  const auto is_in = [&](WhereId i) { return holds(table_.rows_[i]) && on_row(i); };
  const auto& dependent = class_->dependent[static_cast<std::size_t>(channel)];
  if (std::any_of(dependent.begin(), dependent.end(), is_in)) return true;
  for (const base::GlobSetId set : paths_->found()) {
    if (set >= table_.rows_of_set_.size()) continue;
    for (const WhereId i : table_.rows_of_set_[set])
      if (table_.rows_[i].channel == channel && class_->states[i] == State::depends && is_in(i)) return true;
  }
  return false;
}

bool WhereAnswers::any(Channel channel) const {
  return !class_->certain[static_cast<std::size_t>(channel)].empty() ||
         any_dependent(channel, [](WhereId) { return true; });
}

void WhereAnswers::list(Channel channel, std::vector<WhereId>& out) const {
  out = class_->certain[static_cast<std::size_t>(channel)];
  any_dependent(channel, [&](WhereId i) {
    out.push_back(i);
    return false;
  });
  std::sort(out.begin(), out.end());
}

bool WhereAnswers::count(Channel channel, std::vector<WhereId>* by_path) {
  ++class_->counted[static_cast<std::size_t>(channel)];
  bool found = false;
  any_dependent(channel, [&](WhereId i) {
    ++counts_[i];
    if (by_path != nullptr) by_path->push_back(i);
    found = true;
    return false;
  });
  return found;
}

}  // namespace readiness::facts
