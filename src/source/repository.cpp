// SPDX-License-Identifier: Apache-2.0
// The search upwards, and which .git files are believed.
#include "source/repository.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>

#include "base/text.h"
#include "source/object_id.h"
#include "source/regular_file.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kPointerFile = 64 * 1024;  // .git, gitdir, commondir: one path each
constexpr int kDeepestNesting = 32;                // submodules in submodules

enum class PathKind { absent, folder, file, other };

PathKind kind_of(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return PathKind::absent;
  if (S_ISDIR(info.st_mode)) return PathKind::folder;
  return S_ISREG(info.st_mode) ? PathKind::file : PathKind::other;
}

std::optional<std::string> resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  if (!real) return std::nullopt;
  return std::string(real.get());
}

std::string below(const std::string& folder, std::string_view name) {
  if (name.starts_with('/')) return std::string(name);
  return (folder == "/" ? "" : folder) + "/" + std::string(name);
}

std::string parent_of(const std::string& folder) {
  const std::size_t slash = folder.rfind('/');
  return slash == 0 || slash == std::string::npos ? "/" : folder.substr(0, slash);
}

// The path in a one-line file of git's, made absolute and resolved.
std::optional<std::string> pointer(const std::string& folder, const std::string& name,
                                   std::string_view lead = {}) {
  const std::optional<RootFolder> root = RootFolder::open(folder);
  if (!root) return std::nullopt;
  const SmallFile file = read_small(*root, name, kPointerFile);
  if (!file.ok() || !file.bytes.starts_with(lead)) return std::nullopt;
  const std::string_view target = base::trimmed(std::string_view(file.bytes).substr(lead.size()));
  if (target.empty() || target.find('\0') != std::string_view::npos) return std::nullopt;
  return resolved(below(folder, target));
}

bool looks_like_git_folder(const std::string& folder) {
  const PathKind head = kind_of(below(folder, "HEAD"));
  return head != PathKind::absent && kind_of(below(folder, "objects")) == PathKind::folder &&
         kind_of(below(folder, "refs")) == PathKind::folder;
}

ConfigFile read_config(const std::string& folder, std::vector<Note>& notes) {
  const std::optional<RootFolder> root = RootFolder::open(folder);
  if (!root) return {};
  const SmallFile file = read_small(*root, "config", ConfigFile::kMaxBytes);
  if (!file.ok() && !file.absent()) notes.push_back({false, "git-config", ".git/config: " + file.detail});
  return ConfigFile::parse(file.bytes);
}

struct GitPaths {
  std::string git;
  std::string common;
};

std::optional<GitPaths> git_paths_of(const std::string& folder, int depth);

// The nearest repository above `folder`, for the .git files of submodules.
std::optional<GitPaths> enclosing(const std::string& folder, int depth) {
  for (std::string at = folder; at != "/";) {
    at = parent_of(at);
    if (kind_of(below(at, ".git")) != PathKind::absent) return git_paths_of(at, depth + 1);
  }
  return std::nullopt;
}

