// SPDX-License-Identifier: Apache-2.0
// The numbers come from the build (src/CMakeLists.txt), for no guest library may be met on this floor but
// CLI11.
#include "app/version.h"

#include <string_view>

namespace readiness::app {

std::string our_version() { return READINESS_VERSION; }

std::string version_text() { return "readiness " + our_version() + "\n" + READINESS_LIBRARIES; }

}  // namespace readiness::app
