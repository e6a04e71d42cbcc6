// SPDX-License-Identifier: Apache-2.0
// A source over bytes in memory; the padding that readers promise is part of each stored text.
#include <algorithm>

#include "source/source.h"

namespace readiness::source {
namespace {

constexpr std::size_t kPadding = 64;

class MemoryReader final : public Reader {
 public:
  explicit MemoryReader(const std::vector<MemorySource::File>& files) : files_(files) {}

  Load load(std::size_t index, std::uint64_t max_bytes) override {
    const MemorySource::File& file = files_[index];
    const std::size_t size = file.bytes.size() - kPadding;
    if (file.kind != EntryKind::file && file.kind != EntryKind::executable)
      return {.status = LoadStatus::not_regular, .size = size, .detail = "not a regular file"};
    if (size > max_bytes) return {.status = LoadStatus::too_large, .size = size, .detail = "larger than the limit"};
    return {.bytes = std::string_view(file.bytes).substr(0, size), .size = size};
  }

 private:
  const std::vector<MemorySource::File>& files_;  // owned by the source, which outlives its readers
};

}  // namespace

MemorySource::MemorySource(std::vector<File> files) : files_(std::move(files)) {
  std::stable_sort(files_.begin(), files_.end(), [](const File& a, const File& b) { return a.path < b.path; });
  const auto same = [](const File& a, const File& b) { return a.path == b.path; };
  files_.erase(std::unique(files_.begin(), files_.end(), same), files_.end());
  for (File& file : files_) {
    file.bytes.append(kPadding, '\0');
    entries_.push_back({.path = file.path, .kind = file.kind});
  }
  identity_.mode = "memory";
}

MemorySource::~MemorySource() = default;

std::unique_ptr<Reader> MemorySource::make_reader() const { return std::make_unique<MemoryReader>(files_); }

}  // namespace readiness::source
