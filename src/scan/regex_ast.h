// SPDX-License-Identifier: Apache-2.0
// A regex as a tree that is just precise enough to know which bytes every match must contain. It may be
// vaguer than PCRE2 (which stays the judge), never narrower.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "scan/byte_classes.h"

namespace readiness::scan {

constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t {
  text,         ///< one byte of each class of `text`, in this order
  code_point,   ///< `min` to `max` bytes, all out of the only class of `text`: UTF-8, back references
  zero_width,   ///< anchors, look-around: consumes nothing
  sequence,     ///< the children one after the other
  alternation,  ///< one of the children
  repeat,       ///< the only child, `min` to `max` times
};

/// What a zero-width node says of the byte before it.
enum class Edge : std::uint8_t {
  any,
  line,      ///< none, or a line feed
  word,      ///< none, or no ASCII word character
  boundary,  ///< a word begins or ends here
};

struct Node {
  NodeKind kind = NodeKind::sequence;
  std::uint32_t min = 1;
  std::uint32_t max = 1;
  Edge edge = Edge::any;
  ByteRun text{};            ///< its classes are numbered by the ByteClasses of the parse
  std::uint64_t weight = 1;  ///< product of the nested repeats, what PCRE2 unrolls
  std::vector<Node> children{};
};

/// Where a column of the rewritten regex came from.
struct Patch {
  std::uint32_t begin;  ///< offset in the regex as written
  std::uint32_t length;
  std::string replacement;
};

struct ParsedRegex {
  Node root{};
  std::string rewritten{};            ///< what PCRE2 compiles, see regex_parse.h
  std::vector<Patch> patches{};       ///< what was replaced to get there, in order
  std::vector<std::string> groups{};  ///< names of the named groups, in order
};

}  // namespace readiness::scan
