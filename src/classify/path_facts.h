// SPDX-License-Identifier: Apache-2.0
// What a path says by itself: its parts, and the hints that its folders and its name give about its role.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/language.h"

namespace readiness::classify {

/// Hints are a bit set; the role is the first that fits in the order of roles.
enum Hint : std::uint16_t {
  kVendored = 1U << 0U,
  kGenerated = 1U << 1U,
  kTest = 1U << 2U,
  kExample = 1U << 3U,
  kDocs = 1U << 4U,
  kCi = 1U << 5U,
  kDeploy = 1U << 6U,
  kScript = 1U << 7U,
  kConfig = 1U << 8U,
  kSource = 1U << 9U,
  kLockfile = 1U << 10U,
  kBinary = 1U << 11U,
  kProductData = 1U << 14U,  ///< translations and the like: no configuration
  kNotDeployed = 1U << 13U,  ///< looks like a deployment, but is a developer's workshop
  kAuthored =
      1U
      << 12U,  ///< stays what it is even when its head says that a tool wrote it (db/schema.rb, openapi.yaml)
};
using Hints = std::uint16_t;

/// What kind of text a language is, as far as roles are concerned.
enum class Matter : std::uint8_t { code, script, deploy, build, page, data, prose, unknown };
Matter matter_of(language::LanguageId id);

/// A path in lower case beside the path as it is; '/'-separated.
class Path {
 public:
  explicit Path(std::string_view path);
  std::string_view text() const { return text_; }
  std::string_view lower() const { return lower_; }
  std::string_view name() const { return text_.substr(name_at_); }
  std::string_view lower_name() const { return lower_.substr(name_at_); }
  std::string_view extension() const;  ///< of the lower name, behind the last dot; empty without one
  std::string_view folders() const { return text_.substr(0, name_at_); }

 private:
  std::string_view text_;
  std::array<char, 512> short_;
  std::string long_{};
  std::string_view lower_;
  std::size_t name_at_ = 0;
};

Hints hints_of_folders(const Path& path, Matter matter);  // folders.cpp
Hints hints_of_name(const Path& path, Matter matter);     // names.cpp

}  // namespace readiness::classify
