// SPDX-License-Identifier: Apache-2.0
// Cheap looks at the first bytes before anything is searched.
#include "facts/read_text.h"

namespace readiness::facts {
namespace {

constexpr std::size_t kHead = 8192;
// The pointer's first line and size limit are fixed by the Git LFS specification (docs/spec.md there).
constexpr std::string_view kLfsPointer = "version https://git-lfs.github.com/spec/v1\n";
constexpr std::size_t kLargestPointer = 1024;

bool settle(File& file, Disposition disposition) {
  file.disposition = disposition;
  return true;
}

// In stretches whose count fits a byte: then the compiler counts many at a time.
std::uint32_t count_of(char wanted, std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += 255) {
    std::uint8_t some = 0;
    for (const char c : text.substr(begin, 255))
      some = static_cast<std::uint8_t>(some + (c == wanted ? 1 : 0));
    count += some;
  }
  return count;
}

}  // namespace

bool settled_by_head(const classify::Classifier& classifier, std::string_view text, File& file) {
  if (text.size() < kLargestPointer && text.starts_with(kLfsPointer))
    return settle(file, Disposition::lfs_pointer);
  file.classification = classifier.with_head(file.classification, file.path, text.substr(0, kHead));
  if (file.classification.binary) return settle(file, Disposition::binary);
  if (file.classification.role == classify::Role::vendored) return settle(file, Disposition::vendored);
  if (file.classification.role == classify::Role::generated) return settle(file, Disposition::generated);
  return false;
}

std::uint32_t count_lines(std::string_view text) {
  if (text.empty()) return 0;
  const std::uint32_t breaks = count_of('\n', text);
  if (breaks == 0) {  // the old line ending alone, or one line
    const std::uint32_t returns = count_of('\r', text);
    return returns + (text.back() == '\r' ? 0 : 1);
  }
  return breaks + (text.back() == '\n' ? 0 : 1);
}

}  // namespace readiness::facts
