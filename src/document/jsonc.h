// SPDX-License-Identifier: Apache-2.0
// JSON with comments and trailing commas, as editors and compilers take it, made plain. Private to the layer.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace readiness::document {

/// `text` with comments and trailing commas overwritten by spaces, so that every offset stays true.
/// Nothing when there are none: plain JSON is not copied.
std::optional<std::string> without_comments(std::string_view text);

}  // namespace readiness::document
