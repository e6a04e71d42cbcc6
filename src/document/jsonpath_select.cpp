// SPDX-License-Identifier: Apache-2.0
// Segments and selectors (RFC 9535, sections 2.3 and 2.5).
#include "document/jsonpath_select.h"

#include <algorithm>

namespace readiness::document::jsonpath {
namespace {

std::int64_t length_of(const Node& array) { return static_cast<std::int64_t>(array.items.size()); }

}  // namespace

bool Search::pay(std::uint64_t cost) {
  if (budget_ < cost) {
    budget_ = 0;
    return false;
  }
  budget_ -= cost;
  return true;
}

bool Search::walk(const Query& query, std::size_t segment, const Node& node, const Sink& sink) {
  if (!pay(1)) return false;
  if (segment == query.segments.size()) return sink(node, path_);
  if (query.segments[segment].is_descendant) return descend(query, segment, node, sink);
  for (const Selector& selector : query.segments[segment].selectors)
    if (!select(query, segment, selector, node, sink)) return false;
  return true;
}

// The node itself, then its children, each with everything below it.
bool Search::descend(const Query& query, std::size_t segment, const Node& node, const Sink& sink) {
  if (!pay(1)) return false;
  for (const Selector& selector : query.segments[segment].selectors)
    if (!select(query, segment, selector, node, sink)) return false;
  const auto below = [&](Step step, const Node& child) {
    path_.push_back(step);
    const bool goes_on = descend(query, segment, child, sink);
    path_.pop_back();
    return goes_on;
  };
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (!below({.index = i}, node.items[i])) return false;
  for (const Member& member : node.members)
    if (!below({.key = &member.key}, member.value)) return false;
  return true;
}

bool Search::visit(const Query& query, std::size_t segment, Step step, const Node& child, const Sink& sink) {
  path_.push_back(step);
  const bool goes_on = walk(query, segment + 1, child, sink);
  path_.pop_back();
  return goes_on;
}

bool Search::select(const Query& query, std::size_t segment, const Selector& selector, const Node& node,
                    const Sink& sink) {
  using Kind = Selector::Kind;
  switch (selector.kind) {
    case Kind::name:
      for (const Member& member : node.members)
        if (member.key == selector.name)
          return visit(query, segment, {.key = &member.key}, member.value, sink);
      return pay(node.members.size() / 8);  // looking through a large object is work as well
    case Kind::index: {
      const std::int64_t at = selector.index < 0 ? selector.index + length_of(node) : selector.index;
      if (at < 0 || at >= length_of(node)) return true;
      const auto index = static_cast<std::size_t>(at);
      return visit(query, segment, {.index = index}, node.items[index], sink);
    }
    case Kind::slice:
      return select_slice(query, segment, selector, node, sink);
    case Kind::wildcard:
    case Kind::filter:
      break;
  }
  const auto accepts = [&](const Node& child) {
    return selector.kind == Kind::wildcard || holds(*selector.filter, child);
  };
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (accepts(node.items[i]) && !visit(query, segment, {.index = i}, node.items[i], sink)) return false;
  for (const Member& member : node.members)
    if (accepts(member.value) && !visit(query, segment, {.key = &member.key}, member.value, sink))
      return false;
  return budget_ > 0;
}

// RFC 9535, section 2.3.4.2.2.
bool Search::select_slice(const Query& query, std::size_t segment, const Selector& selector, const Node& node,
                          const Sink& sink) {
  const std::int64_t length = length_of(node);
  const std::int64_t step = selector.step;
  if (step == 0 || length == 0) return true;
  const auto normalized = [&](std::int64_t i) { return i >= 0 ? i : length + i; };
  const std::int64_t begin = normalized(selector.begin.value_or(step > 0 ? 0 : length - 1));
  const std::int64_t end = selector.end ? normalized(*selector.end) : (step > 0 ? length : -1);
  const std::int64_t from =
      step > 0 ? std::clamp<std::int64_t>(begin, 0, length) : std::clamp<std::int64_t>(begin, -1, length - 1);
  const std::int64_t to =
      step > 0 ? std::clamp<std::int64_t>(end, 0, length) : std::clamp<std::int64_t>(end, -1, length - 1);
  for (std::int64_t i = from; step > 0 ? i < to : i > to; i += step) {
    const auto index = static_cast<std::size_t>(i);
    if (!visit(query, segment, {.index = index}, node.items[index], sink)) return false;
  }
  return true;
}

}  // namespace readiness::document::jsonpath
