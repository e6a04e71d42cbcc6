// SPDX-License-Identifier: Apache-2.0
// read(2) into a reused buffer: a mapped file that somebody truncates would kill us with SIGBUS.
#include "source/regular_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>

namespace readiness::source {
namespace {

constexpr std::size_t kSmallestBuffer = 64 * 1024;

Load failed(LoadStatus status, std::string detail, std::uint64_t size = 0) {
  return {.status = status, .bytes = {}, .size = size, .detail = std::move(detail)};
}

LoadStatus status_of(int error) {
  switch (error) {
    case ENOENT:
      return LoadStatus::vanished;
    case ENOTDIR:  // a file stands where a folder was
    case ELOOP:    // a link
    case EXDEV:    // a link or ".." that leads out
    case ENXIO:    // a socket, or a device without a driver
    case EISDIR:
      return LoadStatus::not_regular;
    default:
      return LoadStatus::unreadable;
  }
}

}  // namespace

char* PaddedBuffer::reserve(std::size_t bytes, std::size_t kept) {
  if (bytes <= capacity_ && data_ != nullptr) return data_.get();
  const std::size_t wanted = std::max({bytes, kSmallestBuffer, capacity_ + capacity_ / 2});
  auto larger = std::make_unique_for_overwrite<char[]>(wanted + kPadding);
  if (kept > 0) std::memcpy(larger.get(), data_.get(), kept);
  data_ = std::move(larger);
  capacity_ = wanted;
  return data_.get();
}

std::string_view PaddedBuffer::finish(std::size_t length) {
  std::memset(reserve(length, length) + length, 0, kPadding);
  return {data_.get(), length};
}

Load read_regular(const Descriptor& file, std::uint64_t max_bytes, PaddedBuffer& buffer) {
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return failed(LoadStatus::unreadable, error_text(errno));
  if (!S_ISREG(info.st_mode)) return failed(LoadStatus::not_regular, "not a regular file");
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > max_bytes) return failed(LoadStatus::too_large, "larger than the limit", size);
  std::size_t length = 0;
  // One byte more than the size that was promised, so that a file that grew is noticed.
  for (std::size_t wanted = size + 1;; wanted = length + kSmallestBuffer) {
    char* const to = buffer.reserve(wanted, length);
    const ssize_t got = ::read(file.get(), to + length, wanted - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed(LoadStatus::unreadable, error_text(errno), size);
    length += static_cast<std::size_t>(got);
    if (length > max_bytes)
      return failed(LoadStatus::too_large, "grew beyond the limit while it was read", length);
    if (got == 0 || length == size) break;
  }
  return {.status = LoadStatus::ok, .bytes = buffer.finish(length), .size = length, .detail = {}};
}

Load read_file(const RootFolder& root, const std::string& path, std::uint64_t max_bytes,
               PaddedBuffer& buffer) {
  const Descriptor file = root.open_file(path);
  if (!file) return failed(status_of(errno), error_text(errno));
  return read_regular(file, max_bytes, buffer);
}

SmallFile read_small(const RootFolder& root, const std::string& path, std::uint64_t max_bytes) {
  PaddedBuffer buffer;
  Load load = read_file(root, path, max_bytes, buffer);
  return {.status = load.status, .bytes = std::string(load.bytes), .detail = std::move(load.detail)};
}

std::string error_text(int error) {
  char space[128];
  std::string text = ::strerror_r(error, space, sizeof space);
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace readiness::source
