// SPDX-License-Identifier: Apache-2.0
// Anchors are remembered as places in the tree, so that nothing is copied until an alias asks for it.
#include "document/yaml_tree.h"

#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "document/members.h"

namespace readiness::document {
namespace {

constexpr std::string_view kMergeKey = "<<";
// An alias of a long text costs one node but many bytes.
constexpr std::size_t kCopiedBytesPerByte = 4;

// The merge key's value: a mapping or a list of mappings; anything else makes "<<" an ordinary key.
bool can_merge(const Node& value) {
  if (value.is(Type::object)) return true;
  if (!value.is(Type::array) || value.items.empty()) return false;
  for (const Node& item : value.items)
    if (!item.is(Type::object)) return false;
  return true;
}

std::optional<std::size_t> merge_position(const Node& object) {
  for (std::size_t i = 0; i < object.members.size(); ++i)
    if (object.members[i].key == kMergeKey && can_merge(object.members[i].value)) return i;
  return std::nullopt;
}

// Keys of the object itself win, then those of the mappings in their order (yaml.org/type/merge.html).
void merge_members(Node& object, std::size_t position) {
  Node source = std::move(object.members[position].value);
  object.members.erase(object.members.begin() + static_cast<std::ptrdiff_t>(position));
  std::unordered_set<std::string> keys;
  for (const Member& member : object.members) keys.insert(member.key);
  const auto add = [&](std::vector<Member>& members) {
    for (Member& member : members)
      if (keys.insert(member.key).second) object.members.push_back(std::move(member));
  };
  add(source.members);
  for (Node& item : source.items) add(item.members);
}

// Children first, so that what is merged in has been merged itself.
void merge(Node& node) {
  for (Node& item : node.items) merge(item);
  for (Member& member : node.members) merge(member.value);
  if (const auto position = merge_position(node)) merge_members(node, *position);
}

// Only at the end, because anchors are places and places must not move before.
void drop_duplicates(Node& node) {
  keep_last(node.members);
  for (Node& item : node.items) drop_duplicates(item);
  for (Member& member : node.members) drop_duplicates(member.value);
}

}  // namespace

bool YamlTree::give_up(base::Mark mark, std::string message, std::string hint) {
  problem_ = input_.problem(mark, std::move(message), std::move(hint));
  return false;
}

void YamlTree::remember(AnchorId anchor, bool is_complete) {
  if (anchor != 0) anchors_[anchor] = {.place = builder_.place(), .is_complete = is_complete};
}

bool YamlTree::take_key(const Node& key, AnchorId anchor) {
  if (anchor != 0) anchors_[anchor] = {.place = {}, .is_complete = true, .key = key};
  has_merges_ = has_merges_ || key.text == kMergeKey;
  builder_.key(key.text, key.mark);
  has_key_.back() = true;
  return true;
}

bool YamlTree::take_value(bool added, base::Mark mark) {
  if (!added) return give_up(mark, builder_.problem());
  if (builder_.inside(Type::object)) has_key_.back() = false;
  return true;
}

bool YamlTree::scalar(Node value, AnchorId anchor) {
  if (expects_key()) return take_key(value, anchor);
  // A value that is not there has no place of its own; parsers give that of whatever comes next.
  const bool is_left_out = value.is(Type::null) && value.text.empty() && builder_.inside(Type::object);
  if (is_left_out) value.mark = builder_.last_key_mark();
  const base::Mark mark = value.mark;
  remember(anchor, true);
  return take_value(builder_.scalar(std::move(value)), mark);
}

bool YamlTree::open(Type container, AnchorId anchor, base::Mark mark) {
  if (expects_key())
    return give_up(mark, "a key of a mapping is no plain value",
                   "put text with braces or brackets, such as '{{ name }}', in quotes");
  remember(anchor, false);
  if (!builder_.open(container, mark)) return give_up(mark, builder_.problem());
  open_anchors_.push_back(anchor);
  has_key_.push_back(false);
  return true;
}

bool YamlTree::close() {
  const Node& closed = builder_.close();
  if (const auto twice = first_duplicate(closed.members); twice && !input_.tolerates_duplicates) {
    const Member& second = closed.members[twice->second];
    problem_ = input_.duplicate(second.key, closed.members[twice->first].key_mark, second.key_mark);
    return false;
  }
  if (const AnchorId anchor = open_anchors_.back(); anchor != 0) anchors_[anchor].is_complete = true;
  open_anchors_.pop_back();
  has_key_.pop_back();
  if (builder_.inside(Type::object)) has_key_.back() = false;
  return true;
}

const Node* YamlTree::anchored(AnchorId id) {
  const auto anchor = anchors_.find(id);
  if (anchor == anchors_.end() || !anchor->second.is_complete) return nullptr;
  return anchor->second.key ? &*anchor->second.key : &node_at(builder_.root(), anchor->second.place);
}

bool YamlTree::alias(AnchorId id, base::Mark mark) {
  const Node* const original = anchored(id);
  if (original == nullptr) return give_up(mark, "the alias stands inside its own anchor");
  if (expects_key()) {
    if (!original->is_scalar()) return give_up(mark, "a key of a mapping is no plain value");
    return take_key(Node{.text = original->text, .mark = mark}, 0);
  }
  Node copied;
  if (!copy(*original, copied, builder_.depth())) {
    problem_->mark = mark;
    return false;
  }
  copied.mark = mark;
  return take_value(builder_.scalar(std::move(copied)), mark);
}

bool YamlTree::copy(const Node& from, Node& to, std::size_t depth) {
  if (depth > input_.limits.max_depth)
    return give_up(from.mark, fmt::format("is nested more than {} levels deep", input_.limits.max_depth));
  copied_bytes_ += from.text.size();
  if (!builder_.charge(1) || copied_bytes_ > kCopiedBytesPerByte * input_.limits.max_bytes)
    return give_up(from.mark, "the aliases unfold to more than may be read");
  to = Node{.type = from.type,
            .boolean = from.boolean,
            .integer = from.integer,
            .real = from.real,
            .text = from.text,
            .mark = from.mark};
  to.items.reserve(from.items.size());
  for (const Node& item : from.items)
    if (!copy(item, to.items.emplace_back(), depth + 1)) return false;
  to.members.reserve(from.members.size());
  for (const Member& member : from.members) {
    copied_bytes_ += member.key.size();
    to.members.push_back({.key = member.key, .key_mark = member.key_mark, .value = {}});
    if (!copy(member.value, to.members.back().value, depth + 1)) return false;
  }
  return true;
}

void YamlTree::finish() {
  if (input_.tolerates_duplicates) drop_duplicates(builder_.root());
  if (has_merges_) merge(builder_.root());
}

Node YamlTree::take() {
  anchors_.clear();
  has_merges_ = false;
  return std::exchange(builder_.root(), Node{});
}

}  // namespace readiness::document
