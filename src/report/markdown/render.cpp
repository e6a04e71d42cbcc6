// SPDX-License-Identifier: Apache-2.0
// The roadmap that teams write by hand before going live, made from what was measured. One thing a line, so
// that a diff between two of them reads well.
#include "report/markdown/sections.h"

namespace readiness::report {

std::string render_markdown(const Report& report, const RenderOptions& options) {
  markdown::Document document;
  markdown::put_headline(document, report);
  markdown::put_attention(document, report);
  if (report.delta) markdown::put_changes(document, *report.delta);
  markdown::put_project(document, report);
  markdown::put_progress(document, report);
  markdown::put_units(document, report);
  markdown::put_blockers(document, report);
  markdown::put_phases(document, report, options);
  markdown::put_quick_wins(document, report);
  markdown::put_next_steps(document, report);
  markdown::put_order(document, report);
  markdown::put_success_metrics(document, report);
  markdown::put_what_if(document, report);
  markdown::put_state(document, report, options);
  markdown::put_waivers(document, report);
  markdown::put_left_out(document, report);
  markdown::put_risks(document, report);
  markdown::put_assumptions(document, report);
  markdown::put_score(document, report, options);
  markdown::put_audit(document, report);
  return document.str();
}

}  // namespace readiness::report
