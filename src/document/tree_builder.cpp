// SPDX-License-Identifier: Apache-2.0
// Nodes are made where they stay; nothing is moved when a container closes.
#include "document/tree_builder.h"

#include <fmt/format.h>

namespace readiness::document {

bool TreeBuilder::charge(std::size_t count) {
  nodes_ += count;
  if (nodes_ <= limits_.max_nodes) return true;
  problem_ = fmt::format("has more than {} values", limits_.max_nodes);
  return false;
}

Node* TreeBuilder::attach(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return &root_;
  }
  Node& parent = *open_.back();
  if (parent.type == Type::object) {
    parent.members.back().value = std::move(node);
    return &parent.members.back().value;
  }
  return &parent.items.emplace_back(std::move(node));
}

bool TreeBuilder::scalar(Node node) {
  if (!charge(1)) return false;
  attach(std::move(node));
  return true;
}

bool TreeBuilder::open(Type container, base::Mark mark) {
  if (!charge(1)) return false;
  if (open_.size() >= limits_.max_depth) {
    problem_ = fmt::format("is nested more than {} levels deep", limits_.max_depth);
    return false;
  }
  open_.push_back(attach(Node{.type = container, .mark = mark}));
  return true;
}

void TreeBuilder::key(std::string key, base::Mark mark) {
  open_.back()->members.push_back({.key = std::move(key), .key_mark = mark, .value = {}});
}

Node& TreeBuilder::close() {
  Node& closed = *open_.back();
  open_.pop_back();
  return closed;
}

std::vector<std::uint32_t> TreeBuilder::place() const {
  std::vector<std::uint32_t> out;
  for (const Node* node : open_) {
    const bool next_is_new = node == open_.back() && node->type == Type::array;
    const std::size_t count = node->type == Type::object ? node->members.size() : node->items.size();
    out.push_back(static_cast<std::uint32_t>(next_is_new ? count : count - 1));
  }
  return out;
}

const Node& node_at(const Node& root, const std::vector<std::uint32_t>& place) {
  const Node* node = &root;
  for (const std::uint32_t child : place)
    node = node->type == Type::object ? &node->members[child].value : &node->items[child];
  return *node;
}

}  // namespace readiness::document
