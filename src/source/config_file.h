// SPDX-License-Identifier: Apache-2.0
// The few values of a repository's own .git/config that decide how its files are to be read. Included files,
// commands and everything else in it are never looked at.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::source {

class ConfigFile {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{4} * 1024 * 1024;

  /// Reads what it understands; lines that are no configuration are passed over.
  static ConfigFile parse(std::string_view text);
  /// The last value of "section.key" (both lower case, without a subsection: "remote.promisor"), or empty.
  std::string_view value(std::string_view name) const;
  bool is_true(std::string_view name) const;
  bool has(std::string_view name) const { return values_.contains(name); }
  /// Keys of a section, without its name.
  std::vector<std::string> keys_of(std::string_view section) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace readiness::source
