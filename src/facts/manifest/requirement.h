// SPDX-License-Identifier: Apache-2.0
// One Python requirement: PEP 508 as it stands in requirements files, pyproject.toml, setup.py and setup.cfg.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace readiness::facts::manifest {

struct Requirement {
  std::string name;     ///< normalised by PEP 503: lower case, runs of - _ . as one -
  std::string version;  ///< the specifier or URL as written
};

/// Nothing when the text is no requirement: an option, a path, a URL without a name.
std::optional<Requirement> parse_requirement(std::string_view text);

/// PEP 503.
std::string normalised_name(std::string_view name);

}  // namespace readiness::facts::manifest
