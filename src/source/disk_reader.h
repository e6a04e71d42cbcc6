// SPDX-License-Identifier: Apache-2.0
// A Reader over files on disk. What is absent may be asked for elsewhere: a sparse checkout has its files as
// objects.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "source/object_store.h"
#include "source/regular_file.h"
#include "source/root_folder.h"
#include "source/source.h"

namespace readiness::source {

/// Files of a sparse checkout that are not on disk, sorted by path.
struct AbsentFiles {
  std::vector<std::pair<std::string, ObjectId>> blobs{};
  std::shared_ptr<const ObjectFolder> objects{};  // shared by the readers of all threads
};

class DiskReader final : public Reader {
 public:
  /// All outlive the reader; `absent` may be null.
  DiskReader(const RootFolder& root, const std::vector<Entry>& entries, const AbsentFiles* absent = nullptr)
      : root_(root), entries_(entries), absent_(absent) {}
  Load load(std::size_t index, std::uint64_t max_bytes) override;
  std::optional<std::string> link_text(std::size_t index) override;

 private:
  Load load_absent(const std::string& path, std::uint64_t max_bytes);

  const RootFolder& root_;
  const std::vector<Entry>& entries_;
  const AbsentFiles* absent_;
  std::unique_ptr<ObjectStore> store_;
  PaddedBuffer buffer_;
};

}  // namespace readiness::source
