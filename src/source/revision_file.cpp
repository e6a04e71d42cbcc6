// SPDX-License-Identifier: Apache-2.0
// One file of one revision, e.g. the configuration as the base branch has it.
#include <string_view>

#include "base/text.h"
#include "source/index_file.h"
#include "source/object_store.h"
#include "source/repository.h"
#include "source/revision.h"
#include "source/source.h"
#include "source/tree_listing.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLargest = 16ULL * 1024 * 1024;

struct Step {
  std::string problem{};
  bool found = false;
  std::uint32_t mode = 0;
  ObjectId id{};
};

Step step_into(ObjectStore& store, const ObjectId& tree, std::string_view name) {
  const Object object = store.read(tree, ObjectStore::kLargestTree);
  if (!object.ok()) return {.problem = object.detail};
  std::string_view rest = object.bytes;
  TreeItem item;
  while (object.type == ObjectType::tree && take_tree_item(rest, tree.size, item))
    if (item.name == name) return {.found = true, .mode = item.mode, .id = ObjectId::from_raw(item.raw_id)};
  return {.problem = rest.empty() ? "" : "object " + tree.hex() + " is no proper tree"};
}

}  // namespace

base::Result<std::string> read_at_revision(const std::string& root, const std::string& revision,
                                           const std::string& path) {
  base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  ObjectStore store(std::make_shared<const ObjectFolder>(*repository));
  const base::Result<ResolvedRevision> resolved = resolve_revision(*repository, store, revision);
  if (!resolved) return resolved.errors();
  const auto failure = [&](const std::string& what) {
    return base::Diagnostic{.file = path,
                            .message = what + " at revision '" + base::printable(revision) + "'"};
  };
  Step at{.found = true, .mode = kFolderMode, .id = resolved->tree};
  const std::string whole = repository->prefix + path;
  for (const std::string_view name : base::split(whole, '/')) {
    if (!is_folder_mode(at.mode)) return failure("is not there");
    Step step = step_into(store, at.id, name);
    if (!step.problem.empty()) return failure("cannot be read (" + step.problem + ")");
    if (!step.found) return failure("is not there");
    at = std::move(step);
  }
  const EntryKind kind = kind_of_mode(at.mode);
  if (kind != EntryKind::file && kind != EntryKind::executable) return failure("is not a regular file");
  const Load load = store.read(at.id, kLargest).as_blob();
  if (load.status != LoadStatus::ok) return failure("cannot be read (" + load.detail + ")");
  return std::string(load.bytes);
}

}  // namespace readiness::source
