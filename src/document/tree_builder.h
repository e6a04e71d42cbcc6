// SPDX-License-Identifier: Apache-2.0
// A tree from a stream of events (YAML, JSON), counting nodes and depth as it grows. Private to the layer.
#pragma once
#include <string>
#include <vector>

#include "document/input.h"

namespace readiness::document {

/// Every call returns false when a limit is broken; `problem()` then says which. Keys are not checked here.
class TreeBuilder {
 public:
  explicit TreeBuilder(const Limits& limits) : limits_(limits) {}

  bool scalar(Node node);
  bool open(Type container, base::Mark mark);
  void key(std::string key, base::Mark mark);
  /// The container that was opened last; borrowed until the next call.
  Node& close();

  bool inside(Type container) const { return !open_.empty() && open_.back()->type == container; }
  /// Of the innermost container, which must be an object with a key.
  base::Mark last_key_mark() const { return open_.back()->members.back().key_mark; }
  std::size_t depth() const { return open_.size(); }
  /// Takes `count` nodes from the budget without adding any.
  bool charge(std::size_t count);
  const std::string& problem() const { return problem_; }
  Node& root() { return root_; }
  /// Child numbers from the root to the value that the next event makes.
  std::vector<std::uint32_t> place() const;

 private:
  Node* attach(Node node);

  Limits limits_;
  Node root_;
  std::vector<Node*> open_;  // into root_; stable, because only the innermost container grows
  std::size_t nodes_ = 0;
  std::string problem_;
};

/// The value at `place`, as told by TreeBuilder::place().
const Node& node_at(const Node& root, const std::vector<std::uint32_t>& place);

}  // namespace readiness::document
