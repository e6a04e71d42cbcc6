// SPDX-License-Identifier: Apache-2.0
// The large parts of the JSON report, each in a file of its own.
#pragma once
#include "base/text.h"
#include "report/json/value.h"
#include "report/report.h"

namespace readiness::report {

Json traits_json(const Report& report);
Json checks_json(const Report& report);
Json plan_json(const Report& report);
Json delta_json(const delta::Delta& delta);
Json trend_json(const delta::Trend& trend);
Json changes_json(const std::vector<delta::Change>& changes);
Json what_if_json(const Report& report);
Json hours_json(const plan::Hours& hours);

}  // namespace readiness::report
