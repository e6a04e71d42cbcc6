// SPDX-License-Identifier: Apache-2.0
// The events of YAML documents as trees: anchors, aliases, merge keys, unique keys, limits. Knows no YAML
// library. Private to the layer.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/input.h"
#include "document/tree_builder.h"

namespace readiness::document {

/// An anchor's number as the parser gives it; 0 is none. A name that is defined again gets a new number.
using AnchorId = std::size_t;

/// Takes one document after the other; the limits are those of the whole stream.
/// Every event returns false when the document must be given up; `problem()` then says why.
class YamlTree {
 public:
  explicit YamlTree(const Input& input) : input_(input), builder_(input.limits) {}

  bool scalar(Node value, AnchorId anchor);
  bool alias(AnchorId anchor, base::Mark mark);
  bool open(Type container, AnchorId anchor, base::Mark mark);
  bool close();
  /// Call once after a document's last event.
  void finish();
  /// The finished document; the next event starts another.
  Node take();

  const base::Diagnostic& problem() const { return *problem_; }

 private:
  struct Anchor {
    std::vector<std::uint32_t> place;
    bool is_complete = false;
    std::optional<Node> key{};  ///< when the anchor stands at a key, which is no node of the tree
  };
  bool expects_key() const { return builder_.inside(Type::object) && !has_key_.back(); }
  bool take_key(const Node& key, AnchorId anchor);
  bool take_value(bool added, base::Mark mark);
  void remember(AnchorId anchor, bool is_complete);
  const Node* anchored(AnchorId anchor);
  bool copy(const Node& from, Node& to, std::size_t depth);
  bool give_up(base::Mark mark, std::string message, std::string hint = {});

  const Input& input_;
  TreeBuilder builder_;
  std::map<AnchorId, Anchor> anchors_;
  std::vector<AnchorId> open_anchors_;  // one a container, 0 for none
  std::vector<bool> has_key_;           // one a container: an object that waits for the value of its last key
  std::size_t copied_bytes_ = 0;
  bool has_merges_ = false;
  std::optional<base::Diagnostic> problem_;
};

}  // namespace readiness::document
