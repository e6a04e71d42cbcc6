// SPDX-License-Identifier: Apache-2.0
// The score along history, as plain data: for `readiness trend` and for a report that shows it.
#pragma once
#include "app/audit.h"
#include "app/environment.h"
#include "app/sampling.h"
#include "base/result.h"
#include "report/trend.h"

namespace readiness::app {

struct TrendRequest {
  Every every = Every::week;
  std::size_t last = 30;
};

/// Along the first parents of what `prepared` audits, all under its policy; each commit's own date is "now"
/// for it unless --as-of was given. Leaves another "now" in `prepared`.
base::Result<report::TrendPage> make_trend(Preparation& prepared, const TrendRequest& request,
                                           const Environment& environment);

}  // namespace readiness::app
