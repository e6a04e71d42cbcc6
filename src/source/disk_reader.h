// SPDX-License-Identifier: Apache-2.0
// A Reader over files on disk. What is absent may be asked for elsewhere: a sparse checkout has its files as
// objects.
#pragma once
#include <memory>
#include <vector>

#include "source/regular_file.h"
#include "source/root_folder.h"
#include "source/source.h"

namespace readiness::source {

class DiskReader final : public Reader {
 public:
  /// Both outlive the reader.
  DiskReader(const RootFolder& root, const std::vector<Entry>& entries) : root_(root), entries_(entries) {}
  Load load(std::size_t index, std::uint64_t max_bytes) override;

 private:
  const RootFolder& root_;
  const std::vector<Entry>& entries_;
  PaddedBuffer buffer_;
};

}  // namespace readiness::source
