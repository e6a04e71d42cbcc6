// SPDX-License-Identifier: Apache-2.0
// The audit as one page for everybody who is no developer: its sections in order.
#include <array>

#include "report/html/frame.h"
#include "report/html/sections.h"

namespace readiness::report {
namespace {

using html::word;

Markup title_of(const Report& report) {
  const Markup project = report.project.empty() ? Markup("repository") : text(report.project);
  if (report.scorecard.overall.counted == 0) return project;
  return project + ": " + html::percent(report.scorecard.overall.points()) + " production ready";
}

/// Links to the sections that are there.
Markup navigation(const std::vector<std::pair<Markup, Markup>>& sections) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames{
      {{"attention", "Attention"},
       {"changes", "Changes"},
       {"overview", "Where it stands"},
       {"units", "Units"},
       {"blockers", "Blockers"},
       {"plan", "Plan"},
       {"trend", "Trend"},
       {"quick-wins", "Quick wins"},
       {"checks", "All checks"},
       {"about", "About"}}};
  std::vector<std::pair<Markup, Markup>> there;
  for (const auto& [id, content] : sections)
    for (const auto& [known, name] : kNames)
      if (known == id.str() && !content.empty()) there.emplace_back(id, word(name));
  return html::links_to(there);
}

}  // namespace

std::string render_html(const Report& report, const RenderOptions&) {
  const std::vector<std::pair<Markup, Markup>> sections{
      {"attention", html::attention(report)}, {"changes", html::changes(report)},
      {"overview", html::overview(report)},   {"units", html::units(report)},
      {"blockers", html::blockers(report)},   {"plan", html::projection(report)},
      {"trend", html::trend(report)},         {"quick-wins", html::quick_wins(report)},
      {"checks", html::all_checks(report)},   {"waivers", html::waivers(report)},
      {"about", html::about(report)}};
  Markup main = "\n";
  for (const auto& [id, content] : sections) main += content;
  return html::framed(title_of(report), html::masthead(report) + navigation(sections), main,
                      report.tool_version);
}

}  // namespace readiness::report
