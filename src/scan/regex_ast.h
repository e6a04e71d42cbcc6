// SPDX-License-Identifier: Apache-2.0
// A regex as a tree that is just precise enough to know which bytes every match must contain. It may be
// vaguer than PCRE2 (which stays the judge), never narrower.
#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace readiness::scan {

using ByteSet = std::bitset<256>;

constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;

enum class NodeKind : std::uint8_t {
  byte,        ///< exactly one byte out of `bytes`
  code_point,  ///< `min` to `max` bytes out of `bytes`: what may take several bytes in UTF-8, back references
  zero_width,  ///< anchors, look-around: consumes nothing
  sequence,    ///< the children one after the other
  alternation,  ///< one of the children
  repeat,       ///< the only child, `min` to `max` times
};

struct Node {
  NodeKind kind = NodeKind::sequence;
  ByteSet bytes{};
  std::uint32_t min = 1;
  std::uint32_t max = 1;
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
