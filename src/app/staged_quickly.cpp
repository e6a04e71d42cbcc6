// SPDX-License-Identifier: Apache-2.0
// Answers are functions of the files. Where a change makes other files answer differently too (an attribute,
// a link, a lock file's manifest), the quick way is not taken.
#include "app/staged_quickly.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "facts/manifest/manifest.h"
#include "source/find_entry.h"

namespace readiness::app {
namespace {

using Queries = std::set<std::uint32_t>;

class Closure {
 public:
  explicit Closure(const checks::Program& program) : program_(program) {}

  void add(const checks::Bound& expression) {
    queries.insert(expression.queries.begin(), expression.queries.end());
    if (expression.name != checks::kNone) add(program_.names[expression.name].expression);
    for (const auto* parts : {&expression.operands, &expression.in_files, &expression.not_in_files})
      for (const checks::Bound& part : *parts) add(part);
  }
  void add(const std::optional<checks::Bound>& expression) {
    if (expression) add(*expression);
  }
  void add(const checks::BoundRelation& relation) {
    for (const auto& [query, place] : relation.has) queries.insert(query);
    add(relation.expression);
    for (const checks::BoundRelation& operand : relation.operands) add(operand);
  }

  Queries queries;

 private:
  const checks::Program& program_;
};

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_link(const source::Entry& entry) { return entry.kind == source::EntryKind::symlink; }

// A link counts by where it leads, and that may lie outside the changed part.
bool changes_links(const source::Source& tree, const source::StagedDifference& difference) {
  return std::any_of(difference.changed.begin(), difference.changed.end(), [&](const auto& path) {
    const std::optional<std::size_t> entry = source::find_entry(tree.entries(), path.path);
    return entry && is_link(tree.entries()[*entry]);
  });
}

// Whether unchanged files can answer otherwise than before.
bool reaches_other_files(const source::Source& tree, const source::StagedDifference& difference) {
  const auto& changed = difference.changed;
  const bool adds = std::any_of(changed.begin(), changed.end(), [](const auto& path) { return path.is_new; });
  const auto is_special = [](const source::StagedDifference::Path& path) {
    const std::string_view name = last_name(path.path);
    return name == ".gitattributes" || name == "Chart.yaml" ||
           (path.is_new && facts::manifest::find(path.path) != nullptr);
  };
  return difference.removes_files || std::any_of(changed.begin(), changed.end(), is_special) ||
         (adds && std::any_of(tree.entries().begin(), tree.entries().end(), is_link));
}

using Shown = std::tuple<std::string_view, std::string_view,
                         const std::vector<std::pair<std::string, std::string>>*, const std::vector<bool>*>;

Shown shown(const facts::Facts& facts, const facts::Hit& hit) {
  const std::string_view path = hit.file == facts::kNoFile ? std::string_view{} : facts.files[hit.file].path;
  return {path, hit.excerpt, &hit.captures, &hit.relations};
}

bool same_hit(const Shown& a, const Shown& b) {
  return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b) &&
         *std::get<2>(a) == *std::get<2>(b) && *std::get<3>(a) == *std::get<3>(b);
}

// Both were asked of the same paths.
bool same_answer(const facts::Facts& now, const facts::Facts& before, std::uint32_t query) {
  const facts::Answer& a = now.answers[query];
  const facts::Answer& b = before.answers[query];
  return a.total == b.total && a.unread == b.unread &&
         std::equal(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(),
                    [&](const facts::Hit& x, const facts::Hit& y) {
                      return same_hit(shown(now, x), shown(before, y));
                    });
}

bool finds_something(const checks::Program& program, const checks::BoundCheck& check,
                     const facts::Facts& now) {
  Closure found(program);
  found.add(check.forbid);
  found.add(check.each);
  return std::any_of(found.queries.begin(), found.queries.end(),
                     [&](std::uint32_t query) { return !now.answers[query].hits.empty(); });
}

bool same_answers(const checks::Program& program, const checks::BoundCheck& check, const facts::Facts& now,
                  const facts::Facts& before) {
  Closure asked(program);
  for (const auto* part : {&check.when, &check.require, &check.partial, &check.forbid, &check.each,
                           &check.excused_by, &check.without_items})
    asked.add(*part);
  for (const auto* relation : {&check.among, &check.must})
    if (*relation) asked.add(**relation);
  return std::all_of(asked.queries.begin(), asked.queries.end(),
                     [&](std::uint32_t query) { return same_answer(now, before, query); });
}

}  // namespace

base::Result<bool> brings_nothing_new(const Preparation& prepared, const source::StagedDifference& difference,
                                      const facts::Facts& now) {
  const std::vector<checks::BoundCheck>& all = prepared.program.checks;
  if (changes_links(*prepared.tree, difference)) return false;
  if (std::none_of(all.begin(), all.end(), [&](const checks::BoundCheck& check) {
        return finds_something(prepared.program, check, now);
      }))
    return true;
  if (reaches_other_files(*prepared.tree, difference)) return false;
  auto part = source::changed_part_before(*prepared.tree, difference, prepared.settings.selection.path);
  if (!part) return part.errors();
  facts::GatherOptions options = prepared.settings.gather;
  options.progress = {};
  const base::Result<facts::Facts> before = facts::gather(**part, prepared.program.queries, options);
  if (!before) return before.errors();
  if (!now.ledger.stopped_patterns.empty() || !before->ledger.stopped_patterns.empty()) return false;
  return std::all_of(all.begin(), all.end(), [&](const checks::BoundCheck& check) {
    return !finds_something(prepared.program, check, now) ||
           same_answers(prepared.program, check, now, *before);
  });
}

}  // namespace readiness::app
