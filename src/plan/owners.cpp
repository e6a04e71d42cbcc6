// SPDX-License-Identifier: Apache-2.0
// https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
#include "plan/owners.h"

#include <algorithm>
#include <map>

#include "base/glob.h"
#include "base/text.h"

namespace readiness::plan {
namespace {

using Names = std::vector<std::string_view>;

// `*` and `?` inside one name; linear but for the one place to come back to.
bool name_fits(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++, resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p, ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1, n = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

struct Shape {
  Names names{};
  bool folder = false;       ///< a trailing '/': only what lies below a folder of that name
  bool direct_only = false;  ///< a trailing '/*': not what lies deeper
};

// A pattern without a '/' but at its end is looked for at any depth; that is what a leading `**` says.
Shape shape_of(std::string_view pattern) {
  Shape shape;
  const bool rooted = pattern.substr(0, pattern.size() - 1).find('/') != std::string_view::npos;
  if (pattern.back() == '/') shape.folder = true, pattern.remove_suffix(1);
  if (!pattern.empty() && pattern.front() == '/') pattern.remove_prefix(1);
  shape.names = base::split(pattern, '/');
  shape.direct_only = rooted && shape.names.back() == "*";
  if (!rooted) shape.names.insert(shape.names.begin(), "**");
  return shape;
}

// fits[n]: the pattern's names so far can stand for the first n names of the path.
std::vector<bool> prefixes_that_fit(const Names& pattern, const Names& path) {
  std::vector<bool> fits(path.size() + 1, false);
  fits[0] = true;
  for (const std::string_view name : pattern) {
    std::vector<bool> next(path.size() + 1, false);
    for (std::size_t n = 0; n <= path.size(); ++n) {
      if (name == "**")
        next[n] = fits[n] || (n > 0 && next[n - 1]);
      else if (n > 0)
        next[n] = fits[n - 1] && name_fits(name, path[n - 1]);
    }
    fits = std::move(next);
  }
  return fits;
}

std::string configured_owner(const std::string& id, const Settings& settings) {
  std::string owner;
  for (const auto& [glob, name] : settings.owners)
    if (base::name_matches(glob, id)) owner = name;
  return owner;
}

/// The files that an item is about: what is wrong, else what was found, else what is to be written.
std::vector<std::string> files_of(const checks::Verdict& verdict) {
  std::vector<std::string> files;
  for (const checks::Finding& finding : verdict.findings)
    if (finding.waiver.empty()) files.push_back(finding.path);
  if (files.empty())
    for (const checks::Evidence& evidence : verdict.evidence) files.push_back(evidence.path);
  if (files.empty()) files = verdict.check.update;
  if (files.empty()) files = verdict.check.create;
  std::erase(files, "");
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

/// The owners of most of the files; of equals, the first by name.
std::string code_owner(const checks::Verdict& verdict, const Settings& settings) {
  if (settings.codeowners.empty()) return {};
  std::map<std::string, std::size_t> votes;
  for (const std::string& file : files_of(verdict))
    ++votes[base::joined(owners_of(file, settings.codeowners), ", ")];
  votes.erase("");
  const auto most = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? std::string() : most->first;
}

std::string pack_owner(const std::string& pack, const checks::Verdicts& verdicts) {
  const auto found = std::find_if(verdicts.packs.begin(), verdicts.packs.end(),
                                  [&](const checks::PackInfo& info) { return info.name == pack; });
  return found == verdicts.packs.end() ? std::string() : found->owner;
}

}  // namespace

bool codeowners_match(std::string_view pattern, std::string_view path) {
  if (pattern.empty() || pattern == "/") return false;
  const Shape shape = shape_of(pattern);
  const Names names = base::split(path, '/');
  const std::vector<bool> fits = prefixes_that_fit(shape.names, names);
  if (fits[names.size()] && !shape.folder) return true;
  if (shape.direct_only) return false;
  return std::find(fits.begin() + 1, fits.end() - 1, true) != fits.end() - 1;  // a folder above the file
}

std::vector<std::string> owners_of(std::string_view path, const std::vector<OwnerRule>& rules) {
  const auto last = std::find_if(rules.rbegin(), rules.rend(),
                                 [&](const OwnerRule& rule) { return codeowners_match(rule.pattern, path); });
  return last == rules.rend() ? std::vector<std::string>() : last->owners;
}

std::string owner_of(const checks::Verdict& verdict, const checks::Verdicts& verdicts,
                     const Settings& settings) {
  if (std::string owner = configured_owner(verdict.check.id, settings); !owner.empty()) return owner;
  if (std::string owner = code_owner(verdict, settings); !owner.empty()) return owner;
  if (!verdict.check.owner.empty()) return verdict.check.owner;
  return pack_owner(verdict.check.pack, verdicts);
}

}  // namespace readiness::plan
