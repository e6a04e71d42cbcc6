// SPDX-License-Identifier: Apache-2.0
// The linguist-* attributes of .gitattributes files, by the pattern rules of gitattributes(5).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"

namespace readiness::classify {

/// What one line says about one attribute. `cleared` (`!name`) makes it as if nobody had said anything.
enum class Said : std::uint8_t { nothing, yes, no, cleared };

struct AttributeRule {
  std::string folder;  ///< where the file lies, "" at the root, else with a '/' at the end
  base::Glob glob;
  Said vendored = Said::nothing;
  Said generated = Said::nothing;
  Said documentation = Said::nothing;
  std::string language{};  ///< a name of our table; empty = nothing said
};

struct Overrides {
  std::optional<bool> vendored{};
  std::optional<bool> generated{};
  std::optional<bool> documentation{};
  std::string_view language{};  ///< lives as long as the rules
};

/// Appends the lines of one file that say something about linguist; broken lines are skipped.
void read_attributes(std::string_view folder, std::string_view text, std::vector<AttributeRule>& rules);
/// `rules` go from the root's file to the deepest; a later rule wins.
Overrides overrides_of(const std::vector<AttributeRule>& rules, std::string_view path);

}  // namespace readiness::classify
