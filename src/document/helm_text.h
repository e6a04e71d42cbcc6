// SPDX-License-Identifier: Apache-2.0
// A Go template over YAML made into YAML by taking its actions out. Private to the layer.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/input.h"

namespace readiness::document {

/// Stands for an action in the text that helm_text gives: one character of Unicode's private use area, which
/// is plain text to YAML.
constexpr std::string_view kAction = "\xEE\x80\x80";

/// As many lines as `input`. Lines of nothing but actions are empty, unless they are the only value of the
/// key above them; then they are kAction. Fails when an action is never closed.
base::Result<std::string> helm_text(const Input& input);

}  // namespace readiness::document
