// SPDX-License-Identifier: Apache-2.0
// An alias belongs to the manifests below its folder: Gradle catalogues, central versions of NuGet, Cargo
// workspaces.
#include "facts/dependencies.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "facts/name_index.h"
#include "facts/shown_value.h"

namespace readiness::facts {
namespace {

using manifest::Alias;
using manifest::Declared;

constexpr std::size_t kMostDependencies = 500'000;  // of a repository; memory stays bounded

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// What each folder's catalogues offer, by ecosystem. A key may stand for several (Gradle's bundles).
class AliasBook {
 public:
  void add(std::string_view ecosystem, std::string_view path, std::vector<Alias> aliases) {
    if (aliases.empty()) return;
    std::string_view folder = folder_of(path);
    if (folder.ends_with("gradle/")) folder.remove_suffix(7);  // Gradle keeps its catalogue one folder below
    Page& page = pages_[{std::string(ecosystem), std::string(folder)}];
    for (Alias& alias : aliases) page[alias.key].push_back(std::move(alias));
  }

  // From the nearest folder at or above `path` that knows the key; empty when none does.
  const std::vector<Alias>& find(std::string_view ecosystem, std::string_view path,
                                 const std::string& key) const {
    static const std::vector<Alias> kNone;
    for (std::string_view folder = folder_of(path); !pages_.empty();) {
      if (const auto page = pages_.find({std::string(ecosystem), std::string(folder)}); page != pages_.end())
        if (const auto alias = page->second.find(key); alias != page->second.end()) return alias->second;
      if (folder.empty()) break;
      folder = folder_of(folder.substr(0, folder.size() - 1));
    }
    return kNone;
  }

 private:
  using Page = std::map<std::string, std::vector<Alias>>;
  std::map<std::pair<std::string, std::string>, Page> pages_;
};

void add_dependencies(const AliasBook& book, ReadManifest& read, const std::string& path, Facts& facts) {
  const std::string ecosystem(read.row->ecosystem);
  const auto add = [&](const Declared& declared, std::string name, std::string version) {
    if (name.empty() || facts.dependencies.size() >= kMostDependencies) return;
    facts.dependencies.push_back({.ecosystem = ecosystem,
                                  .name = std::move(name),
                                  .version = shown_value("version", version),
                                  .scope = declared.scope,
                                  .direct = declared.direct,
                                  .file = read.file,
                                  .mark = declared.mark});
  };
  std::stable_sort(read.reading.declared.begin(), read.reading.declared.end(),
                   [](const Declared& a, const Declared& b) {
                     return std::tie(a.mark.line, a.mark.column) < std::tie(b.mark.line, b.mark.column);
                   });
  for (const Declared& declared : read.reading.declared) {
    const std::vector<Alias>& aliases = book.find(ecosystem, path, declared.name);
    if (declared.is_alias)
      for (const Alias& alias : aliases) add(declared, alias.name, alias.version);
    else
      add(declared, declared.name,
          declared.version.empty() && !aliases.empty() ? aliases.front().version : declared.version);
  }
}

Hit hit_for(const Dependency& dependency) {
  Hit hit{.file = dependency.file, .mark = dependency.mark};
  hit.excerpt = dependency.name + (dependency.version.empty() ? "" : " " + dependency.version);
  hit.captures = {{"name", dependency.name},
                  {"version", dependency.version},
                  {"scope", dependency.scope == Scope::development ? "development" : "runtime"},
                  {"ecosystem", dependency.ecosystem}};
  return hit;
}

struct FileHits {
  std::uint64_t total = 0;
  std::vector<Hit> hits{};
};

}  // namespace

void answer_dependencies(const Questions& questions, std::vector<ReadManifest> manifests,
                         std::vector<std::atomic<std::uint32_t>>& searched, std::size_t& budget,
                         Facts& facts) {
  if (manifests.empty()) return;
  AliasBook book;
  for (ReadManifest& read : manifests)
    book.add(read.row->ecosystem, facts.files[read.file].path, std::move(read.reading.aliases));
  NameIndex names;
  for (QueryId id = 0; id < questions.queries->size(); ++id)
    if (const auto* query = std::get_if<DependencyQuery>(&(*questions.queries)[id].what))
      for (const std::string& name : query->names) names.add(name, id);
  base::PathIndex::Matches paths(questions.paths);
  WhereAnswers answers(questions.wheres, searched);
  for (ReadManifest& read : manifests) {
    const File& file = facts.files[read.file];
    std::size_t next = facts.dependencies.size();
    add_dependencies(book, read, file.path, facts);
    paths.of(file.path);
    answers.turn_to(file.classification, file.kinds, file.size, paths);
    answers.count(Channel::dependency);
    std::map<QueryId, FileHits> found;
    for (; next < facts.dependencies.size(); ++next) {
      const Dependency& dependency = facts.dependencies[next];
      // What a manifest lists only because something else needs it was not chosen by these people; a lock
      // file without a manifest is all that there is.
      if (!dependency.direct && !file.classification.lockfile) continue;
      for (const QueryId id : names.matching(dependency.name)) {
        const Scope scope = std::get<DependencyQuery>((*questions.queries)[id].what).scope;
        if (scope != Scope::any && scope != dependency.scope) continue;
        if (!answers.lets_in(questions.where_of_query[id])) continue;
        FileHits& of_query = found[id];
        if (++of_query.total <= kMostHitsOfFile) of_query.hits.push_back(hit_for(dependency));
      }
    }
    for (auto& [id, hits] : found) append(facts.answers[id], std::move(hits.hits), hits.total, budget);
  }
}

}  // namespace readiness::facts
