// SPDX-License-Identifier: Apache-2.0
// Files that are only claimed to exist, for tests.
#include <algorithm>

#include "source/regular_file.h"
#include "source/source.h"

namespace readiness::source {
namespace {

class MemoryReader final : public Reader {
 public:
  explicit MemoryReader(const std::vector<MemorySource::File>& files) : files_(files) {}

  Load load(std::size_t index, std::uint64_t max_bytes) override {
    const MemorySource::File& file = files_[index];
    if (file.kind != EntryKind::file && file.kind != EntryKind::executable)
      return {.status = LoadStatus::not_regular, .bytes = {}, .size = 0, .detail = "not a regular file"};
    if (file.bytes.size() > max_bytes)
      return {.status = LoadStatus::too_large,
              .bytes = {},
              .size = file.bytes.size(),
              .detail = "larger than the limit"};
    std::copy(file.bytes.begin(), file.bytes.end(), buffer_.reserve(file.bytes.size()));
    return {.status = LoadStatus::ok,
            .bytes = buffer_.finish(file.bytes.size()),
            .size = file.bytes.size(),
            .detail = {}};
  }

  std::optional<std::string> link_text(std::size_t index) override {
    const MemorySource::File& file = files_[index];
    return file.kind == EntryKind::symlink ? std::optional(file.bytes) : std::nullopt;
  }

 private:
  const std::vector<MemorySource::File>& files_;
  PaddedBuffer buffer_;
};

}  // namespace

MemorySource::MemorySource(std::vector<File> files) : files_(std::move(files)) {
  // The last of several files with one path counts, as if it had been written over the others.
  std::stable_sort(files_.begin(), files_.end(),
                   [](const File& a, const File& b) { return a.path < b.path; });
  std::vector<File> unique;
  for (File& file : files_) {
    if (!unique.empty() && unique.back().path == file.path)
      unique.back() = std::move(file);
    else
      unique.push_back(std::move(file));
  }
  files_ = std::move(unique);
  for (const File& file : files_) entries_.push_back({.path = file.path, .kind = file.kind, .tracked = true});
  identity_.mode = "folder";
}

MemorySource::~MemorySource() = default;

std::unique_ptr<Reader> MemorySource::make_reader() const { return std::make_unique<MemoryReader>(files_); }

}  // namespace readiness::source
