// SPDX-License-Identifier: Apache-2.0
// The roles' names.
#include <array>

#include "classify/classify.h"

namespace readiness::classify {
namespace {

constexpr std::array<std::string_view, kRoles> kNames{"source",    "test",     "docs",   "config",
                                                      "ci",        "deploy",   "script", "example",
                                                      "generated", "vendored", "other"};

}  // namespace

std::string_view name_of(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> find_role(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Role>(i);
  return std::nullopt;
}

}  // namespace readiness::classify
