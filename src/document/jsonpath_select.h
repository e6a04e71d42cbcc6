// SPDX-License-Identifier: Apache-2.0
// Running a JSONPath query over a tree: segments and selectors here, conditions in jsonpath_filter.cpp.
// Private to the layer.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "document/jsonpath_query.h"
#include "document/node.h"

namespace readiness::document::jsonpath {

/// One step from a node to a child: a member's key or an array's index.
struct Step {
  const std::string* key = nullptr;  ///< the tree's; nullptr for an index
  std::size_t index = 0;
};

/// What a term of a condition stands for. Both empty is
/// RFC 9535's Nothing.
struct Value {
  const Node* node = nullptr;
  std::optional<std::int64_t> made{};  ///< a number that a function gave; `node` is nullptr then

  bool is_nothing() const { return node == nullptr && !made; }
};

/// One search. Nodes are found in the RFC's order by walking depth first, so no nodelist but the last is ever
/// kept.
class Search {
 public:
  /// `budget` bounds the nodes that are visited; when it is used up the search ends with what it has.
  Search(const Node& root, std::uint64_t budget) : root_(root), budget_(budget) {}

  /// Called for every node; false ends the walk. `path` are the steps from the root, for the outermost query
  /// only.
  using Sink = std::function<bool(const Node&, const std::vector<Step>& path)>;
  void run(const Query& query, const Sink& sink) { walk(query, 0, root_, sink); }
  bool is_exhausted() const { return budget_ == 0; }

 private:
  bool walk(const Query& query, std::size_t segment, const Node& node, const Sink& sink);
  bool descend(const Query& query, std::size_t segment, const Node& node, const Sink& sink);
  bool select(const Query& query, std::size_t segment, const Selector& selector, const Node& node,
              const Sink& sink);
  bool select_slice(const Query& query, std::size_t segment, const Selector& selector, const Node& node,
                    const Sink& sink);
  bool visit(const Query& query, std::size_t segment, Step step, const Node& child, const Sink& sink);
  bool pay(std::uint64_t cost);

  // Conditions (jsonpath_filter.cpp); `current` is the filter's `@`.
  bool holds(const Expression& expression, const Node& current);
  bool passes(const Term& test, const Node& current);
  bool compares(const Expression& comparison, const Node& current);
  bool matches(const Term& call, const Node& current);
  bool are_equal(const Node& a, const Node& b);
  bool have_equal_members(const Node& a, const Node& b);
  Value value_of(const Term& term, const Node& current);
  Value value_of_call(const Term& call, const Node& current);
  const Node* singular(const Query& query, const Node& current) const;
  void each_node(const Query& query, const Node& current, const Sink& sink);

  const Node& root_;
  std::uint64_t budget_;
  std::vector<Step> path_;
};

}  // namespace readiness::document::jsonpath
