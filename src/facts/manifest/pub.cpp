// SPDX-License-Identifier: Apache-2.0
// pubspec.yaml of Dart and Flutter.
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {

Reading parse_pubspec(const Input& input) {
  Reading reading;
  for (const std::string_view key : {"dependencies", "dev_dependencies"})
    if (const document::Node* packages = input.root().find(key))
      for (const document::Member& member : packages->members)
        add(reading, {.name = member.key,
                      .version = std::string(member.value.is_scalar() ? std::string_view(member.value.text)
                                                                      : text_of(member.value, "version")),
                      .scope = key == "dependencies" ? Scope::runtime : Scope::development,
                      .mark = member.key_mark});
  return reading;
}

}  // namespace readiness::facts::manifest
