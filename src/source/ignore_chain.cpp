// SPDX-License-Identifier: Apache-2.0
// Reading ignore files without trusting their kind or size, and asking them innermost first.
#include "source/ignore_chain.h"

#include <optional>

#include "base/text.h"
#include "source/regular_file.h"

namespace readiness::source {

void IgnoreChain::add_exclude_file(const std::string& git_folder) {
  if (const std::optional<RootFolder> git = RootFolder::open(git_folder)) add(*git, "info/exclude", 0, kNone);
}

IgnoreChain::Level IgnoreChain::enter(Level above, const std::string& folder) {
  return add(root_, folder + ".gitignore", folder.size(), above);
}

IgnoreChain::Level IgnoreChain::add(const RootFolder& root, const std::string& path, std::size_t base,
                                    Level above) {
  const SmallFile file = read_small(root, path, IgnoreFile::kMaxBytes);
  if (!file.ok()) {
    // Not a fault: without it more is audited, never less.
    if (!file.absent())
      notes_.push_back({false, "ignore-file", base::printable(path) + ": not used: " + file.detail});
    return above;
  }
  IgnoreFile parsed = IgnoreFile::parse(file.bytes);
  if (!parsed.complete())
    notes_.push_back({false, "ignore-file",
                      base::printable(path) + ": too many or too long patterns, the rest is not used"});
  if (parsed.empty()) return above;
  levels_.push_back({std::move(parsed), base, above});
  return static_cast<Level>(levels_.size() - 1);
}

bool IgnoreChain::ignores(Level level, std::string_view path, bool is_folder) const {
  while (level != kNone) {
    const Row& row = levels_[level];
    const IgnoreFile::Verdict verdict = row.file.verdict(path.substr(row.base), is_folder);
    if (verdict != IgnoreFile::Verdict::none) return verdict == IgnoreFile::Verdict::ignored;
    level = row.above;
  }
  return false;
}

}  // namespace readiness::source
