// SPDX-License-Identifier: Apache-2.0
// Files of policy (configuration, packs): read whole, bounded, and never from a pipe, a device or a link that
// a stranger laid.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace readiness::app {

enum class Links { refuse, follow };

/// The file's bytes; nothing when there is no such file. Fails on anything that is no regular file, cannot be
/// read, or is larger than `max_bytes`. `shown` is how messages call it.
base::Result<std::optional<std::string>> read_small_file(const std::string& path, std::size_t max_bytes,
                                                         Links links, const std::string& shown);

/// Names of the YAML files right in `folder`, sorted; nothing when it is no folder.
std::optional<std::vector<std::string>> yaml_files_in(const std::string& folder);

/// True when `path` exists and, all links resolved, lies in `root` or is it.
bool lies_inside(const std::string& root, const std::string& path);

}  // namespace readiness::app
