// SPDX-License-Identifier: Apache-2.0
// Never narrower than PCRE2: what is not understood begins anyhow.
#include "scan/beginning.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"

namespace readiness::scan {
namespace {

constexpr std::size_t kFewBytes = 6;

struct Begins {
  Beginning how{};
  bool at_boundary = false;  // \b: at a word's beginning if only word characters begin a match
  bool is_empty = true;      // perhaps
};

bool only_words(const ByteSet& bytes) {
  for (std::size_t byte = 0; byte < bytes.size(); ++byte)
    if (bytes.test(byte) && !base::is_word(static_cast<char>(byte))) return false;
  return true;
}

void settle_boundary(Begins& begins) {
  begins.how.at_word |= begins.at_boundary && !begins.is_empty && only_words(begins.how.first);
}

Begins begins_of(const Node& node, const ByteClasses& classes);

Begins of_sequence(std::span<const Node> nodes, const ByteClasses& classes) {
  Begins all;
  for (const Node& child : nodes) {
    const Begins one = begins_of(child, classes);
    if (all.how.first.none()) {  // nothing was consumed so far
      all.how.at_line |= one.how.at_line;
      all.how.at_word |= one.how.at_word;
      all.at_boundary |= one.at_boundary;
    }
    all.how.first |= one.how.first;
    all.is_empty = one.is_empty;
    if (!one.is_empty) break;
  }
  settle_boundary(all);
  return all;
}

Begins of_alternatives(const Node& node, const ByteClasses& classes) {
  Begins all{.how = {.at_line = true, .at_word = true}, .at_boundary = true, .is_empty = false};
  for (const Node& child : node.children) {
    const Begins one = begins_of(child, classes);
    all.how.first |= one.how.first;
    all.how.at_line &= one.how.at_line;
    all.how.at_word &= one.how.at_word;
    all.at_boundary &= one.at_boundary;
    all.is_empty |= one.is_empty;
  }
  return all;
}

Begins begins_of(const Node& node, const ByteClasses& classes) {
  switch (node.kind) {
    case NodeKind::text:
      if (node.text.empty()) return {};
      return {.how = {.first = classes.at(node.text.front())}, .is_empty = false};
    case NodeKind::code_point:
      return {.how = {.first = classes.at(node.text.front())}, .is_empty = node.min == 0};
    case NodeKind::zero_width:
      return {.how = {.at_line = node.edge == Edge::line, .at_word = node.edge == Edge::word},
              .at_boundary = node.edge == Edge::boundary};
    case NodeKind::sequence:
      return of_sequence(node.children, classes);
    case NodeKind::alternation:
      return of_alternatives(node, classes);
    case NodeKind::repeat: {
      Begins once = begins_of(node.children.front(), classes);
      if (node.min > 0) return once;
      return {.how = {.first = once.how.first}};
    }
  }
  return {};
}

}  // namespace

std::optional<ByteSet> first_bytes(std::span<const Node> nodes, const ByteClasses& classes) {
  const Begins begins = of_sequence(nodes, classes);
  return begins.is_empty ? std::nullopt : std::optional(begins.how.first);
}

Beginning beginning_of(const Node& root, const ByteClasses& classes) {
  Begins begins = begins_of(root, classes);
  if (begins.is_empty) begins.how.first.set();
  return begins.how;
}

bool Beginning::is_rare() const { return at_line || at_word || first.count() <= kFewBytes; }

std::uint32_t Beginning::next(std::string_view text, std::uint32_t from, std::uint32_t last) const {
  for (std::uint32_t at = from; at <= last && at < text.size(); ++at) {
    if (at_line && at > 0 && text[at - 1] != '\n') {
      const auto* feed = static_cast<const char*>(std::memchr(text.data() + at, '\n', last - at));
      if (feed == nullptr) break;
      at = static_cast<std::uint32_t>(feed - text.data()) + 1;
    }
    if (!first.test(static_cast<unsigned char>(text[at]))) continue;
    if (!at_word || at == 0 || !base::is_word(text[at - 1])) return at;
  }
  return last + 1;
}

}  // namespace readiness::scan
