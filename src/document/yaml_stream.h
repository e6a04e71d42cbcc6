// SPDX-License-Identifier: Apache-2.0
// A YAML stream cut into its documents, so that the guest parser only ever sees one. Private to the layer.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace readiness::document {

struct YamlPiece {
  std::string_view text;         ///< directives, the `---` line and the content; without a closing `...` line
  std::uint32_t first_line = 1;  ///< of `text` in the stream
  std::size_t directives = 0;    ///< lines before the `---` that begin with '%'
  bool has_marker = false;       ///< the `---`, which must follow directives
};

/// Pieces that hold something: documents of nothing but comments are left out.
std::vector<YamlPiece> yaml_pieces(std::string_view stream);

/// Where brackets stand too deep inside each other for anything that could be read, as an offset; else nothing.
/// yaml-cpp keeps every token until the outermost bracket closes, 250 bytes a '['. Only brackets behind what
/// brackets stand behind are counted: "\e[0m" in a script opens nothing.
std::optional<std::size_t> hopeless_depth(std::string_view text);

}  // namespace readiness::document
