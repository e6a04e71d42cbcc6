// SPDX-License-Identifier: Apache-2.0
// Files only: links, submodules and special files are refused without being opened.
#include "source/disk_reader.h"

namespace readiness::source {

Load DiskReader::load(std::size_t index, std::uint64_t max_bytes) {
  const Entry& entry = entries_[index];
  if (entry.kind != EntryKind::file && entry.kind != EntryKind::executable)
    return {.status = LoadStatus::not_regular, .bytes = {}, .size = 0, .detail = "not a regular file"};
  return read_file(root_, entry.path, max_bytes, buffer_);
}

}  // namespace readiness::source
