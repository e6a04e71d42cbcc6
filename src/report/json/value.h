// SPDX-License-Identifier: Apache-2.0
// The one door to nlohmann-json for the formats that are JSON: the value type, and writing it so that it is
// inert.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace readiness::report {

/// Keys keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// Indented by two, ends in a line break. Invalid UTF-8 becomes U+FFFD; what could command a terminal (C1
/// controls, DEL, bidirectional overrides) or a CI runner that reads our log is written as \uXXXX, which
/// every JSON reader turns back.
std::string json_text(const Json& value);
/// Rounded to six decimals, so that no last bit of a sum shows.
double rounded(double value);
/// Sets `path`, and `path_bytes` (base64) when the path is not UTF-8.
void set_path(Json& object, std::string_view path);
std::string base64(std::string_view bytes);

}  // namespace readiness::report
