// SPDX-License-Identifier: Apache-2.0
// What a commit would change: the index held against the tree of HEAD, by object names alone.
#include <optional>

#include "source/commit.h"
#include "source/index_reading.h"
#include "source/object_store.h"
#include "source/refs.h"
#include "source/repository.h"
#include "source/source.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

base::Diagnostic failure(const std::string& root, const std::string& what) {
  return {.file = root, .message = "the index cannot be compared with HEAD: " + what};
}

// The files of HEAD, none when there is no commit yet. A list with holes would make changes of what did not
// change.
base::Result<std::vector<TreeFile>> files_of_head(const std::string& root, const Repository& repository,
                                                  ObjectStore& store) {
  const std::optional<ObjectId> head = RefStore(repository).head().id;
  if (!head) return std::vector<TreeFile>{};
  const Object object = store.read(*head, ObjectStore::kLargestTree);
  const std::optional<Commit> commit = object.ok() ? parse_commit(object.bytes) : std::nullopt;
  if (!commit) return failure(root, object.ok() ? "HEAD is no commit" : object.detail);
  TreeListing listing = list_tree(store, commit->tree, repository.prefix);
  if (!listing.notes.empty()) return failure(root, listing.notes.front().text);
  return std::move(listing.files);
}

}  // namespace

base::Result<std::vector<std::string>> staged_changes(const std::string& root) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  if (repository->is_bare) return failure(root, "a bare repository has none");
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  std::vector<Note> notes;
  base::Result<std::vector<IndexEntry>> index = read_index(*repository, store, notes);
  if (!index) return index.errors();
  const base::Result<std::vector<TreeFile>> head = files_of_head(root, *repository, store);
  if (!head) return head.errors();
  std::vector<std::string> changed;
  auto old = head->begin();
  for (const IndexEntry& entry : *index) {  // both are sorted by path
    while (old != head->end() && old->path < entry.path) ++old;
    const bool same =
        old != head->end() && old->path == entry.path && old->id == entry.id && old->mode == entry.mode;
    if (!same && !entry.intent_to_add) changed.push_back(entry.path.substr(repository->prefix.size()));
  }
  return changed;
}

}  // namespace readiness::source
