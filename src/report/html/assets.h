// SPDX-License-Identifier: Apache-2.0
// page.css and page.js as they are embedded, and their SHA-256 in base64, as a content security policy names
// them.
#pragma once
#include <string_view>

namespace readiness::report::html {

std::string_view page_style();
std::string_view page_style_hash();
std::string_view page_script();
std::string_view page_script_hash();

}  // namespace readiness::report::html
