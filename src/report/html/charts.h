// SPDX-License-Identifier: Apache-2.0
// The page's charts as SVG. No style attribute is needed, which the page's policy would refuse, and all text
// stands outside where it keeps its size; so each chart may be stretched. Colours come from the style sheet,
// by class.
#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/markup.h"

namespace readiness::report::html {

/// A ring of which `points` (0 … 100) are filled, with a tick at `target` and the number inside. `about` is
/// read out.
Markup ring(std::optional<int> points, std::optional<int> target, std::string_view tone, const Markup& about);
/// A flat bar of which `share` (0 … 100) is filled, with a tick at `target`.
Markup bar(double share, std::optional<int> target, std::string_view tone);
/// Parts of a whole side by side, each in the colour of its class.
Markup stack(const std::vector<std::pair<std::string_view, std::uint64_t>>& parts, const Markup& about);
/// One column of a staircase: `before` and what is gained on top of it, to `after`.
Markup step(double before, double after, std::optional<int> target);
/// A line through points of which x runs from 0 to 1 and y from 0 to 100, the area below it, and a dashed
/// target.
Markup line(const std::vector<std::pair<double, double>>& points, std::optional<int> target,
            const Markup& about);

/// "good", "fair", "poor": against the target, or 80.
std::string_view tone_of(double points, std::optional<int> target);

}  // namespace readiness::report::html
