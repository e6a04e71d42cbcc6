// SPDX-License-Identifier: Apache-2.0
// SARIF with limits of one's own choice, so that the cut can be tested on few results.
#pragma once
#include "report/report.h"

namespace readiness::report {

/// GitHub refuses runs with more results, and shows the first 5,000 of them by severity:
/// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
struct SarifLimits {
  std::size_t results = 25'000;
  std::size_t shown = 5'000;
  bool waived = false;  ///< with what was waived, as suppressed results (docs/decisions/0006)
};

/// The most urgent results; what was left out, or will not be shown, is counted in notifications.
std::string render_sarif_within(const Report& report, const SarifLimits& limits);

}  // namespace readiness::report
