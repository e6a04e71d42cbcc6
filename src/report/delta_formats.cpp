// SPDX-License-Identifier: Apache-2.0
#include "report/delta.h"

namespace readiness::report {

const std::vector<ComparisonFormat>& comparison_formats() {
  static const std::vector<ComparisonFormat> kFormats{{"terminal", &render_comparison_terminal},
                                                      {"markdown", &render_comparison_markdown},
                                                      {"json", &render_comparison_json}};
  return kFormats;
}

}  // namespace readiness::report
