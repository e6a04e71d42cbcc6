// SPDX-License-Identifier: Apache-2.0
// The sections of the roadmap document, in order. Each writes nothing when it has nothing to say.
#pragma once
#include "report/markdown/text.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report::markdown {

void put_headline(Document& document, const Report& report);
void put_changes(Document& document, const delta::Delta& delta);
void put_attention(Document& document, const Report& report);
void put_project(Document& document, const Report& report);
void put_progress(Document& document, const Report& report);
void put_units(Document& document, const Report& report);
void put_blockers(Document& document, const Report& report);
void put_phases(Document& document, const Report& report, const RenderOptions& options);
void put_quick_wins(Document& document, const Report& report);
void put_next_steps(Document& document, const Report& report);
void put_order(Document& document, const Report& report);
void put_success_metrics(Document& document, const Report& report);
void put_what_if(Document& document, const Report& report);
void put_state(Document& document, const Report& report, const RenderOptions& options);
void put_waivers(Document& document, const Report& report);
void put_left_out(Document& document, const Report& report);
void put_risks(Document& document, const Report& report);
void put_assumptions(Document& document, const Report& report);
void put_score(Document& document, const Report& report, const RenderOptions& options);
void put_audit(Document& document, const Report& report);

const checks::Verdict& verdict_of(const Report& report, const plan::Item& item);
/// "❌ Fail", "⚠️ Partial (74 %)", "✅ Pass" …
Md status_of(const checks::Verdict& verdict);
/// "🔴 Critical (P0)" …
Md priority_of(rulepack::Priority priority);
/// A place as code with what stands there, or nothing.
Md place(std::string_view path, std::uint32_t line, std::string_view excerpt);
/// "1 engineer, 30 h a week".
Md capacity_of(const Report& report);

}  // namespace readiness::report::markdown
