// SPDX-License-Identifier: Apache-2.0
// What toml++ must not be given: it recurses once for every part of a dotted key, runs off the end of a file
// that ends inside a table header, and its test for white space is undefined for many letters beyond ASCII.
// Private to the layer.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace readiness::document {

struct TomlDanger {
  std::size_t offset;
  std::string message;
};

/// The first key with more than `max_depth` parts, bracket that is nested deeper than that, header that the
/// file's end cuts off, or character beyond ASCII where TOML allows none. Linear; strings and comments are
/// looked over.
std::optional<TomlDanger> toml_danger(std::string_view text, std::size_t max_depth);

}  // namespace readiness::document
