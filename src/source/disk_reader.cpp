// SPDX-License-Identifier: Apache-2.0
// Files only: links, submodules and special files are refused without being opened.
#include "source/disk_reader.h"

#include <algorithm>
#include <cerrno>

namespace readiness::source {

Load DiskReader::load(std::size_t index, std::uint64_t max_bytes) {
  const Entry& entry = entries_[index];
  if (entry.kind != EntryKind::file && entry.kind != EntryKind::executable)
    return {.status = LoadStatus::not_regular, .bytes = {}, .size = 0, .detail = "not a regular file"};
  Load load = read_file(root_, entry.path, max_bytes, buffer_);
  return load.status == LoadStatus::vanished && absent_ != nullptr ? load_absent(entry.path, max_bytes)
                                                                   : load;
}

std::optional<std::string> DiskReader::link_text(std::size_t index) {
  const Entry& entry = entries_[index];
  return entry.kind == EntryKind::symlink ? root_.read_link(entry.path) : std::nullopt;
}

Load DiskReader::load_absent(const std::string& path, std::uint64_t max_bytes) {
  const auto found =
      std::lower_bound(absent_->blobs.begin(), absent_->blobs.end(), path,
                       [](const auto& blob, const std::string& wanted) { return blob.first < wanted; });
  if (found == absent_->blobs.end() || found->first != path)
    return {.status = LoadStatus::vanished, .bytes = {}, .size = 0, .detail = error_text(ENOENT)};
  if (!store_) store_ = std::make_unique<ObjectStore>(absent_->objects);
  return store_->read(found->second, max_bytes).as_blob();
}

}  // namespace readiness::source
