// SPDX-License-Identifier: Apache-2.0
// Imports in comments count as imports, and more names than one may stand for a package: an error is on the
// side of use.
#include "checks/point_of_use.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "facts/manifest/import_names.h"

namespace readiness::checks {
namespace {

using classify::Role;

constexpr std::uint16_t bit(Role role) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
}
// Tests, examples and documents use a package for themselves, not for the product.
constexpr std::uint16_t kProduct =
    bit(Role::source) | bit(Role::config) | bit(Role::ci) | bit(Role::deploy) | bit(Role::script);

struct ImportRow {
  std::string_view ecosystem;
  const char* regex;
  std::vector<const char*> languages{};
  std::vector<const char*> paths{};  ///< only patterns without a fixed part have these
};

constexpr const char* kNpmName = R"((?<name>@[\w.~-]+/[\w.~-]+|[A-Za-z0-9_][\w.~-]*))";

std::vector<ImportRow> import_rows() {
  static const std::string kStatement =
      std::string(R"((?:\bfrom|\bimport|\brequire|\bresolve)\s*\(?\s*["'])") + kNpmName;
  static const std::string kPreload =
      std::string(R"((?:--require|--import|--loader|node -r|nodemon -r|ts-node -r)[ =]["']?)") + kNpmName;
  static const std::string kQuoted = std::string(R"(["'])") + kNpmName + R"((?:/[^"'\n]{0,80})?["'])";
  return {
      {"npm", kStatement.c_str(), {"javascript", "typescript", "vue", "svelte", "astro"}, {}},
      {"npm", kPreload.c_str(), {}, {}},
      {"npm", kQuoted.c_str(), {}, {"*.config.{js,ts,mjs,cjs,mts,cts}", "*-config.{js,ts,mjs,cjs}"}},
      {"pypi",
       R"((?m)^[ \t]*(?:import|from)[ \t]+(?<name>[A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*))",
       {"python"},
       {}},
      {"pypi", R"((?:import_module|__import__)\(\s*["'](?<name>[A-Za-z_][\w.]*))", {"python"}, {}},
      {"pypi",
       R"(["'](?<name>[A-Za-z_][\w.]*)["'])",
       {"python"},
       {"*settings*.py", "**/settings/**/*.py", "*config*.py", "**/config/**/*.py"}},
  };
}

facts::Query query_of(const ImportRow& row) {
  facts::TextQuery text{.pattern = {.regex = row.regex, .filters = scan::Filters{.distinct = {"name"}}}, .once = true};
  facts::Query out{.what = std::move(text), .where = {.roles = kProduct}};
  for (const char* name : row.languages)
    if (const auto id = language::find(name)) out.where.languages.push_back(*id);
  if (row.paths.empty()) return out;
  base::Result<base::GlobSet> paths = base::GlobSet::compile({row.paths.begin(), row.paths.end()});
  if (paths) out.where.paths = std::move(*paths);
  return out;
}

std::string_view capture(const facts::Hit& hit, std::string_view name) {
  for (const auto& [key, value] : hit.captures)
    if (key == name) return value;
  return {};
}

// "google.cloud.storage" imports "google" and "google.cloud" too.
void add_module(std::string_view dotted, std::set<std::string>& out) {
  const std::string name = base::lower(base::trimmed(dotted));
  for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
    out.insert(name.substr(0, dot));
  out.insert(name);
}

}  // namespace

void add_import_queries(Program& program) {
  for (const ImportRow& row : import_rows()) {
    program.imports.push_back(
        {std::string(row.ecosystem), static_cast<std::uint32_t>(program.queries.size())});
    program.queries.push_back(query_of(row));
    program.query_texts.push_back(
        {rulepack::Operator::text, "imports of " + std::string(row.ecosystem) + " packages"});
  }
}

PointOfUse::PointOfUse(const Program& program, const facts::Facts& facts) : program_(program), facts_(facts) {
  std::set<std::string> unknown;
  for (const auto& [ecosystem, query] : program.imports) {
    const facts::Answer& answer = facts.answers[query];
    if (!answer.unread.empty() || answer.total > answer.hits.size()) unknown.insert(ecosystem);
    // Quoted names only add to imports: without a single import statement there is no code to judge by.
    if (!program.queries[query].where.paths.empty() && !imported_.contains(ecosystem)) continue;
    for (const facts::Hit& hit : answer.hits)
      for (const std::string_view name : base::split(capture(hit, "name"), ','))
        add_module(name, imported_[ecosystem]);
  }
  for (const std::string& ecosystem : unknown) imported_.erase(ecosystem);
}

bool PointOfUse::is_idle(const Found& found) const {
  const auto* asked = std::get_if<facts::DependencyQuery>(&program_.queries[found.query].what);
  const facts::Hit& hit = facts_.answers[found.query].hits[found.hit];
  if (asked == nullptr || asked->declared_is_use || hit.file == facts::kNoFile) return false;
  if (facts_.files[hit.file].classification.lockfile || capture(hit, "scope") == "development") return false;
  const std::string_view ecosystem = capture(hit, "ecosystem");
  const std::string_view package = capture(hit, "name");
  const auto known = imported_.find(ecosystem);
  if (known == imported_.end() || !facts::manifest::is_imported_by_name(ecosystem)) return false;
  if (facts::manifest::works_unimported(ecosystem, package)) return false;
  const std::vector<std::string> names = facts::manifest::import_names(ecosystem, package);
  return std::none_of(names.begin(), names.end(),
                      [&](const std::string& name) { return known->second.contains(name); });
}

bool PointOfUse::only_declared(const std::vector<Found>& hits) const {
  return !hits.empty() &&
         std::all_of(hits.begin(), hits.end(), [&](const Found& found) { return is_idle(found); });
}

}  // namespace readiness::checks
