// SPDX-License-Identifier: Apache-2.0
// Rules bound to the queries that answer them: what `compile` makes and `evaluate` runs.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/settings.h"
#include "facts/query.h"
#include "rulepack/model.h"

namespace readiness::checks {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
inline constexpr std::string_view kUnitProbe = "deployable-unit";  ///< its hits are the units of `per: unit`

/// An expression whose leaves are indices of queries and whose references are indices of names.
struct Bound {
  rulepack::Operator op = rulepack::Operator::any;
  std::vector<Bound> operands{};
  std::uint32_t name = kNone;
  std::vector<std::uint32_t> queries{};
  std::string label{};
  std::string what{};                 ///< how evidence calls the leaf: "dependency psycopg2", "path k8s/**"
  std::vector<Bound> in_files{};      ///< at most one
  std::vector<Bound> not_in_files{};  ///< at most one
};

struct BoundName {
  std::string name{};
  std::string title{};
  std::string about{};
  bool is_trait = false;
  Bound expression{};
};

struct BoundRelation {
  rulepack::Relation::Kind kind = rulepack::Relation::Kind::all;
  std::vector<BoundRelation> operands{};
  std::map<std::uint32_t, std::uint32_t> has{};  ///< query → index into Hit::relations
  Bound expression{};
  std::vector<std::string> by{};
  bool as_path = false;
};

struct BoundCheck {
  rulepack::Check check{};
  std::optional<Bound> when{}, require{}, partial{}, forbid{}, each{}, excused_by{}, without_items{};
  std::optional<BoundRelation> among{}, must{};
  std::string rule{};  ///< Verdict::rule
};

/// How a query describes itself in receipts.
struct QueryText {
  rulepack::Operator op = rulepack::Operator::text;
  std::string text{};
};

struct Program {
  std::vector<facts::Query> queries{};
  std::vector<QueryText> query_texts{};  ///< parallel to `queries`
  std::vector<BoundName> names{};        ///< referenced names come before those that refer to them
  std::vector<BoundCheck> checks{};
  std::vector<PackInfo> packs{};
  rulepack::Weights weights{};
  Settings settings{};
  std::vector<std::pair<std::string, std::uint32_t>> imports{};  ///< ecosystem and the query that finds what code imports
  std::uint32_t units = kNone;           ///< the name of the probe that finds units, when a check asks for them
  std::uint32_t inline_waivers = kNone;          ///< the query for "readiness: allow …" comments
  std::vector<std::uint32_t> attested_places{};  ///< per attestation: its query, or kNone
  std::string ruler{};
  std::string questions{};  ///< equal in two programs that ask the same queries in the same order
};

}  // namespace readiness::checks
