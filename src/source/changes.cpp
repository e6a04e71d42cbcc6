// SPDX-License-Identifier: Apache-2.0
// The older tree is listed once; its files are loaded only when their newer ones are asked about.
#include "source/changes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "source/find_entry.h"
#include "source/index_file.h"
#include "source/merge_base.h"
#include "source/object_store.h"
#include "source/revision.h"
#include "source/sha1.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLargestCompared = 16ULL * 1024 * 1024;
constexpr double kSimilarEnough = 0.5;           // as git has it
constexpr std::size_t kMostRenameSources = 400;  // compared by contents for one new file

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class TreeChanges final : public Changes {
 public:
  TreeChanges(const Source& tree, const Repository& repository, std::shared_ptr<const ObjectFolder> objects,
              std::optional<ObjectId> base_tree, std::string base)
      : tree_(tree), reader_(tree.make_reader()), store_(std::move(objects)), base_(std::move(base)) {
    if (base_tree) {
      TreeListing listing = list_tree(store_, *base_tree, repository.prefix);
      old_ = std::move(listing.files);
      is_partial_ = !listing.notes.empty();
    }
    for (TreeFile& file : old_) file.path.erase(0, repository.prefix.size());
    std::erase_if(old_, [](const TreeFile& file) {
      const EntryKind kind = kind_of_mode(file.mode);
      return kind != EntryKind::file && kind != EntryKind::executable;
    });
  }

  FileChange of(const std::string& path) override {
    const auto known = known_.find(path);
    if (known != known_.end()) return known->second;
    return known_[path] = compared(path);
  }
  const std::string& base() const override { return base_; }
  bool is_partial() const { return is_partial_; }

 private:
  const Entry* entry_of(std::string_view path, std::size_t& index) const {
    const std::optional<std::size_t> found = find_entry(tree_.entries(), path);
    if (!found) return nullptr;
    index = *found;
    return &tree_.entries()[index];
  }

  const TreeFile* old_file(std::string_view path) const {
    const auto found = std::lower_bound(old_.begin(), old_.end(), path,
                                        [](const TreeFile& f, std::string_view p) { return f.path < p; });
    return found != old_.end() && found->path == path ? &*found : nullptr;
  }

  FileChange compared(const std::string& path) {
    std::size_t index = 0;
    const Entry* entry = entry_of(path, index);
    if (entry == nullptr) return {.kind = FileChange::Kind::unreadable};
    const TreeFile* old = old_file(path);
    if (old != nullptr && entry->blob == old->id.hex()) return {.old_path = path};
    const Load load = reader_->load(index, kLargestCompared);
    if (load.status == LoadStatus::ok && old != nullptr && blob_name(load.bytes) == old->id.hex())
      return {.old_path = path};
    if (load.status != LoadStatus::ok)
      return {.kind = FileChange::Kind::unreadable, .old_path = old == nullptr ? "" : path};
    if (old != nullptr) return altered(*old, load.bytes, FileChange::Kind::altered);
    if (const TreeFile* source = rename_source(path, *entry, load.bytes))
      return altered(*source, load.bytes, FileChange::Kind::renamed);
    return {.kind = FileChange::Kind::added};
  }

  FileChange altered(const TreeFile& old, std::string_view now, FileChange::Kind kind) {
    const Object before = store_.read(old.id, kLargestCompared);
    if (!before.ok()) return {.kind = FileChange::Kind::unreadable, .old_path = old.path};
    FileChange out{.kind = kind, .old_path = old.path, .lines = changed_lines(before.bytes, now)};
    if (kind == FileChange::Kind::altered && before.bytes == now) out.kind = FileChange::Kind::same;
    return out;
  }

  // Files that are no longer where they were: what a new file may have been.
  const std::vector<const TreeFile*>& deleted() {
    if (deleted_) return *deleted_;
    deleted_.emplace();
    std::size_t ignored = 0;
    for (const TreeFile& file : old_)
      if (entry_of(file.path, ignored) == nullptr) deleted_->push_back(&file);
    return *deleted_;
  }

  const TreeFile* rename_source(const std::string& path, const Entry& entry, std::string_view bytes) {
    if (deleted().empty() || bytes.empty()) return nullptr;
    const std::string name = entry.blob.empty() ? blob_name(bytes) : entry.blob;
    for (const TreeFile* file : deleted())
      if (file->id.hex() == name) return file;
    // Those with the same name first: when there are too many to compare, they are the likely ones.
    std::vector<const TreeFile*> candidates = deleted();
    std::stable_partition(candidates.begin(), candidates.end(),
                          [&](const TreeFile* file) { return name_of(file->path) == name_of(path); });
    candidates.resize(std::min(candidates.size(), kMostRenameSources));
    const TreeFile* best = nullptr;
    double most = kSimilarEnough;
    for (const TreeFile* file : candidates) {
      const Object before =
          store_.read(file->id, 2 * bytes.size() + 64);  // larger ones are less than half alike
      if (!before.ok() || 2 * before.bytes.size() < bytes.size()) continue;
      const double alike = similarity(before.bytes, bytes);
      if (alike < most || (alike == most && best != nullptr)) continue;
      most = alike;
      best = file;
    }
    return best;
  }

  const Source& tree_;
  std::unique_ptr<Reader> reader_;
  ObjectStore store_;
  std::string base_;
  std::vector<TreeFile> old_;  // files alone, by path below the root
  bool is_partial_ = false;
  std::optional<std::vector<const TreeFile*>> deleted_;
  std::map<std::string, FileChange> known_;
};

