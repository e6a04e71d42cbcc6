// SPDX-License-Identifier: Apache-2.0
#include "app/rule_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/glob.h"
#include "base/text.h"
#include "checks/verdict.h"
#include "plan/plan.h"

namespace readiness::app {
namespace {

using rulepack::Check;

std::string origin_of(const rulepack::RuleBook& book, const rulepack::Place& place) {
  return fmt::format("{}:{}", base::printable(book.sources.names[place.file]), place.mark.line);
}

void line(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out += fmt::format("  {:<11} {}\n", name, base::printable(value));
}

void list(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    out += fmt::format("  {:<11} - {}\n", i == 0 ? name : "", base::printable(values[i]));
}

std::string_view name_of(rulepack::Form form) {
  switch (form) {
    case rulepack::Form::require:
      return "require: something must exist";
    case rulepack::Form::forbid:
      return "forbid: something must not exist";
    case rulepack::Form::each:
      return "each: everything of a kind must have something";
  }
  return {};
}

std::string describe(const rulepack::RuleBook& book, const rulepack::Pack& pack, const Check& check) {
  std::string out = fmt::format("{}: {}\n", check.id, base::printable(check.title));
  line(out, "pack", pack.title.empty() ? pack.name : pack.title);
  line(out, "priority", checks::name_of(check.priority));
  line(out, "confidence", checks::name_of(check.confidence));
  if (check.preview) line(out, "status", "preview: weighs nothing");
  if (check.disabled) line(out, "status", "disabled");
  line(out, "asks", name_of(check.form));
  line(out, "when", check.when_text);
  if (!check.effort.by_count)
    line(out, "effort", plan::words({check.effort.min_hours, check.effort.max_hours}));
  line(out, "owner", check.owner.empty() ? pack.owner : check.owner);
  line(out, "why", check.why);
  line(out, "impact", check.impact);
  list(out, "tasks", check.tasks);
  list(out, "create", check.create);
  list(out, "update", check.update);
  list(out, "after", check.after);
  list(out, "options", check.options);
  line(out, "snippet", check.snippet);
  list(out, "references", check.references);
  line(out, "tests", std::to_string(check.tests.size()));
  line(out, "defined", origin_of(book, check.place));
  for (const auto& [field, place] : check.field_origins)
    if (place.file != check.place.file) line(out, "", field + " from " + origin_of(book, place));
  return out;
}

}  // namespace

std::string list_text(const rulepack::RuleBook& book, const std::vector<std::string>& only) {
  std::string out;
  for (const rulepack::Pack& pack : book.packs)
    for (const Check& check : pack.checks) {
      const auto matches = [&](const std::string& glob) { return base::name_matches(glob, check.id); };
      if (!only.empty() && std::none_of(only.begin(), only.end(), matches)) continue;
      out += fmt::format("{:<34} {:<9} {}{}\n", check.id, checks::name_of(check.priority),
                         base::printable(check.title),
                         check.disabled  ? " (disabled)"
                         : check.preview ? " (preview)"
                                         : "");
    }
  return out;
}

std::string show_text(const rulepack::RuleBook& book, const std::string& id) {
  for (const rulepack::Pack& pack : book.packs)
    for (const Check& check : pack.checks)
      if (check.id == id) return describe(book, pack, check);
  return {};
}

}  // namespace readiness::app
