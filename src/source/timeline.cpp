// SPDX-License-Identifier: Apache-2.0
#include "source/timeline.h"

#include <unordered_map>

#include "source/blob_source.h"
#include "source/commit_reader.h"
#include "source/refs.h"
#include "source/revision.h"

namespace readiness::source {
namespace {

constexpr std::size_t kMaxCommits = 5'000'000;
constexpr int kLongestTagChain = 100;

class RepositoryTimeline final : public Timeline {
 public:
  explicit RepositoryTimeline(Repository repository)
      : repository_(std::move(repository)),
        objects_(std::make_shared<const ObjectFolder>(repository_)),
        store_(objects_) {}

  base::Result<LineEnd> walk(const std::string& revision,
                             const std::function<bool(const CommitPoint&)>& see) override {
    const base::Result<ResolvedRevision> newest = resolve_revision(repository_, store_, revision);
    if (!newest) return newest.errors();
    if (!newest->commit)
      return base::Diagnostic{.file = {}, .message = "revision '" + revision + "' has no history"};
    CommitReader commits(repository_, store_);
    ObjectId at = *newest->commit;
    for (std::size_t seen = 0; seen < kMaxCommits; ++seen) {
      const std::optional<Commit> commit = commits.read(at);
      if (!commit) return LineEnd{true, "commit " + at.hex() + " cannot be read"};
      const auto tag = tags_by_commit().find(at);
      if (!see({at.hex(), commit->time, tag == tags_by_commit().end() ? "" : tag->second})) return LineEnd{};
      if (commits.is_border(at))
        return LineEnd{true,
                       "this shallow clone ends after " + std::to_string(seen + 1) +
                           " commits; fetch more (actions/checkout: fetch-depth: 0; elsewhere git fetch "
                           "--unshallow)"};
      if (commit->parents.empty()) return LineEnd{};
      at = commit->parents.front();
    }
    return LineEnd{true, "more than 5 million commits"};
  }

  base::Result<std::unique_ptr<Source>> open(const std::string& commit) override {
    return open_revision_with(repository_, objects_, store_, commit, &folders_);
  }

  std::size_t tags() override { return tags_by_commit(), tag_count_; }

 private:
  const std::unordered_map<ObjectId, std::string, ObjectIdHash>& tags_by_commit() {
    if (tags_were_read_) return tags_;
    tags_were_read_ = true;
    constexpr std::string_view kTags = "refs/tags/";
    for (const auto& [name, id] : RefStore(repository_).below(kTags)) {
      ++tag_count_;
      if (const std::optional<ObjectId> commit = peeled(id)) tags_[*commit] = name.substr(kTags.size());
    }
    return tags_;
  }

  std::optional<ObjectId> peeled(ObjectId id) {
    for (int step = 0; step < kLongestTagChain; ++step) {
      const Object object = store_.read(id, ObjectStore::kLargestTree);
      if (!object.ok()) return std::nullopt;
      if (object.type == ObjectType::commit) return id;
      const std::optional<ObjectId> target =
          object.type == ObjectType::tag ? parse_tag_target(object.bytes) : std::nullopt;
      if (!target) return std::nullopt;
      id = *target;
    }
    return std::nullopt;
  }

  const Repository repository_;
  std::shared_ptr<const ObjectFolder> objects_;
  ObjectStore store_;
  TreeCache folders_;
  bool tags_were_read_ = false;
  std::size_t tag_count_ = 0;
  std::unordered_map<ObjectId, std::string, ObjectIdHash> tags_;
};

}  // namespace

base::Result<std::unique_ptr<Timeline>> open_timeline(const std::string& root) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  return std::unique_ptr<Timeline>(std::make_unique<RepositoryTimeline>(std::move(*repository)));
}

}  // namespace readiness::source
