// SPDX-License-Identifier: Apache-2.0
// Every check once: what is to be done in the order of the plan, then what is done, then what does not count.
// Above it the filter, which appears when the page's script runs; without it everything is there to read.
#include <fmt/format.h>

#include <map>
#include <set>

#include "report/html/sections.h"
#include "report/view.h"

namespace readiness::report::html {
namespace {

using checks::Outcome;

struct Choice {
  Markup value;
  Markup name;
};

Markup choice(const Markup& id, const Markup& label, const std::vector<Choice>& choices) {
  Markup options = "\n<option value=\"\">all</option>\n";
  for (const Choice& each : choices) options += paired("option", {{"value", each.value}}, each.name) + "\n";
  return part("p", {}, paired("label", {{"for", id}}, label) + " " + paired("select", {{"id", id}}, options));
}

std::vector<Choice> verdict_choices(const Report& report) {
  std::set<std::string_view> present;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) present.insert(kind_of(verdict));
  std::vector<Choice> out;
  out.push_back({"open", "open (fail or partial)"});
  for (const std::string_view kind :
       {"fail", "partial", "pass", "attested", "waived", "unknown", "not-applicable", "preview"})
    if (present.contains(kind))
      out.push_back({word(kind), kind == "not-applicable" ? Markup("not applicable") : word(kind)});
  return out;
}

std::vector<Choice> priority_choices() {
  return {{"critical", "critical"}, {"high", "high"}, {"medium", "medium"}, {"low", "low"}};
}

std::vector<Choice> category_choices(const Report& report) {
  std::set<std::string> present;
  for (const checks::Verdict& verdict : report.verdicts.verdicts) present.insert(verdict.check.pack);
  std::vector<Choice> out;
  for (const checks::PackInfo& pack : report.verdicts.packs)
    if (present.contains(pack.name)) out.push_back({text(pack.name), text(title_of_pack(report, pack.name))});
  return out;
}

using Items = std::map<std::size_t, const plan::Item*>;  // by verdict

std::vector<Choice> owner_choices(const Report& report, const Items& items) {
  std::set<std::string> owners;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const auto item = items.find(i);
    owners.insert(
        owner_of(report, report.verdicts.verdicts[i], item == items.end() ? nullptr : item->second));
  }
  std::vector<Choice> out;
  for (const std::string& owner : owners)
    if (const Markup shown = text(owner); !shown.empty()) out.push_back({shown, shown});
  return out;
}

Markup toolbar(const Report& report, const Items& items) {
  Markup out = "\n";
  out += part("p", "search",
              "<label for=\"filter-text\">Search</label> <input id=\"filter-text\" type=\"search\" "
              "autocomplete=\"off\">");
  out += choice("filter-verdict", "Verdict", verdict_choices(report));
  out += choice("filter-priority", "Priority", priority_choices());
  out += choice("filter-category", "Category", category_choices(report));
  if (const std::vector<Choice> owners = owner_choices(report, items); !owners.empty())
    out += choice("filter-owner", "Owner", owners);
  out +=
      part("p", "buttons",
           "<button type=\"reset\">Reset</button> <button type=\"button\" id=\"open-all\">Open all</button>");
  out += "<p id=\"filter-count\" role=\"status\"></p>\n";
  return "<form id=\"filter\" role=\"search\" aria-label=\"Filter the checks\" hidden>" + out + "</form>\n";
}

Markup group(const Markup& title, const Markup& note, const Markup& entries) {
  if (entries.empty()) return {};
  return part("section", "group",
              "\n" + part("h3", {}, title) + (note.empty() ? note : part("p", "lead", note)) + entries);
}

Markup phase_groups(const Report& report) {
  Markup out;
  for (std::size_t i = 0; i < report.plan.phases.size(); ++i) {
    const plan::Phase& phase = report.plan.phases[i];
    Markup entries;
    for (const std::size_t index : phase.items) {
      const plan::Item& item = report.plan.items[index];
      entries += check_entry(report, verdict_of(report, item), &item);
    }
    out += group(
        Markup::ours(fmt::format("Phase {}: ", i + 1)) + text(phase.name),
        Markup::ours(fmt::format("{}, {}; score after it {} %", counted(phase.items.size(), "item", "items"),
                                 plan::words(phase.effort), phase.projected_score)),
        entries);
  }
  return out;
}

/// Verdicts that are no item of the plan, in report order.
Markup rest(const Report& report, const Items& items, const std::set<Outcome>& outcomes, bool preview) {
  Markup out;
  for (std::size_t i = 0; i < report.verdicts.verdicts.size(); ++i) {
    const checks::Verdict& verdict = report.verdicts.verdicts[i];
    if (items.contains(i) || verdict.check.preview != preview || !outcomes.contains(verdict.outcome))
      continue;
    out += check_entry(report, verdict, nullptr);
  }
  return out;
}

}  // namespace

Markup all_checks(const Report& report) {
  if (report.verdicts.verdicts.empty()) return {};
  Items items;
  for (const plan::Item& item : report.plan.items) items[item.verdict] = &item;
  const std::set<Outcome> every{Outcome::pass,   Outcome::partial,        Outcome::fail,   Outcome::attested,
                                Outcome::waived, Outcome::not_applicable, Outcome::unknown};
  Markup groups = phase_groups(report);
  groups +=
      group("Open, outside the plan", {}, rest(report, items, {Outcome::fail, Outcome::partial}, false));
  groups += group("Waived", "Decided with a reason, and listed until they expire.",
                  rest(report, items, {Outcome::waived}, false));
  groups += group("Not decided",
                  "They could not be decided, and do not count. Is it done, and where? Attest it in " +
                      code(".readiness.toml") + ".",
                  rest(report, items, {Outcome::unknown}, false));
  groups += group("Done", {}, rest(report, items, {Outcome::pass, Outcome::attested}, false));
  groups += group("Not applicable", "They were not asked, and do not count.",
                  rest(report, items, {Outcome::not_applicable}, false));
  groups += group("Preview", "New checks on trial: their verdicts are shown and weigh nothing.",
                  rest(report, items, every, true));
  return section("checks", "All checks", toolbar(report, items) + groups);
}

}  // namespace readiness::report::html
