// SPDX-License-Identifier: Apache-2.0
// SARIF with a limit of one's own choice, so that the cut can be tested on few results.
#pragma once
#include "report/report.h"

namespace readiness::report {

/// The `most` most urgent results; what was left out is counted in a notification.
std::string render_sarif_within(const Report& report, std::size_t most);

}  // namespace readiness::report
