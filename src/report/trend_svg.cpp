// SPDX-License-Identifier: Apache-2.0
// A line of scores over time. No script, no font of its own, no address: safe to put anywhere.
#include <fmt/format.h>

#include <algorithm>

#include "report/trend.h"

namespace readiness::report {
namespace {

constexpr double kWidth = 720, kHeight = 240, kLeft = 40, kRight = 12, kTop = 12, kBottom = 28;

struct Scale {
  std::int64_t first, last;
  std::size_t count;

  // By time where times make sense, else evenly.
  double x(const delta::Sample& sample, std::size_t index) const {
    const double room = kWidth - kLeft - kRight;
    if (last > first)
      return kLeft +
             room * std::clamp(static_cast<double>(sample.time - first) / static_cast<double>(last - first),
                               0.0, 1.0);
    return kLeft + room * (count < 2 ? 0.5 : static_cast<double>(index) / static_cast<double>(count - 1));
  }
  double y(double raw) const {
    return kTop + (kHeight - kTop - kBottom) * (1 - std::clamp(raw / 100, 0.0, 1.0));
  }
};

std::string grid(const Scale& scale) {
  std::string out;
  for (int line = 0; line <= 100; line += 25)
    out += fmt::format(
        "<line class=\"g\" x1=\"{}\" x2=\"{}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>"
        "<text class=\"t\" x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
        kLeft, kWidth - kRight, scale.y(line), scale.y(line), kLeft - 6, scale.y(line) + 4, line);
  return out;
}

}  // namespace

std::string trend_svg(const delta::Trend& trend) {
  const std::vector<delta::Sample>& samples = trend.samples;
  Scale scale{0, 0, samples.size()};
  if (!samples.empty()) scale.first = samples.front().time, scale.last = samples.back().time;
  std::string points, dots;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (!samples[i].scored) continue;
    const double x = scale.x(samples[i], i), y = scale.y(samples[i].raw);
    points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x, y);
    dots += fmt::format(
        "<circle class=\"d\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"><title>{} {}: {} %</title></circle>\n", x, y,
        samples[i].date, samples[i].commit.substr(0, 10), samples[i].score);
  }
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-label=\"production readiness over time\">\n"
      "<style>.g{{stroke:#8884;stroke-width:1}}.t{{font:11px sans-serif;fill:#888}}"
      ".l{{fill:none;stroke:#2f81f7;stroke-width:2;stroke-linejoin:round}}.d{{fill:#2f81f7}}</style>\n",
      kWidth, kHeight);
  out += grid(scale);
  if (!points.empty()) out += fmt::format("<polyline class=\"l\" points=\"{}\"/>\n", points) + dots;
  if (!samples.empty())
    out += fmt::format(
        "<text class=\"t\" x=\"{}\" y=\"{}\">{}</text>"
        "<text class=\"t\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
        kLeft, kHeight - 8, samples.front().date, kWidth - kRight, kHeight - 8, samples.back().date);
  return out + "</svg>\n";
}

std::string render_trend_svg(const TrendPage& page, const RenderOptions&) { return trend_svg(page.trend); }

}  // namespace readiness::report
