// SPDX-License-Identifier: Apache-2.0
// One entry by its path.
#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace readiness::source {

/// The index of `path` among entries in the order of Source::entries(); nothing when it is not there.
inline std::optional<std::size_t> find_entry(const std::vector<Entry>& entries, std::string_view path) {
  const auto at = std::lower_bound(entries.begin(), entries.end(), path,
                                   [](const Entry& entry, std::string_view wanted) { return entry.path < wanted; });
  if (at == entries.end() || at->path != path) return std::nullopt;
  return static_cast<std::size_t>(at - entries.begin());
}

}  // namespace readiness::source
