// SPDX-License-Identifier: Apache-2.0
// The sections of the page, in order. Each is empty when it has nothing to say.
#pragma once
#include "report/html/elements.h"
#include "report/report.h"

namespace readiness::report::html {

Markup masthead(const Report& report);
Markup attention(const Report& report);
Markup overview(const Report& report);
Markup units(const Report& report);
Markup changes(const Report& report);
Markup trend(const Report& report);
Markup blockers(const Report& report);
Markup projection(const Report& report);
Markup quick_wins(const Report& report);
Markup all_checks(const Report& report);
Markup waivers(const Report& report);
Markup about(const Report& report);

/// " (up from 45 %)", when the report is held against another.
Markup up_from(const Report& report);
/// One check of the list with all that is known about it; `item` when something is to be done.
Markup check_entry(const Report& report, const checks::Verdict& verdict, const plan::Item* item);
/// What the verdict is for each unit; nothing when it is not asked of single units.
Markup units_of(const Report& report, const checks::Verdict& verdict);
/// Whoever is to do it: the plan's owner, else the check's, else the pack's.
std::string owner_of(const Report& report, const checks::Verdict& verdict, const plan::Item* item);
const checks::Verdict& verdict_of(const Report& report, const plan::Item& item);

}  // namespace readiness::report::html
