// SPDX-License-Identifier: Apache-2.0
// The table of formats. A new one is a file with its render function and a row here.
#include "report/report.h"

namespace readiness::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats{
      {"terminal", ".txt", &render_terminal},
      {"markdown", ".md", &render_markdown},
      {"json", ".json", &render_json},
      {"sarif", ".sarif", &render_sarif},
  };
  return kFormats;
}

}  // namespace readiness::report
