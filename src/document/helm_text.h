// SPDX-License-Identifier: Apache-2.0
// A Go template over YAML made into YAML by taking its actions out. Private to the layer.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/input.h"

namespace readiness::document {

/// Stands for an action in the text that helm_text gives: one character of Unicode's private use area, which
/// is plain text to YAML.
constexpr std::string_view kAction = "\xEE\x80\x80";

/// What a template prints in one case, it does not print in the other: both in one text need not be YAML.
enum class Branches : std::uint8_t { all, first };

/// As many lines as `input`. Lines of nothing but actions are empty, unless they are the only value of the
/// key above them; then they are kAction. With Branches::first what stands behind an `else` is empty, too. Fails when an action is never closed.
base::Result<std::string> helm_text(const Input& input, Branches branches);

}  // namespace readiness::document
