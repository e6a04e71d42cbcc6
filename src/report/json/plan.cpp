// SPDX-License-Identifier: Apache-2.0
// The plan in the JSON report: items in order, phases with projected scores, quick wins and blockers by check
// id.
#include "report/json/parts.h"
#include "report/view.h"

namespace readiness::report {
namespace {

const std::string& id_of(const Report& report, std::size_t item) {
  return report.verdicts.verdicts[report.plan.items[item].verdict].check.id;
}

Json ids_json(const Report& report, const std::vector<std::size_t>& items) {
  Json out = Json::array();
  for (const std::size_t item : items) out.push_back(id_of(report, item));
  return out;
}

Json weeks_json(double min, double max) { return {{"min", rounded(min)}, {"max", rounded(max)}}; }

Json items_json(const Report& report) {
  Json out = Json::array();
  for (std::size_t i = 0; i < report.plan.items.size(); ++i) {
    const plan::Item& item = report.plan.items[i];
    out.push_back({{"ordinal", item.ordinal},
                   {"check", id_of(report, i)},
                   {"owner", item.owner},
                   {"effort", hours_json(item.effort)},
                   {"points", rounded(item.points)},
                   {"blocker", item.blocker},
                   {"quick_win", item.quick_win},
                   {"waits_for", item.waits_for}});
  }
  return out;
}

Json phases_json(const Report& report) {
  Json out = Json::array();
  for (const plan::Phase& phase : report.plan.phases)
    out.push_back({{"name", phase.name},
                   {"priority", std::string(checks::name_of(phase.priority))},
                   {"items", ids_json(report, phase.items)},
                   {"effort", hours_json(phase.effort)},
                   {"weeks", weeks_json(phase.weeks_min, phase.weeks_max)},
                   {"projected_score", phase.projected_score},
                   {"projected_raw", rounded(phase.projected_raw)}});
  return out;
}

}  // namespace

Json hours_json(const plan::Hours& hours) {
  return {
      {"min_hours", rounded(hours.min)}, {"max_hours", rounded(hours.max)}, {"words", plan::words(hours)}};
}

Json what_if_json(const Report& report) {
  if (!report.what_if) return {};
  const plan::WhatIf& what_if = *report.what_if;
  const auto ids = [&](const std::vector<std::size_t>& verdicts) {
    Json out = Json::array();
    for (const std::size_t i : verdicts) out.push_back(report.verdicts.verdicts[i].check.id);
    return out;
  };
  return {{"fixed", ids(what_if.fixed)},          {"no_gain", ids(what_if.no_gain)},
          {"effort", hours_json(what_if.effort)}, {"score", what_if.score},
          {"raw", rounded(what_if.raw)},          {"gained", rounded(what_if.gained)}};
}

Json plan_json(const Report& report) {
  const plan::Plan& plan = report.plan;
  const plan::Road road = road_to_production(report);
  return {{"capacity",
           {{"engineers", report.capacity.engineers}, {"hours_a_week", report.capacity.hours_a_week}}},
          {"total", hours_json(plan.total)},
          {"weeks", weeks_json(plan.weeks_min, plan.weeks_max)},
          {"to_production", {{"phases", road.phases}, {"weeks", weeks_json(road.weeks_min, road.weeks_max)}}},
          {"phases", phases_json(report)},
          {"items", items_json(report)},
          {"quick_wins", ids_json(report, plan.quick_wins)},
          {"blockers", ids_json(report, plan.blockers)}};
}

}  // namespace readiness::report
