// SPDX-License-Identifier: Apache-2.0
// Paths from the index or a tree, bytes from the object store.
#include "source/blob_source.h"

#include <algorithm>

#include "source/head_identity.h"
#include "source/index_reading.h"
#include "source/object_store.h"
#include "source/revision.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

class BlobReader final : public Reader {
 public:
  BlobReader(const std::vector<Entry>& entries, const std::vector<ObjectId>& ids,
             std::shared_ptr<const ObjectFolder> objects)
      : entries_(entries), ids_(ids), store_(std::move(objects)) {}

  Load load(std::size_t index, std::uint64_t max_bytes) override {
    const EntryKind kind = entries_[index].kind;
    if (kind != EntryKind::file && kind != EntryKind::executable)
      return {.status = LoadStatus::not_regular, .bytes = {}, .size = 0, .detail = "not a regular file"};
    return store_.read(ids_[index], max_bytes).as_blob();
  }

  std::optional<std::string> link_text(std::size_t index) override {
    if (entries_[index].kind != EntryKind::symlink) return {};
    const Load load = store_.read(ids_[index], kLongestLink).as_blob();
    return load.status == LoadStatus::ok ? std::optional(std::string(load.bytes)) : std::nullopt;
  }

 private:
  const std::vector<Entry>& entries_;
  const std::vector<ObjectId>& ids_;
  ObjectStore store_;
};

class BlobSource final : public Source {
 public:
  BlobSource(std::vector<TreeFile> files, std::size_t prefix, std::vector<Note> notes, Identity identity,
             std::shared_ptr<const ObjectFolder> objects)
      : notes_(std::move(notes)), identity_(std::move(identity)), objects_(std::move(objects)) {
    entries_.reserve(files.size());
    ids_.reserve(files.size());
    for (TreeFile& file : files) {
      file.path.erase(0, prefix);
      const EntryKind kind = kind_of_mode(file.mode);
      entries_.push_back(
          {std::move(file.path), kind, true, kind == EntryKind::submodule ? "" : file.id.hex()});
      ids_.push_back(file.id);
    }
  }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<BlobReader>(entries_, ids_, objects_);
  }
  const std::vector<Note>& notes() const override { return notes_; }
  const Identity& identity() const override { return identity_; }

 private:
  std::vector<Entry> entries_;
  std::vector<ObjectId> ids_;
  std::vector<Note> notes_;
  Identity identity_;
  std::shared_ptr<const ObjectFolder> objects_;  // every reader has its own store on the same folder
};

// A clone may have left blobs where they were (--filter); each would be a riddle by itself, together they are
// a note.
void note_absent_blobs(const Repository& repository, ObjectStore& store, const std::vector<TreeFile>& files,
                       std::vector<Note>& notes) {
  if (!repository.is_partial_clone() && !store.folder().has_alternates()) return;
  const auto absent = std::count_if(files.begin(), files.end(), [&](const TreeFile& file) {
    return kind_of_mode(file.mode) != EntryKind::submodule && !store.has(file.id);
  });
  if (absent == 0) return;
  const std::string counted = std::to_string(absent) + " of " + std::to_string(files.size()) + " files";
  if (repository.is_partial_clone())
    notes.push_back({true, "partial-clone", counted + " were not fetched with this partial clone"});
  else
    notes.push_back(
        {true, "alternates",
         counted + " lie in another repository (objects/info/alternates), which is not followed"});
}

void note_bad_packs(const ObjectStore& store, std::vector<Note>& notes) {
  for (const std::string& problem : store.folder().packs().problems) notes.push_back({true, "pack", problem});
}

}  // namespace

base::Result<std::unique_ptr<Source>> open_staged(Repository repository) {
  auto objects = std::make_shared<const ObjectFolder>(repository);
  ObjectStore store(objects);
  std::vector<Note> notes = std::move(repository.notes);
  base::Result<std::vector<IndexEntry>> index = read_index(repository, store, notes);
  if (!index) return index.errors();
  std::vector<TreeFile> files;
  files.reserve(index->size());
  for (IndexEntry& entry : *index)
    if (!entry.intent_to_add) files.push_back({std::move(entry.path), entry.mode, entry.id});
  note_absent_blobs(repository, store, files, notes);
  Identity identity = identity_of_head(repository, store, notes);
  identity.mode = "staged";
  return std::unique_ptr<Source>(std::make_unique<BlobSource>(
      std::move(files), repository.prefix.size(), std::move(notes), std::move(identity), std::move(objects)));
}

base::Result<std::unique_ptr<Source>> open_revision(Repository repository, const std::string& expression) {
  auto objects = std::make_shared<const ObjectFolder>(repository);
  ObjectStore store(objects);
  return open_revision_with(repository, objects, store, expression);
}

base::Result<std::unique_ptr<Source>> open_revision_with(const Repository& repository,
                                                         std::shared_ptr<const ObjectFolder> objects,
                                                         ObjectStore& store, const std::string& expression,
                                                         TreeCache* cache) {
  const base::Result<ResolvedRevision> revision = resolve_revision(repository, store, expression);
  if (!revision) return revision.errors();
  std::vector<Note> notes = repository.notes;
  TreeListing listing = list_tree(store, revision->tree, repository.prefix, cache);
  notes.insert(notes.end(), listing.notes.begin(), listing.notes.end());
  note_absent_blobs(repository, store, listing.files, notes);
  note_bad_packs(store, notes);
  Identity identity{.commit = revision->commit ? revision->commit->hex() : "",
                    .branch = revision->branch,
                    .commit_time = revision->time,
                    .root = repository.named,
                    .mode = "revision"};
  return std::unique_ptr<Source>(std::make_unique<BlobSource>(std::move(listing.files),
                                                              repository.prefix.size(), std::move(notes),
                                                              std::move(identity), std::move(objects)));
}

}  // namespace readiness::source
