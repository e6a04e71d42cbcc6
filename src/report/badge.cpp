// SPDX-License-Identifier: Apache-2.0
// The score as a badge: an SVG that needs nothing else, and the JSON that shields.io makes one from
// (https://shields.io/badges/endpoint-badge).
#include <fmt/format.h>

#include "report/json/value.h"
#include "report/markup.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report {
namespace {

struct Colour {
  int from;                ///< points
  std::string_view name;   ///< as shields.io names it
  std::string_view value;  ///< white text on it has a contrast of at least 4.5
};
constexpr Colour kColours[] = {{90, "brightgreen", "#2a7d2e"},
                               {75, "green", "#3f7a1c"},
                               {60, "yellow", "#8a6a00"},
                               {40, "orange", "#b04a00"},
                               {0, "red", "#c02f2f"}};
constexpr Colour kNothing{0, "lightgrey", "#6a6a6a"};

struct Badge {
  std::string_view label = "readiness";
  std::string message;
  Colour colour = kNothing;
};

Badge badge_of(const Report& report) {
  if (report.scorecard.overall.counted == 0) return {.message = "nothing to judge"};
  const int points = report.scorecard.overall.points();
  Badge out{.message = fmt::format("{} %", points)};
  const GateState gate = gate_state(report);
  if (gate == GateState::incomplete) out.message += ", incomplete";
  for (const Colour& colour : kColours)
    if (points >= colour.from) {
      out.colour = colour;
      break;
    }
  if (gate == GateState::fail) out.colour = kColours[std::size(kColours) - 1];
  return out;
}

/// Pixels that our few words need in Verdana 11: textLength makes other fonts keep to it.
int width_of(std::string_view words) {
  double sum = 0;
  for (const char c : words)
    sum += c == ' ' || c == ',' || c == 'i' || c == 'j' || c == 'l' || c == 't' ? 4.2 : c == '%' ? 11.8 : 7.0;
  return static_cast<int>(sum + 0.5);
}

Markup pixels(double value) { return Markup::ours(fmt::format("{:g}", value)); }

Markup words(std::string_view what, double middle, int width) {
  return element("text",
                 {{"x", pixels(middle)},
                  {"y", "14"},
                  {"textLength", pixels(width)},
                  {"lengthAdjust", "spacingAndGlyphs"}},
                 text(what));
}

}  // namespace

std::string render_badge(const Report& report, const RenderOptions&) {
  constexpr int kPadding = 6;
  const Badge badge = badge_of(report);
  const int left = width_of(badge.label) + 2 * kPadding;
  const int right = width_of(badge.message) + 2 * kPadding;
  const Markup title = text(fmt::format("{}: {}", badge.label, badge.message));
  const Markup box =
      "\n" + block("title", {}, title) +
      block("clipPath", {{"id", "round"}},
            element("rect", {{"width", pixels(left + right)}, {"height", "20"}, {"rx", "4"}}, {})) +
      block("g", {{"clip-path", "url(#round)"}},
            element("rect", {{"width", pixels(left)}, {"height", "20"}, {"fill", "#33373d"}}, {}) +
                element("rect",
                        {{"x", pixels(left)},
                         {"width", pixels(right)},
                         {"height", "20"},
                         {"fill", Markup::ours(std::string(badge.colour.value))}},
                        {})) +
      block("g",
            {{"fill", "#fff"},
             {"text-anchor", "middle"},
             {"font-family", "Verdana,DejaVu Sans,Geneva,sans-serif"},
             {"font-size", "11"}},
            words(badge.label, left / 2.0, left - 2 * kPadding) +
                words(badge.message, left + right / 2.0, right - 2 * kPadding));
  return block("svg",
               {{"xmlns", "http://www.w3.org/2000/svg"},
                {"width", pixels(left + right)},
                {"height", "20"},
                {"role", "img"},
                {"aria-label", title}},
               box)
      .str();
}

std::string render_badge_json(const Report& report, const RenderOptions&) {
  const Badge badge = badge_of(report);
  Json out = {
      {"schemaVersion", 1}, {"label", badge.label}, {"message", badge.message}, {"color", badge.colour.name}};
  if (gate_state(report) == GateState::fail) out["isError"] = true;
  return json_text(out);
}

}  // namespace readiness::report
