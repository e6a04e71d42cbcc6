// SPDX-License-Identifier: Apache-2.0
// Our version, and those of the libraries that we were built with.
#pragma once
#include <string>

namespace readiness::app {

std::string our_version();
/// "readiness 0.1.0", then one line a library.
std::string version_text();

}  // namespace readiness::app
