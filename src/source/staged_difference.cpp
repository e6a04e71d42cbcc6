// SPDX-License-Identifier: Apache-2.0
// What a commit would change: the index held against the tree of HEAD, by object names alone.
#include <algorithm>
#include <optional>
#include <utility>

#include "source/commit.h"
#include "source/index_reading.h"
#include "source/object_store.h"
#include "source/refs.h"
#include "source/repository.h"
#include "source/source.h"
#include "source/staged_view.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

base::Diagnostic failure(const std::string& root, const std::string& what) {
  return {.file = root, .message = "the index cannot be compared with HEAD: " + what};
}

struct HeadFiles {
  std::vector<TreeFile> files{};     // of the folders in which the index may differ
  std::vector<std::string> equal{};  // sorted folders in which it does not
};

// Empty when there is no commit yet. A list with holes would make changes of what did not change.
base::Result<HeadFiles> head_beside(const CachedTrees& cached, const std::string& root,
                                    const Repository& repository, ObjectStore& store) {
  HeadFiles out;
  const std::optional<ObjectId> head = RefStore(repository).head().id;
  if (!head) return out;
  const Object object = store.read(*head, ObjectStore::kLargestTree);
  const std::optional<Commit> commit = object.ok() ? parse_commit(object.bytes) : std::nullopt;
  if (!commit) return failure(root, object.ok() ? "HEAD is no commit" : object.detail);
  const PassBy is_equal = [&](const std::string& folder, const ObjectId& tree) {
    if (!cached.is(folder, tree)) return false;
    out.equal.push_back(folder);
    return true;
  };
  TreeListing listing = list_tree(store, commit->tree, repository.prefix, nullptr, is_equal);
  if (!listing.notes.empty()) return failure(root, listing.notes.front().text);
  out.files = std::move(listing.files);
  std::sort(out.equal.begin(), out.equal.end());
  return out;
}

}  // namespace

base::Result<StagedDifference> staged_difference(const std::string& root) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  if (repository->is_bare) return failure(root, "a bare repository has none");
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  std::vector<Note> notes;
  CachedTrees cached;
  base::Result<std::vector<IndexEntry>> index = read_index(*repository, store, notes, &cached);
  if (!index) return index.errors();
  const base::Result<HeadFiles> head = head_beside(cached, root, *repository, store);
  if (!head) return head.errors();
  StagedDifference out;
  auto old = head->files.begin();
  auto equal = head->equal.begin();
  for (const IndexEntry& entry : *index) {  // all are sorted by path
    while (equal != head->equal.end() && *equal < entry.path && !entry.path.starts_with(*equal)) ++equal;
    if (equal != head->equal.end() && entry.path.starts_with(*equal)) continue;
    for (; old != head->files.end() && old->path < entry.path; ++old) out.removes_files = true;
    const bool is_new = old == head->files.end() || old->path != entry.path;
    const bool same = !is_new && old->id == entry.id && old->mode == entry.mode;
    const ObjectId before = is_new ? ObjectId{} : old->id;
    if (!is_new) ++old;
    if (!same && !entry.intent_to_add)
      out.changed.push_back({entry.path.substr(repository->prefix.size()), is_new, before});
  }
  if (old != head->files.end()) out.removes_files = true;
  return out;
}

}  // namespace readiness::source
