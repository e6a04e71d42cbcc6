// SPDX-License-Identifier: Apache-2.0
// The one tree that every structured format becomes: JSON's data model (RFC 8259) with line marks.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace readiness::document {

enum class Type : std::uint8_t { null, boolean, integer, real, string, array, object };

/// A key and its value. A template only because Node and its members contain each other.
template <typename Value>
struct MemberOf {
  std::string key;
  base::Mark key_mark{};
  Value value;
};

/// A value. `text` is the scalar as written (YAML, TOML, INI …) or decoded (JSON strings), for every scalar
/// type; `integer` and `real` hold the number for those types, `boolean` the truth. Arrays and objects keep
/// source order.
struct Node {
  Type type = Type::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double real = 0;
  std::string text{};
  std::vector<Node> items{};              ///< array
  std::vector<MemberOf<Node>> members{};  ///< object; keys are unique
  base::Mark mark{};                      ///< where the value begins; {0, 0} when the format does not tell

  bool is(Type t) const { return type == t; }
  bool is_scalar() const { return type != Type::array && type != Type::object; }
  /// The member's value, or nullptr when this is no object or has no such key.
  const Node* find(std::string_view key) const;
};

using Member = MemberOf<Node>;

inline const Node* Node::find(std::string_view key) const {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

/// All scalars below `node` as "key: value" lines in source order, cut at `max_bytes`; it is what
/// `where: {text: …}` sees.
std::string flat_text(const Node& node, std::size_t max_bytes = 65536);

}  // namespace readiness::document
