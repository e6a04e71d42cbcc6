// SPDX-License-Identifier: Apache-2.0
#include "report/html/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace readiness::report::html {
namespace {

Markup units(double value) { return Markup::ours(fmt::format("{:g}", std::round(value * 100) / 100)); }
Markup name(std::string_view css_class) { return Markup::ours(std::string(css_class)); }

Markup rect(std::string_view css_class, double x, double y, double width, double height) {
  return element("rect",
                 {{"class", name(css_class)},
                  {"x", units(x)},
                  {"y", units(y)},
                  {"width", units(width)},
                  {"height", units(height)}},
                 {});
}

/// A dashed line that stays thin however the chart is stretched.
Markup across(double y) {
  return element("path",
                 {{"class", "target"},
                  {"d", Markup::ours(fmt::format("M0 {0:g}H100", y))},
                  {"vector-effect", "non-scaling-stroke"}},
                 {});
}

/// A chart that fills its box. Without `about` what it shows stands beside it in words.
Markup stretched(std::string_view css_class, int height, const Markup& about, const Markup& inner) {
  Attributes attributes{{"class", name(css_class)},
                        {"viewBox", Markup::ours(fmt::format("0 0 100 {}", height))},
                        {"preserveAspectRatio", "none"}};
  if (about.empty())
    attributes.push_back({"aria-hidden", "true"});
  else
    attributes.insert(attributes.end(), {{"role", "img"}, {"aria-label", about}});
  return paired("svg", attributes, inner);
}

Markup circle(std::string_view css_class, std::string_view dashes) {
  return element("circle",
                 {{"class", name(css_class)},
                  {"cx", "60"},
                  {"cy", "60"},
                  {"r", "50"},
                  {"pathLength", dashes.empty() ? Markup() : Markup("100")},
                  {"stroke-dasharray", Markup::ours(std::string(dashes))}},
                 {});
}

Markup ring_target(int target) {
  const double angle = (target / 100.0) * 2 * std::numbers::pi;
  const auto at = [&](double radius) {
    return fmt::format("{:.2f} {:.2f}", 60 + radius * std::cos(angle), 60 + radius * std::sin(angle));
  };
  return element("path", {{"class", "tick"}, {"d", Markup::ours("M" + at(42.5) + "L" + at(57.5))}}, {});
}

}  // namespace

std::string_view tone_of(double points, std::optional<int> target) {
  constexpr int kUsualTarget = 80;
  const double wanted = target.value_or(kUsualTarget);
  return points >= wanted ? "good" : points >= wanted / 2 ? "fair" : "poor";
}

Markup ring(std::optional<int> points, std::optional<int> target, std::string_view tone,
            const Markup& about) {
  // The ring begins at the top: a quarter turn back. A dash of no length would still show its round ends.
  Markup turning = circle("track", "");
  if (points.value_or(0) > 0) turning += circle("fill", fmt::format("{} 100", *points));
  if (target) turning += ring_target(*target);
  const Markup label = points
                           ? element("text", {{"class", "score"}, {"x", "60"}, {"y", "70"}}, units(*points)) +
                                 element("text", {{"class", "of"}, {"x", "60"}, {"y", "86"}}, "of 100")
                           : element("text", {{"class", "score"}, {"x", "60"}, {"y", "70"}}, "–");
  return paired(
      "svg",
      {{"class", "ring " + name(tone)}, {"viewBox", "0 0 120 120"}, {"role", "img"}, {"aria-label", about}},
      element("g", {{"transform", "rotate(-90 60 60)"}}, turning) + label);
}

Markup bar(double share, std::optional<int> target, std::string_view tone) {
  Markup inner = rect("track", 0, 0, 100, 10);
  if (share > 0) inner += rect("fill", 0, 0, share, 10);
  if (target) inner += rect("tick", std::clamp(*target - 0.25, 0.0, 99.5), 0, 0.5, 10);
  return stretched(fmt::format("bar {}", tone), 10, {}, inner);
}

Markup stack(const std::vector<std::pair<std::string_view, std::uint64_t>>& parts, const Markup& about) {
  double all = 0;
  for (const auto& [css_class, count] : parts) all += static_cast<double>(count);
  Markup inner;
  double x = 0;
  for (const auto& [css_class, count] : parts) {
    if (count == 0) continue;
    const double width = 100 * static_cast<double>(count) / all;
    inner += rect(fmt::format("is-{}", css_class), x, 0, width, 10);
    x += width;
  }
  return stretched("stack", 10, about, inner);
}

Markup step(double before, double after, std::optional<int> target) {
  Markup inner = rect("base", 0, 100 - std::min(before, after), 100, std::min(before, after));
  if (after > before) inner += rect("gain", 0, 100 - after, 100, after - before);
  if (target) inner += across(100 - *target);
  return stretched("step", 100, {}, inner);
}

Markup line(const std::vector<std::pair<double, double>>& points, std::optional<int> target,
            const Markup& about) {
  std::string path;
  for (const auto& [x, y] : points)
    path += fmt::format("{}{:.2f} {:.2f}", path.empty() ? "M" : "L", 100 * x, 100 - y);
  Markup inner = element("path", {{"class", "area"}, {"d", Markup::ours(path + "V100H0Z")}}, {});
  inner += element(
      "path", {{"class", "curve"}, {"d", Markup::ours(path)}, {"vector-effect", "non-scaling-stroke"}}, {});
  if (target) inner += across(100 - *target);
  return stretched("line", 100, about, inner);
}

}  // namespace readiness::report::html