bool is_inside(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

// A .git file could name any repository of the machine; it is believed when that one agrees: the
// administrative folder of a linked work tree names this .git file, a submodule's lies among its parent's
// modules or names this work tree.
std::optional<GitPaths> follow_git_file(const std::string& folder, int depth) {
  const std::optional<std::string> target = pointer(folder, ".git", "gitdir:");
  if (!target || depth > kDeepestNesting) return std::nullopt;
  const std::optional<std::string> back = pointer(*target, "gitdir");
  if (back && *back == below(folder, ".git")) {
    const std::optional<std::string> common = pointer(*target, "commondir");
    if (common && is_inside(*target, below(*common, "worktrees"))) return GitPaths{*target, *common};
    return std::nullopt;
  }
  if (!looks_like_git_folder(*target)) return std::nullopt;
  const std::optional<GitPaths> parent = enclosing(folder, depth);
  if (parent && (is_inside(*target, below(parent->git, "modules")) ||
                 is_inside(*target, below(parent->common, "modules"))))
    return GitPaths{*target, *target};
  std::vector<Note> unused;
  const std::string worktree(read_config(*target, unused).value("core.worktree"));
  if (!worktree.empty() && resolved(below(*target, worktree)) == folder) return GitPaths{*target, *target};
  return std::nullopt;
}

std::optional<GitPaths> git_paths_of(const std::string& folder, int depth) {
  const std::string git = below(folder, ".git");
  const PathKind kind = kind_of(git);
  if (kind == PathKind::file) return follow_git_file(folder, depth);
  if (kind == PathKind::folder && looks_like_git_folder(git)) return GitPaths{git, git};
  return std::nullopt;
}

// Format 1 with extensions that we know reads as format 0; anything else may mean that files mean something else.
void note_format(Repository& repository) {
  constexpr std::array<std::string_view, 9> kKnown{
      "noop",          "noop-v1",    "objectformat",      "compatobjectformat", "partialclone",
      "preciousobjects", "refstorage", "relativeworktrees", "worktreeconfig"};
  const std::string_view version = repository.config.value("core.repositoryformatversion");
  if (version.empty() || version == "0") return;
  const auto fault = [&](const std::string& what) {
    repository.notes.push_back({true, "git-format", what + "; what git keeps here may be misread"});
  };
  if (version != "1") return fault("repository format " + base::printable(base::shortened(version, 20)) + " is unknown");
  for (const std::string& key : repository.config.keys_of("extensions"))
    if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end())
      fault("the repository's extension '" + base::printable(base::shortened(key, 60)) + "' is unknown");
}

// Says what the repository asks for and does not get.
void note_refusals(Repository& repository) {
  const std::string worktree(repository.config.value("core.worktree"));
  if (!worktree.empty() && resolved(below(repository.git_path, worktree)) != repository.top)
    repository.notes.push_back(
        {false, "core.worktree", "core.worktree of the repository's config is not followed"});
  if (repository.has_reftable())
    repository.notes.push_back({false, "reftable",
                                "references are kept in a reftable, which is not read: HEAD, branches and history "
                                "are unknown"});
  note_format(repository);
}

Repository describe(const std::string& named, const std::string& top, GitPaths paths, bool bare) {
  Repository repository{
      .named = named, .top = top, .git_path = std::move(paths.git), .common_path = std::move(paths.common)};
  repository.is_bare = bare;
  if (named != top && !bare) repository.prefix = named.substr(top == "/" ? 1 : top.size() + 1) + "/";
  repository.config = read_config(repository.common_path, repository.notes);
  note_refusals(repository);
  return repository;
}

base::Diagnostic failure(const std::string& path, std::string message, std::string hint) {
  return {.file = path, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

std::size_t Repository::id_size() const {
  return base::same_word(config.value("extensions.objectformat"), "sha256") ? ObjectId::kSha256
                                                                            : ObjectId::kSha1;
}

bool Repository::has_reftable() const {
  return base::same_word(config.value("extensions.refstorage"), "reftable");
}

bool Repository::is_partial_clone() const {
  return config.has("extensions.partialclone") || config.is_true("remote.promisor");
}

base::Result<std::string> absolute_folder(const std::string& path) {
  const std::optional<std::string> real = resolved(path);
  if (!real) return failure(path, "cannot be opened: " + error_text(errno), "name an existing folder");
  if (kind_of(*real) != PathKind::folder)
    return failure(path, "is not a folder", "name the folder that holds the repository");
  return *real;
}

base::Result<Repository> find_repository(const std::string& path) {
  base::Result<std::string> named = absolute_folder(path);
  if (!named) return named.errors();
  std::string bare;
  for (std::string at = *named;; at = parent_of(at)) {
    if (std::optional<GitPaths> paths = git_paths_of(at, 0)) {
      if (is_inside(*named + "/", paths->git))
        return failure(path, "lies inside a .git folder", "name the work tree that holds it");
      return describe(*named, at, std::move(*paths), false);
    }
    const PathKind kind = kind_of(below(at, ".git"));
    if (kind == PathKind::file || kind == PathKind::other)
      return failure(below(at, ".git"), "does not lead to a repository that knows this folder",
                     "--no-git audits it as a plain folder");
    if (bare.empty() && looks_like_git_folder(at)) bare = at;
    if (at == "/") break;
  }
  if (!bare.empty()) return describe(*named, bare, {bare, bare}, true);
  return failure(path, "not a git repository, nor is any folder above it",
                 "--no-git audits it as a plain folder");
}

}  // namespace readiness::source
