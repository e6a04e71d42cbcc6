// SPDX-License-Identifier: Apache-2.0
// Reading regular files whole, with a bound; anything that is not a regular file is refused before it is
// read.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "source/root_folder.h"
#include "source/source.h"

namespace readiness::source {

/// Memory that is reused from load to load. What `finish` gives is followed by kPadding readable zero bytes.
class PaddedBuffer {
 public:
  static constexpr std::size_t kPadding = 64;
  /// At least `bytes` writable bytes; the first `kept` bytes survive.
  char* reserve(std::size_t bytes, std::size_t kept = 0);
  std::string_view finish(std::size_t length);
  std::size_t capacity() const { return capacity_; }
  char* data() { return data_.get(); }

 private:
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;
};

/// Reads an open file to its end. Changes of the file while it is read are survived: what was read is given,
/// unless the file grew beyond `max_bytes`.
Load read_regular(const Descriptor& file, std::uint64_t max_bytes, PaddedBuffer& buffer);

/// Opens and reads `path` below `root`; the errors of opening become a status.
Load read_file(const RootFolder& root, const std::string& path, std::uint64_t max_bytes,
               PaddedBuffer& buffer);

/// The bytes as a string, for the few files of git's own that we read. `status` says whether they are worth
/// anything.
struct SmallFile {
  LoadStatus status = LoadStatus::ok;
  std::string bytes{};
  std::string detail{};
  bool ok() const { return status == LoadStatus::ok; }
  bool absent() const { return status == LoadStatus::vanished; }
};
SmallFile read_small(const RootFolder& root, const std::string& path, std::uint64_t max_bytes);

/// "permission denied", lower case, without a number.
std::string error_text(int error);

}  // namespace readiness::source
