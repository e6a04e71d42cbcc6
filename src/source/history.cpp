// SPDX-License-Identifier: Apache-2.0
// A walk over commits and over every tree not seen before. Reads three header lines of a commit and no more,
// so that no author and no message can end it; grafts and replacements are not applied.
#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "source/commit.h"
#include "source/index_file.h"
#include "source/object_store.h"
#include "source/repository.h"
#include "source/revision.h"
#include "source/shallow.h"
#include "source/source.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

constexpr std::size_t kMaxCommits = 5'000'000;
constexpr std::size_t kMaxTrees = 5'000'000;
constexpr std::size_t kMaxPaths = 2'000'000;

class HistoryWalk {
 public:
  HistoryWalk(const Repository& repository, ObjectStore& store, const base::GlobSet& globs)
      : repository_(repository), store_(store), globs_(globs), shallow_(read_shallow(repository)) {}

  void run(const ObjectId& newest) {
    discover(newest);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
      if (next == kMaxCommits) return give_up("more than 5 million commits");
      const ObjectId id = queue_[next];
      const Object object = store_.read(id, ObjectStore::kLargestTree);
      const std::optional<Commit> commit = object.ok() ? parse_commit(object.bytes) : std::nullopt;
      if (!commit) {
        give_up("commit " + id.hex() + " cannot be read");
        continue;
      }
      ++history_.commits;
      visit_tree(commit->tree);
      if (shallow_.contains(id)) {
        history_is_cut_ = true;
        continue;
      }
      for (const ObjectId& parent : commit->parents) discover(parent);
    }
  }

  History finish() {
    if (history_is_cut_)
      give_up("shallow clone: history is cut after " + std::to_string(history_.commits) +
                  " commits; fetch all of it (actions/checkout: fetch-depth: 0, git fetch --unshallow)",
              true);
    history_.ever_matched.assign(matched_.begin(), matched_.end());
    return std::move(history_);
  }

 private:
  struct Pending {
    ObjectId id;
    std::string path;  // "" or "some/folder/"
    std::size_t depth;
  };
  struct Place {
    ObjectId tree;
    std::uint32_t folder;
    bool operator==(const Place&) const = default;
  };
  struct PlaceHash {
    std::size_t operator()(const Place& place) const {
      return ObjectIdHash()(place.tree) + place.folder * std::size_t{0x9E3779B97F4A7C15};
    }
  };

  // The first reason is kept, unless a better one comes.
  void give_up(std::string why, bool better = false) {
    if (history_.complete || better) history_.why_incomplete = std::move(why);
    history_.complete = false;
  }

  void discover(const ObjectId& commit) {
    if (seen_commits_.insert(commit).second) queue_.push_back(commit);
  }

  // The globs look at whole paths, so one tree at two places is seen twice.
  bool is_new(const ObjectId& tree, const std::string& folder) {
    const auto number =
        folders_.try_emplace(folder, static_cast<std::uint32_t>(folders_.size())).first->second;
    if (!seen_places_.insert({tree, number}).second) return false;
    if (++places_[tree] <= kMaxPlacesOfTree) return true;
    give_up("the same folder at more than 10000 places");
    return false;
  }

  bool is_wanted(const std::string& folder) const {
    return folder.starts_with(repository_.prefix) || std::string_view(repository_.prefix).starts_with(folder);
  }

  void visit_tree(const ObjectId& root) {
    if (is_new(root, "")) pending_.push_back({root, "", 0});
    while (!pending_.empty()) {
      const Pending tree = std::move(pending_.back());
      pending_.pop_back();
      if (++trees_ > kMaxTrees) return give_up("more than 5 million folders");
      const Object object = store_.read(tree.id, ObjectStore::kLargestTree);
      std::string_view rest = object.type == ObjectType::tree ? object.bytes : std::string_view();
      for (TreeItem item; take_tree_item(rest, tree.id.size, item);) visit_item(tree, item);
      if (!object.ok() || object.type != ObjectType::tree || !rest.empty())
        give_up("tree " + tree.id.hex() + " cannot be read");
    }
  }

  void visit_item(const Pending& tree, const TreeItem& item) {
    path_ = tree.path;
    path_ += item.name;
    if (!is_folder_mode(item.mode)) {
      if (paths_.size() == kMaxPaths) return give_up("more than 2 million paths");
      if (paths_.insert(path_).second) match(path_);
      return;
    }
    path_ += '/';
    if (tree.depth == kMaxTreeDepth) return give_up("folders deeper than 4096");
    const ObjectId id = ObjectId::from_raw(item.raw_id);
    if (is_wanted(path_) && is_new(id, path_)) pending_.push_back({id, path_, tree.depth + 1});
  }

  void match(const std::string& path) {
    if (!path.starts_with(repository_.prefix)) return;
    const std::string_view below = std::string_view(path).substr(repository_.prefix.size());
    if (globs_.matches(below)) matched_.emplace(below);
  }

  const Repository& repository_;
  ObjectStore& store_;
  const base::GlobSet& globs_;
  ObjectIds shallow_;
  ObjectIds seen_commits_;
  std::unordered_set<Place, PlaceHash> seen_places_;
  std::unordered_map<ObjectId, std::size_t, ObjectIdHash> places_;
  std::unordered_map<std::string, std::uint32_t> folders_;  // numbered, so that a place is short
  std::unordered_set<std::string> paths_;                   // of files
  std::vector<Pending> pending_;
  std::string path_;
  std::vector<ObjectId> queue_;
  std::set<std::string> matched_;
  std::size_t trees_ = 0;
  bool history_is_cut_ = false;
  History history_;
};

}  // namespace

base::Result<History> read_history(const std::string& root, const std::string& revision,
                                   const base::GlobSet& globs) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  const base::Result<ResolvedRevision> newest = resolve_revision(*repository, store, revision);
  if (!newest) return newest.errors();
  if (!newest->commit)
    return base::Diagnostic{.file = root, .message = "revision '" + revision + "' has no history"};
  History history;
  if (!globs.empty()) {
    HistoryWalk walk(*repository, store, globs);
    walk.run(*newest->commit);
    history = walk.finish();
  }
  history.last_commit_time = newest->time;
  return history;
}

}  // namespace readiness::source
