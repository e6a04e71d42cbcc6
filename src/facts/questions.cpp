// SPDX-License-Identifier: Apache-2.0
// One pass over the queries; what they share is shared here.
#include "facts/questions.h"

#include "facts/images.h"
#include "scan/prepared_regexes.h"

namespace readiness::facts {
namespace {

// In the order of Query's variant; commit queries look at no file.
constexpr Channel kChannelOf[] = {Channel::text, Channel::path, Channel::dependency, Channel::image,
                                  Channel::document};
constexpr std::size_t kCommitIndex = 5;
static_assert(std::variant_size_v<decltype(Query::what)> == kCommitIndex + 1);

void add_path_query(Questions& questions, QueryId id, const PathQuery& query) {
  const base::GlobSetId set = questions.paths.add(query.globs);
  if (questions.path_queries_of_set.size() <= set) questions.path_queries_of_set.resize(set + 1);
  questions.path_queries_of_set[set].push_back(id);
}

}  // namespace

base::Result<Questions> prepare(const std::vector<Query>& queries, const GatherOptions& options) {
  Questions questions;
  questions.queries = &queries;
  if (!options.excludes.empty()) questions.excludes = questions.paths.add(options.excludes);
  std::vector<scan::PatternSpec> patterns;
  for (QueryId id = 0; id < queries.size(); ++id) {
    const Query& query = queries[id];
    if (query.what.index() == kCommitIndex) {
      questions.where_of_query.push_back(kNoWhere);
      continue;
    }
    const WhereId where = questions.wheres.add(kChannelOf[query.what.index()], query.where, questions.paths);
    questions.where_of_query.push_back(where);
    if (questions.queries_of_where.size() <= where) questions.queries_of_where.resize(where + 1);
    questions.queries_of_where[where].push_back(id);
    if (const auto* text = std::get_if<TextQuery>(&query.what)) {
      patterns.push_back(text->pattern);
      questions.query_of_pattern.push_back(id);
    } else if (const auto* path = std::get_if<PathQuery>(&query.what)) {
      add_path_query(questions, id, *path);
    }
    questions.kinds_wanted |= query.where.kinds;
    if (std::holds_alternative<ImageQuery>(query.what)) questions.kinds_wanted |= kinds_with_images();
  }
  questions.path_queries_of_set.resize(questions.paths.size());
  if (patterns.empty()) return questions;
  const scan::PreparedRegexes prepared(options.prepared_regexes);
  base::Result<scan::PatternSet> compiled = scan::PatternSet::compile(patterns, options.engine, &prepared);
  if (!compiled) return compiled.errors();
  questions.patterns.emplace(std::move(*compiled));
  return questions;
}

}  // namespace readiness::facts
