// SPDX-License-Identifier: Apache-2.0
// openat2 where the kernel has it, else one openat a name.
#include "source/root_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "source/source.h"

namespace readiness::source {
namespace {

constexpr int kReadFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
constexpr int kFolderFlags = O_RDONLY | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC;
constexpr int kPassFlags = O_PATH | O_NOFOLLOW | O_DIRECTORY | O_CLOEXEC;
// The kernel takes PATH_MAX (4096) bytes with the final NUL.
constexpr std::size_t kLongestCall = 4000;

int open_confined(int folder, const char* path, int flags) {
  open_how how{};
  how.flags = static_cast<decltype(how.flags)>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  for (int tries = 0;; ++tries) {
    const long fd = ::syscall(SYS_openat2, folder, path, &how, sizeof how);
    // EAGAIN: somebody renamed folders meanwhile and the kernel could not prove that we stay beneath.
    if (fd >= 0 || (errno != EINTR && errno != EAGAIN) || tries == 16) return static_cast<int>(fd);
  }
}

int open_one(int folder, const char* name, int flags) {
  while (true) {
    const int fd = ::openat(folder, name, flags);
    if (fd >= 0 || errno != EINTR) return fd;
  }
}

bool climbs(const std::string& name) { return name.empty() || name == "." || name == ".."; }

}  // namespace

RootFolder::RootFolder(Descriptor fd) : fd_(std::move(fd)) {
  const Descriptor probe(open_confined(fd_.get(), ".", kPassFlags));
  kernel_confines_ = static_cast<bool>(probe);
}

std::optional<RootFolder> RootFolder::open(const std::string& path) {
  Descriptor fd(open_one(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd) return std::nullopt;
  return RootFolder(std::move(fd));
}

Descriptor RootFolder::open_file(const std::string& path) const { return open_at(path, kReadFlags); }

Descriptor RootFolder::open_folder(const std::string& path) const {
  return path.empty() ? Descriptor(open_one(fd_.get(), ".", kFolderFlags)) : open_at(path, kFolderFlags);
}

std::optional<std::string> RootFolder::read_link(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  const Descriptor folder = slash == std::string::npos ? Descriptor{} : open_folder(path.substr(0, slash));
  if (slash != std::string::npos && !folder) return {};
  const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  std::array<char, kLongestLink> text{};
  const ssize_t length =
      ::readlinkat(folder ? folder.get() : fd_.get(), name.c_str(), text.data(), text.size());
  if (length <= 0 || static_cast<std::size_t>(length) == text.size()) return {};
  return std::string(text.data(), static_cast<std::size_t>(length));
}

std::vector<std::string> RootFolder::names_in(const std::string& path) const {
  std::vector<std::string> names;
  const Descriptor folder = open_folder(path);
  DIR* const stream = folder ? ::fdopendir(::dup(folder.get())) : nullptr;
  if (stream == nullptr) return names;
  while (const dirent* item = ::readdir(stream)) names.emplace_back(item->d_name);
  ::closedir(stream);
  std::sort(names.begin(), names.end());
  return names;
}

Descriptor RootFolder::open_at(const std::string& path, int flags) const {
  if (path.empty() || path.front() == '/' || path.find('\0') != std::string::npos) {
    errno = EINVAL;
    return {};
  }
  if (!kernel_confines_ || path.size() > kLongestCall) return open_in_steps(path, flags);
  return Descriptor(open_confined(fd_.get(), path.c_str(), flags));
}

Descriptor RootFolder::open_in_steps(const std::string& path, int flags) const {
  Descriptor folder;
  int at = fd_.get();
  for (std::size_t begin = 0;;) {
    std::size_t end = path.find('/', begin);
    if (kernel_confines_ && path.size() - begin > kLongestCall)  // as many names as one call takes
      end =
          path.rfind('/', begin + kLongestCall) + 1 > begin + 1 ? path.rfind('/', begin + kLongestCall) : end;
    else if (kernel_confines_)
      end = std::string::npos;
    const std::string step = path.substr(begin, end == std::string::npos ? end : end - begin);
    if (!kernel_confines_ && climbs(step)) {
      errno = EINVAL;
      return {};
    }
    const int wanted = end == std::string::npos ? flags : kPassFlags;
    Descriptor next(kernel_confines_ ? open_confined(at, step.c_str(), wanted)
                                     : open_one(at, step.c_str(), wanted));
    if (!next || end == std::string::npos) return next;
    folder = std::move(next);
    at = folder.get();
    begin = end + 1;
  }
}

}  // namespace readiness::source
