// SPDX-License-Identifier: Apache-2.0
// The queries made ready: patterns compiled in one set, conditions and globs shared, each reachable from what
// a file is.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/path_index.h"
#include "base/result.h"
#include "facts/facts.h"
#include "facts/where_table.h"
#include "scan/scanner.h"

namespace readiness::facts {

using QueryId = std::uint32_t;
inline constexpr WhereId kNoWhere = 0xFFFFFFFF;

/// Immutable once prepared; borrows the queries, which outlive it.
struct Questions {
  const std::vector<Query>* queries = nullptr;
  base::PathIndex paths{};
  WhereTable wheres{};
  std::vector<WhereId> where_of_query{};  ///< kNoWhere for commit queries
  std::vector<std::vector<QueryId>> queries_of_where{};
  std::optional<scan::PatternSet> patterns{};  ///< when there is a text query
  std::vector<QueryId> query_of_pattern{};
  std::vector<std::vector<QueryId>> path_queries_of_set{};  ///< by GlobSetId
  base::GlobSetId excludes = base::kNoGlobSet;
  KindSet kinds_wanted = 0;  ///< kinds that somebody asks for, so that the others need no look at the text
};

/// Fails when a pattern does not compile.
base::Result<Questions> prepare(const std::vector<Query>& queries, const GatherOptions& options);

}  // namespace readiness::facts
