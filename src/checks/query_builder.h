// SPDX-License-Identifier: Apache-2.0
// Leaf probes as written to facts::Query, each distinct question once.
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/program.h"
#include "rulepack/model.h"

namespace readiness::checks {

class QueryBuilder {
 public:
  QueryBuilder(const rulepack::Sources& sources, std::vector<base::Diagnostic>& problems)
      : sources_(sources), problems_(problems) {}

  /// Indices of the queries that a leaf needs, one a regex; problems are appended.
  std::vector<std::uint32_t> queries_of(const rulepack::Expression& leaf);
  /// Adds a JSONPath that is recorded for every hit of a document query; its index there.
  std::uint32_t add_relation(std::uint32_t query, const rulepack::Text& path);
  std::uint32_t add(facts::Query query, QueryText text);

  std::vector<facts::Query> queries{};
  std::vector<QueryText> texts{};

 private:
  /// What the questions of a leaf have in common; leaves that narrow alike share it.
  struct Common {
    facts::Where where{};
    base::Shared<scan::Filters> filters{};
  };
  struct Known {
    std::uint32_t& query;  ///< to be set when fresh
    bool fresh;
  };
  /// In commons_.
  std::uint32_t common_of(const rulepack::Expression& leaf);
  Known question(std::uint32_t common, std::string_view pattern);
  facts::Where where_of(const rulepack::Expression& leaf);
  base::Shared<scan::Filters> filters_of(const rulepack::Narrowing& narrowing);
  void add_texts(const rulepack::Expression& leaf, std::vector<std::uint32_t>& out);
  void add_document(const rulepack::Expression& leaf, std::vector<std::uint32_t>& out);
  void add_other(const rulepack::Expression& leaf, std::vector<std::uint32_t>& out);
  base::GlobSet globs(const std::vector<rulepack::Text>& texts);
  document::JsonPath path(const rulepack::Text& text);
  bool is_built_in(const rulepack::Place& place) const;
  void check(const rulepack::Text& pattern);
  void check_small(const rulepack::Text& text);
  void problem(const rulepack::Place& place, std::string message, std::string hint = {}, std::uint32_t offset = 0);

  const rulepack::Sources& sources_;
  std::vector<base::Diagnostic>& problems_;
  std::vector<Common> commons_{};
  std::unordered_map<std::string, std::uint32_t> common_ids_{};
  struct QuestionKey {
    std::string_view pattern;  ///< of the rule book, or of joined_texts_
    std::uint32_t common;
    bool operator==(const QuestionKey&) const = default;
  };
  struct QuestionHash {
    std::size_t operator()(const QuestionKey& key) const { return std::hash<std::string_view>{}(key.pattern) ^ key.common; }
  };
  std::unordered_map<QuestionKey, std::uint32_t, QuestionHash> known_{};  ///< queries
  std::deque<std::string> joined_texts_{};
};

}  // namespace readiness::checks
