// SPDX-License-Identifier: Apache-2.0
// The faces of `readiness trend`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "delta/trend.h"
#include "report/report.h"

namespace readiness::report {

struct TrendPage {
  std::string tool_version{};
  delta::Trend trend{};
  bool complete = true;
  std::vector<std::string> faults{};
};

std::string render_trend_terminal(const TrendPage& page, const RenderOptions& options);
std::string render_trend_csv(const TrendPage& page, const RenderOptions& options);
std::string render_trend_json(const TrendPage& page, const RenderOptions& options);
std::string render_trend_svg(const TrendPage& page, const RenderOptions& options);

struct TrendFormat {
  std::string_view name;
  std::string (*render)(const TrendPage&, const RenderOptions&);
};
const std::vector<TrendFormat>& trend_formats();

/// The samples as one block character each, scaled to 0 … 100; at most `columns` of them, the newest last.
std::string sparkline(const std::vector<delta::Sample>& samples, std::size_t columns);
/// A chart of the scores by time as an <svg> element, for a page of its own or inside another.
std::string trend_svg(const delta::Trend& trend);

}  // namespace readiness::report