struct Opened {
  Repository repository;
  std::shared_ptr<const ObjectFolder> objects;
};

base::Result<Opened> open_objects(const std::string& root) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  auto objects = std::make_shared<const ObjectFolder>(*repository);
  return Opened{std::move(*repository), std::move(objects)};
}

Note fault(const Repository& repository, std::string text) {
  return {.fault = true,
          .reason = repository.is_partial_clone() ? "partial-clone" : "corrupt",
          .text = std::move(text)};
}

ChangesOrNote changes_from(const Source& tree, const Opened& at, const std::optional<Commit>& base,
                           const std::string& name) {
  auto changes = std::make_unique<TreeChanges>(tree, at.repository, at.objects,
                                               base ? std::optional(base->tree) : std::nullopt, name);
  if (changes->is_partial())
    return {.missing = fault(at.repository, "the tree of " + name + " cannot be read completely")};
  return {.changes = std::move(changes)};
}

Note no_merge_base(const Repository& repository, const std::string& revision, const MergeBases& bases) {
  const std::string shown = "'" + base::printable(revision) + "'";
  if (!bases.is_cut && !bases.unreadable.empty())
    return fault(repository,
                 "commit " + bases.unreadable + ", needed to find where " + shown + " parted, is not here");
  return {.fault = true,
          .reason = "shallow",
          .text = "where " + shown +
                  " parted from the audited commit lies beyond this shallow clone; fetch all of the history "
                  "(actions/checkout: fetch-depth: 0; elsewhere git fetch --unshallow)"};
}

}  // namespace

bool FileChange::has(std::uint32_t line) const {
  if (kind == Kind::added || kind == Kind::unreadable) return true;
  if (line == 0) return kind != Kind::same;
  return std::any_of(lines.begin(), lines.end(),
                     [&](const LineRange& range) { return range.first <= line && line <= range.last; });
}

base::Result<ChangesOrNote> changes_since(const Source& tree, const std::string& revision) {
  const base::Result<Opened> at = open_objects(tree.identity().root);
  if (!at) return at.errors();
  ObjectStore store(at->objects);
  const base::Result<ResolvedRevision> theirs = resolve_revision(at->repository, store, revision);
  if (!theirs) {
    if (std::optional<Note> cut = missing_in_shallow(at->repository, revision))
      return ChangesOrNote{.missing = cut};
    return theirs.errors();
  }
  const std::optional<ObjectId> ours = ObjectId::from_hex(tree.identity().commit);
  if (!theirs->commit || !ours)
    return base::Diagnostic{
        .file = {},
        .message = "there is no commit to compare with revision '" + base::printable(revision) + "'"};
  CommitReader commits(at->repository, store);
  const MergeBases bases = merge_bases(commits, *ours, *theirs->commit);
  if (bases.is_cut || !bases.unreadable.empty())
    return ChangesOrNote{.missing = no_merge_base(at->repository, revision, bases)};
  if (bases.commits.empty())
    return base::Diagnostic{.file = {},
                            .message = "revision '" + base::printable(revision) +
                                       "' has no commit in common with what is audited"};
  const ObjectId& base = bases.commits.front();
  return changes_from(tree, *at, commits.read(base), base.hex());
}

base::Result<ChangesOrNote> uncommitted_changes(const Source& tree) {
  const base::Result<Opened> at = open_objects(tree.identity().root);
  if (!at) return at.errors();
  const std::optional<ObjectId> head = ObjectId::from_hex(tree.identity().commit);
  if (!head) return changes_from(tree, *at, std::nullopt, "");
  ObjectStore store(at->objects);
  const std::optional<Commit> commit = CommitReader(at->repository, store).read(*head);
  if (!commit)
    return ChangesOrNote{.missing = fault(at->repository, "commit " + head->hex() + " cannot be read")};
  return changes_from(tree, *at, commit, head->hex());
}

std::optional<Note> why_not_here(const std::string& root, const std::string& revision) {
  const base::Result<Repository> repository = find_repository(root);
  return repository ? missing_in_shallow(*repository, revision) : std::nullopt;
}

std::string blob_name(std::string_view bytes) {
  const std::string header = "blob " + std::to_string(bytes.size()) + '\0';
  const auto name = Sha1().add(header).add(bytes).finish();
  return ObjectId::from_raw({reinterpret_cast<const char*>(name.data()), name.size()}).hex();
}

}  // namespace readiness::source
