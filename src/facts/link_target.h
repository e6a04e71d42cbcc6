// SPDX-License-Identifier: Apache-2.0
// Where a symbolic link leads, by its words alone: nothing is opened.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace readiness::facts {

/// The path, relative to the root, that a link at `link` (relative to the root) with the text `text` names;
/// nothing when it is absolute or climbs out of the root. Folders that are links themselves are not followed.
std::optional<std::string> link_target(std::string_view link, std::string_view text);

}  // namespace readiness::facts
