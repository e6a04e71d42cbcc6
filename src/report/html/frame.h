// SPDX-License-Identifier: Apache-2.0
// The page around what a report says: head, policy, style and script. Every page of ours is made by it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "report/markup.h"

namespace readiness::report::html {

/// One file that needs nothing else. Its policy admits the one style and the one script that are written into
/// it, by their hashes: nothing that a repository could bring in would run, load or be sent anywhere.
/// `top` stands above the content, where the first link leads.
std::string framed(const Markup& title, const Markup& top, const Markup& main,
                   const std::string& tool_version);

/// The sections as links, those that are there.
Markup links_to(const std::vector<std::pair<Markup, Markup>>& ids_and_names);

/// The button that changes between light and dark; the script shows it.
Markup theme_button();

}  // namespace readiness::report::html
