// SPDX-License-Identifier: Apache-2.0
// The table of formats. A new one is a file with its render function and a row here.
#include "report/report.h"

namespace readiness::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> kFormats{
      {"terminal", ".txt", &render_terminal},
      {"markdown", ".md", &render_markdown},
      {"html", ".html", &render_html},
      {"json", ".json", &render_json},
      {"sarif", ".sarif", &render_sarif},
      {"sarif-all", ".sarif", &render_sarif_all},
      {"junit", ".xml", &render_junit},
      {"gitlab", ".json", &render_gitlab},
      {"github", ".log", &render_github},
      {"github-summary", ".md", &render_github_summary},
      {"csv", ".csv", &render_csv},
      {"badge", ".svg", &render_badge},
      {"badge-json", ".json", &render_badge_json},
  };
  return kFormats;
}

}  // namespace readiness::report
