// SPDX-License-Identifier: Apache-2.0
// composer.json and composer.lock. PHP extensions count as dependencies ("ext-redis"), PHP itself does not.
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {

using document::Node;

Reading parse_composer(const Input& input) {
  Reading reading;
  for (const std::string_view key : {"require", "require-dev"})
    if (const Node* packages = input.root().find(key))
      for (const document::Member& member : packages->members)
        if (member.key != "php" && !member.key.starts_with("php-"))
          add(reading, {.name = member.key,
                        .version = member.value.text,
                        .scope = key == "require" ? Scope::runtime : Scope::development,
                        .mark = member.key_mark});
  return reading;
}

Reading parse_composer_lock(const Input& input) {
  Reading reading;
  for (const std::string_view key : {"packages", "packages-dev"})
    if (const Node* packages = input.root().find(key))
      for (const Node& package : packages->items)
        add(reading, {.name = std::string(text_of(package, "name")),
                      .version = std::string(text_of(package, "version")),
                      .scope = key == "packages" ? Scope::runtime : Scope::development,
                      .direct = false,
                      .mark = package.mark});
  return reading;
}

}  // namespace readiness::facts::manifest
