// SPDX-License-Identifier: Apache-2.0
// What a file is for: language, role, binary, generated, vendored; .gitattributes' linguist-* are honoured.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classify/attributes.h"
#include "language/language.h"

namespace readiness::classify {

/// One role a file. Precedence: vendored, generated, test, example, docs, ci, deploy, script, config, source;
/// what is none of them (images, data) is `other`.
enum class Role : std::uint8_t {
  source,
  test,
  docs,
  config,
  ci,
  deploy,
  script,
  example,
  generated,
  vendored,
  other
};
inline constexpr std::size_t kRoles = 11;
std::string_view name_of(Role role);
std::optional<Role> find_role(std::string_view name);

struct Classification {
  language::LanguageId language = language::kUnknown;
  Role role = Role::other;
  bool binary = false;    ///< by name now, by the first 8 KiB after `with_head`
  bool lockfile = false;  ///< dependency lock files: role generated, but facts reads them
};

/// Knows the repository's .gitattributes; immutable, shared between threads.
class Classifier {
 public:
  struct Attributes {
    std::string folder;  ///< where the .gitattributes lies, "" at the root
    std::string text;
  };
  explicit Classifier(const std::vector<Attributes>& attributes = {});
  /// From the path alone.
  Classification by_path(std::string_view path) const;
  /// Refined by the first 8 KiB: shebang, binary (NUL, or no text encoding), generated markers.
  Classification with_head(const Classification& by_path, std::string_view path, std::string_view head) const;

 private:
  std::vector<AttributeRule> rules_;  ///< from the root's file to the deepest
};

/// UTF-16 and UTF-32 (by byte order mark, or by the pattern of NULs in the first 8 KiB) as UTF-8; a UTF-8
/// byte order mark is cut. Nothing when `bytes` is plain 8-bit text or binary. 64 bytes of padding follow the
/// result's data.
std::optional<std::string> decode_to_utf8(std::string_view bytes);

}  // namespace readiness::classify
