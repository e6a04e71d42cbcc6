// SPDX-License-Identifier: Apache-2.0
// The machinery behind parse_regex(): atoms are read in regex_parse.cpp, groups and quantifiers in
// regex_group.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scan/regex_ast.h"
#include "scan/regex_class.h"

namespace readiness::scan {

/// What (?imsx) switches; it holds until the group ends.
struct RegexFlags {
  bool caseless = false;
  bool dot_all = false;
  bool extended = false;
  bool extended_more = false;
};

/// A recursive descent. After the first problem the position jumps to the end, so every loop ends.
class RegexParser {
 public:
  RegexParser(std::string_view regex, ByteClasses& classes) : text_(regex), classes_(classes) {}
  base::Result<ParsedRegex> parse();

 private:
  void fail(std::size_t at, std::string message, std::string hint = {});
  bool more() const { return at_ < text_.size(); }
  char here() const { return more() ? text_[at_] : '\0'; }
  bool next_is(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  bool take(std::string_view what);
  std::string_view take_digits();
  void patch(std::size_t begin, std::size_t length, std::string replacement);
  void apply_patches();

  Node parse_alternatives(RegexFlags& flags, int depth);
  Node parse_sequence(RegexFlags& flags, int depth);
  bool skip_ignored(const RegexFlags& flags);
  void parse_quoted(const RegexFlags& flags, std::vector<Node>& items);
  Node parse_atom(RegexFlags& flags, int depth);
  Node literal(char32_t code, std::size_t begin, const RegexFlags& flags);
  Node parse_class(const RegexFlags& flags);
  Node parse_escape(const RegexFlags& flags);
  Node parse_not_newline();
  Node parse_reference();

  Node parse_group(RegexFlags& flags, int depth);
  Node parse_special_group(RegexFlags& flags, std::size_t begin, int depth);
  Node parse_body(RegexFlags flags, std::size_t begin, int depth);
  Node parse_named_group(const RegexFlags& flags, std::size_t begin, char close, int depth);
  Node parse_inline_flags(RegexFlags& flags, std::size_t begin, int depth);
  Node parse_quantifiers(Node item, const RegexFlags& flags);
  bool read_braces(std::uint32_t& min, std::uint32_t& max);

  static void add_item(std::vector<Node>& items, Node item);
  Node node_of(const CharSet& set);
  Node any_characters();
  Node not_newline();
  Node anything(std::uint32_t min);

  std::string_view text_;
  ByteClasses& classes_;
  std::size_t at_ = 0;
  std::optional<base::Diagnostic> problem_{};
  ParsedRegex parsed_{};
};

/// A sequence or an alternation, as heavy as its heaviest child.
Node node_of_children(std::vector<Node> children, NodeKind kind);
Node zero_width_node(Edge edge = Edge::any);

}  // namespace readiness::scan
