// SPDX-License-Identifier: Apache-2.0
// Many name globs against one name at once; ASCII case is ignored. For dependencies.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace readiness::facts {

class NameIndex {
 public:
  /// `owner` is handed back by `matching`; it may add several globs.
  void add(std::string_view glob, std::uint32_t owner);
  /// Owners with a glob that matches, ascending, each once. Answers are remembered.
  const std::vector<std::uint32_t>& matching(std::string_view name);

 private:
  struct Wild {
    std::string prefix;  ///< what stands before the first wildcard
    std::string glob;
    std::uint32_t owner;
  };
  std::unordered_map<std::string, std::vector<std::uint32_t>> exact_;
  std::vector<Wild> wild_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> known_;
};

}  // namespace readiness::facts
