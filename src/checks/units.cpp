// SPDX-License-Identifier: Apache-2.0
// Candidates are folders; what decides is where source code lies and which folders hold others.
#include "checks/units.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "checks/wording.h"

namespace readiness::checks {
namespace {

constexpr std::size_t kMostUnits =
    100;  // each is a reading of all answers; beyond it the repository is a registry
constexpr std::size_t kNamesShown = 3;

bool is_inside(std::string_view path, std::string_view folder) {
  return folder.empty() ||
         (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// "./api/", "../web", "." as seen from `folder`; nothing when it leads out of the tree or is not a plain
// path.
std::optional<std::string> resolved(std::string_view folder, std::string_view relative) {
  if (relative.starts_with('/') || relative.find_first_of("${}:") != std::string_view::npos) return {};
  std::vector<std::string> parts;
  for (const std::string_view whole : {folder, relative})
    for (const std::string_view part : base::split(whole, '/')) {
      if (part.empty() || part == ".") continue;
      if (part != "..")
        parts.emplace_back(part);
      else if (parts.empty())
        return {};
      else
        parts.pop_back();
    }
  return base::joined(parts, "/");
}

std::string_view capture(const facts::Hit& hit, std::string_view name) {
  for (const auto& [key, value] : hit.captures)
    if (key == name) return value;
  return {};
}

// Maven and Gradle keep sources below src/main: the module is the folder above.
std::optional<std::string> folder_of_hit(std::string_view path, const facts::Hit& hit) {
  if (const std::string_view context = capture(hit, "context"); !context.empty())
    return resolved(folder_of(path), context);
  const std::size_t sources = path.find("/src/main/");
  return std::string(sources == std::string_view::npos ? folder_of(path) : path.substr(0, sources));
}

bool says_nothing(std::string_view name) {
  static const std::set<std::string_view> kNames{"src", "app", "source", "server", "service", "main", "code"};
  return kNames.contains(name);
}

// The last name that says something: "shop/app" is "shop".
std::string name_of_folder(std::string_view folder) {
  std::string_view rest = folder;
  std::string_view name = rest.substr(rest.rfind('/') + 1);
  while (says_nothing(name) && name.size() < rest.size()) {
    rest.remove_suffix(name.size() + 1);
    name = rest.substr(rest.rfind('/') + 1);
  }
  return std::string(says_nothing(name) ? folder : name);
}

// Folders inside another candidate go, unless the outer one holds several: then that is where they live
// together.
void settle_nesting(std::map<std::string, std::string>& folders) {
  std::set<std::string> gone;
  for (const auto& [outer, kind] : folders) {
    std::vector<std::string> inner;
    for (const auto& [other, other_kind] : folders)
      if (other != outer && is_inside(other, outer)) inner.push_back(other);
    if (inner.size() > 1)
      gone.insert(outer);
    else if (inner.size() == 1)
      gone.insert(inner.front());
  }
  for (const std::string& folder : gone) folders.erase(folder);
}

// "cart/src" beside "cart/tests" is the unit "cart", when nothing else lives there.
std::map<std::string, std::string> widened(const std::map<std::string, std::string>& folders) {
  std::map<std::string, std::string> out;
  for (const auto& [folder, kind] : folders) {
    const std::string_view last = std::string_view(folder).substr(folder.rfind('/') + 1);
    const std::string parent(folder_of(folder));
    const auto lives_there = [&, &own = folder](const auto& other) {
      return other.first != own && is_inside(other.first, parent);
    };
    const bool alone = !parent.empty() && !folders.contains(parent) &&
                       std::none_of(folders.begin(), folders.end(), lives_there);
    out.emplace(says_nothing(last) && alone ? parent : folder, kind);
  }
  return out;
}

std::vector<Unit> named_units(const std::map<std::string, std::string>& folders) {
  std::map<std::string, int> uses;
  for (const auto& [folder, kind] : folders) ++uses[name_of_folder(folder)];
  std::vector<Unit> out;
  for (const auto& [folder, kind] : folders) {
    const std::string name = name_of_folder(folder);
    out.push_back({.name = uses[name] > 1 ? folder : name, .path = folder, .kind = kind});
  }
  return out;
}

bool has_source(const facts::Facts& facts, const std::string& folder) {
  return std::any_of(facts.files.begin(), facts.files.end(), [&](const facts::File& file) {
    return file.classification.role == classify::Role::source && is_inside(file.path, folder);
  });
}

std::vector<Unit> found_units(const Program& program, Evaluator& evaluator) {
  std::map<std::string, std::string> folders;
  for (const Found& found : evaluator.named(program.units).hits) {
    const std::optional<std::string> folder = folder_of_hit(evaluator.path(found), evaluator.hit(found));
    if (folder && !folder->empty()) folders.try_emplace(*folder, found.label);
  }
  std::erase_if(folders, [&](const auto& one) { return !has_source(evaluator.facts(), one.first); });
  settle_nesting(folders);
  return named_units(widened(folders));
}

std::string names_of(const std::vector<Unit>& units, const std::vector<UnitVerdict>& verdicts) {
  std::vector<std::string> names;
  std::size_t rest = 0;
  for (const UnitVerdict& verdict : verdicts) {
    if (verdict.outcome == Outcome::pass) continue;
    if (names.size() < kNamesShown)
      names.push_back(units[verdict.unit].name);
    else
      ++rest;
  }
  return base::joined(names, ", ") + (rest > 0 ? fmt::format(" and {} more", rest) : "");
}

}  // namespace

std::vector<Unit> find_units(const Program& program, Evaluator& evaluator) {
  if (program.units == kNone) return {};
  std::vector<Unit> out = program.settings.units;
  if (out.empty()) out = found_units(program, evaluator);
  std::sort(out.begin(), out.end(), [](const Unit& a, const Unit& b) { return a.path < b.path; });
  if (out.size() < 2 || out.size() > kMostUnits) return {};
  return out;
}

UnitJudge::UnitJudge(const Program& program, const facts::Facts& facts, const std::vector<Unit>& units)
    : units_(units), point_of_use_(program, facts) {
  if (units.empty()) return;
  constexpr std::size_t kShared = SIZE_MAX;
  std::vector<std::size_t> owner(facts.files.size(), kShared);
  for (std::size_t i = 0; i < facts.files.size(); ++i)
    for (std::size_t unit = 0; unit < units.size(); ++unit)
      if (is_inside(facts.files[i].path, units[unit].path)) owner[i] = unit;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    std::vector<bool>& files = files_.emplace_back(facts.files.size());
    for (std::size_t i = 0; i < owner.size(); ++i) files[i] = owner[i] == unit || owner[i] == kShared;
  }
  for (const std::vector<bool>& files : files_)
    evaluators_.push_back(std::make_unique<Evaluator>(program, facts, &files));
}

std::vector<UnitVerdict> UnitJudge::judge(const BoundCheck& check) {
  std::vector<UnitVerdict> out;
  if (!check.check.per_unit || !check.require) return out;
  for (std::uint32_t unit = 0; unit < units_.size(); ++unit) {
    Evaluator& evaluator = *evaluators_[unit];
    if (check.when && !evaluator.evaluate(*check.when).holds) continue;
    UnitVerdict verdict{.unit = unit, .outcome = Outcome::fail, .reason = "not detected"};
    const Value value = evaluator.evaluate(*check.require);
    const Value half = value.holds || !check.partial ? Value{} : evaluator.evaluate(*check.partial);
    const auto where = [&](const Value& shown) {
      std::vector<Found> hits = shown.hits;
      evaluator.order(hits);
      return hits.empty() ? std::string() : found_where({evaluator.evidence(hits.front())}, hits.size());
    };
    if (value.holds && point_of_use_.only_declared(value.hits))
      verdict.outcome = Outcome::partial, verdict.reason = "declared, but no code imports it";
    else if (value.holds)
      verdict.outcome = Outcome::pass, verdict.reason = where(value);
    else if (half.holds)
      verdict.outcome = Outcome::partial, verdict.reason = "only in part: " + where(half);
    out.push_back(std::move(verdict));
  }
  return out;
}

void UnitJudge::settle(const BoundCheck& check, Verdict& verdict) {
  const bool decided = verdict.outcome == Outcome::pass || verdict.outcome == Outcome::partial ||
                       verdict.outcome == Outcome::fail;
  if (!decided) return;
  std::vector<UnitVerdict> units = judge(check);
  if (units.size() < 2) return;
  double earned = 0;
  verdict.items = units.size();
  verdict.items_met = 0;
  for (const UnitVerdict& unit : units) {
    verdict.items_met += unit.outcome == Outcome::pass ? 1 : 0;
    earned += unit.outcome == Outcome::pass ? 1 : unit.outcome == Outcome::partial ? 0.5 : 0;
  }
  const double share = earned / static_cast<double>(units.size());
  if (verdict.check.items.empty()) verdict.check.items = "services";
  verdict.reason = fmt::format("{} of {} {}", verdict.items_met, verdict.items, verdict.check.items);
  if (verdict.items_met < verdict.items) verdict.reason += ", not in " + names_of(units_, units);
  verdict.outcome = share >= verdict.check.pass_at ? Outcome::pass
                    : share > 0                    ? Outcome::partial
                                                   : Outcome::fail;
  verdict.earned = verdict.outcome == Outcome::pass ? 1 : share;
  verdict.units = std::move(units);
}

}  // namespace readiness::checks
