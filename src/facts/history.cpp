// SPDX-License-Identifier: Apache-2.0
// History is read at most once, and only when somebody asks.
#include "facts/history.h"

#include <string>
#include <vector>

#include "facts/findings.h"

namespace readiness::facts {
namespace {

constexpr std::int64_t kSecondsADay = 86'400;

bool has_commits(const source::Identity& identity) {
  return !identity.root.empty() && !identity.commit.empty() && identity.mode != "folder";
}

// All globs in one set; `!glob`s are applied when each query looks through the result.
base::GlobSet union_of(const std::vector<const CommitQuery*>& queries) {
  std::vector<std::string> texts;
  for (const CommitQuery* query : queries)
    for (const std::string& text : query->ever.texts())
      if (!text.starts_with('!')) texts.push_back(text);
  base::Result<base::GlobSet> set = base::GlobSet::compile(texts);
  return set ? std::move(*set) : base::GlobSet{};
}

void leave_open(Facts& facts, const std::vector<QueryId>& ids, std::string why, bool is_fault) {
  for (const QueryId id : ids) facts.answers[id].unread.push_back(kNoFile);
  facts.notes.push_back({.fault = is_fault, .reason = "history", .text = std::move(why)});
}

void answer(const CommitQuery& query, const source::History& history, std::int64_t now, Answer& out) {
  for (const std::string& path : history.ever_matched)
    if (query.ever.matches(path)) {
      ++out.total;
      if (out.hits.size() < kMostHitsOfFile)
        out.hits.push_back({.excerpt = path, .captures = {{"path", path}}});
    }
  if (query.older_than_days == 0) return;
  if (now == 0) return out.unread.push_back(kNoFile);
  const std::int64_t days = (now - history.last_commit_time) / kSecondsADay;
  if (days < query.older_than_days) return;
  ++out.total;
  out.hits.push_back({.excerpt = "last commit " + std::to_string(days) + " days ago"});
}

}  // namespace

void answer_commits(const Questions& questions, std::int64_t now, Facts& facts) {
  std::vector<QueryId> ids;
  std::vector<const CommitQuery*> queries;
  for (QueryId id = 0; id < questions.queries->size(); ++id)
    if (const auto* query = std::get_if<CommitQuery>(&(*questions.queries)[id].what)) {
      ids.push_back(id);
      queries.push_back(query);
    }
  if (ids.empty()) return;
  if (!has_commits(facts.identity)) return leave_open(facts, ids, "there is no history to look at", false);
  const base::Result<source::History> history =
      source::read_history(facts.identity.root, facts.identity.commit, union_of(queries));
  if (!history) return leave_open(facts, ids, history.errors().front().message, true);
  for (std::size_t i = 0; i < ids.size(); ++i) answer(*queries[i], *history, now, facts.answers[ids[i]]);
  if (!history->complete) leave_open(facts, ids, history->why_incomplete, true);
}

}  // namespace readiness::facts
