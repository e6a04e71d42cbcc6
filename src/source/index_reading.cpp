// SPDX-License-Identifier: Apache-2.0
// From .git/index to entries.
#include "source/index_reading.h"

#include <algorithm>
#include <optional>

#include "source/regular_file.h"
#include "source/root_folder.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLargestIndex = 1024ULL * 1024 * 1024;

// The entries below the prefix stand together, as the index is sorted.
void keep_below(const std::string& prefix, std::vector<IndexEntry>& entries) {
  if (prefix.empty()) return;
  const auto outside = [&](const IndexEntry& entry) { return !entry.path.starts_with(prefix); };
  entries.erase(std::remove_if(entries.begin(), entries.end(), outside), entries.end());
}

}  // namespace

base::Result<std::vector<IndexEntry>> read_index(const Repository& repository) {
  const std::optional<RootFolder> git = RootFolder::open(repository.git_path);
  if (!git) return base::Diagnostic{.file = ".git", .message = "cannot be opened"};
  PaddedBuffer buffer;
  const Load file = read_file(*git, "index", kLargestIndex, buffer);
  if (file.status == LoadStatus::vanished) return std::vector<IndexEntry>{};
  if (file.status != LoadStatus::ok) return base::Diagnostic{.file = ".git/index", .message = file.detail};
  base::Result<Index> index = parse_index(file.bytes, repository.id_size());
  if (!index) return base::Diagnostic{.file = ".git/index", .message = index.errors().front().message};
  if (index->is_split)
    return base::Diagnostic{.file = ".git/index", .message = "a split index is not supported"};
  keep_below(repository.prefix, index->entries);
  resolve_conflicts(index->entries);
  return std::move(index->entries);
}

}  // namespace readiness::source
