// SPDX-License-Identifier: Apache-2.0
#include "app/small_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace readiness::app {
namespace {

struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) close(value);
  }
};

base::Diagnostic refusal(const std::string& shown, std::string message) {
  return {.file = shown, .message = std::move(message)};
}

}  // namespace

base::Result<std::optional<std::string>> read_small_file(const std::string& path, std::size_t max_bytes,
                                                         Links links, const std::string& shown) {
  // O_NONBLOCK: the open of a FIFO without a writer would never return.
  const Descriptor file{
      open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | (links == Links::refuse ? O_NOFOLLOW : 0))};
  if (file.value < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<std::string>{};
    return refusal(shown,
                   errno == ELOOP ? "is a symbolic link, which is not followed here" : std::strerror(errno));
  }
  struct stat status {};
  if (fstat(file.value, &status) != 0 || !S_ISREG(status.st_mode))
    return refusal(shown, "is not a regular file");
  std::string bytes(max_bytes + 1, '\0');
  std::size_t length = 0;
  while (length < bytes.size()) {
    const ssize_t got = read(file.value, bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refusal(shown, std::strerror(errno));
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  if (length > max_bytes)
    return refusal(shown, "is larger than " + std::to_string(max_bytes / 1024) + " KiB, which is refused");
  bytes.resize(length);
  return std::optional(std::move(bytes));
}

std::optional<std::vector<std::string>> yaml_files_in(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(opendir(folder.c_str()), &closedir);
  if (!listing) return {};
  std::vector<std::string> names;
  while (const dirent* entry = readdir(listing.get())) {
    const std::string name = entry->d_name;
    if (name.ends_with(".yaml") || name.ends_with(".yml")) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool lies_inside(const std::string& root, const std::string& path) {
  const auto resolved = [](const std::string& text) {
    const std::unique_ptr<char, void (*)(void*)> real(realpath(text.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : std::string{};
  };
  const std::string outer = resolved(root);
  const std::string inner = resolved(path);
  return !outer.empty() && (inner == outer || inner.starts_with(outer.ends_with('/') ? outer : outer + "/"));
}

}  // namespace readiness::app
