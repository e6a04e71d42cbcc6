// SPDX-License-Identifier: Apache-2.0
// vcpkg.json: dependencies, also those of features.
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Node;

void add_list(Reading& reading, const Node* list, Scope scope) {
  if (list == nullptr) return;
  for (const Node& item : list->items) {
    const bool is_host =
        item.find("host") != nullptr && item.find("host")->boolean;  // tools of the build machine
    add(reading, {.name = item.is_scalar() ? item.text : std::string(text_of(item, "name")),
                  .version = std::string(text_of(item, "version>=")),
                  .scope = is_host ? Scope::development : scope,
                  .mark = item.mark});
  }
}

}  // namespace

Reading parse_vcpkg(const Input& input) {
  Reading reading;
  add_list(reading, input.root().find("dependencies"), Scope::runtime);
  if (const Node* features = input.root().find("features"))
    for (const document::Member& feature : features->members)
      add_list(reading, feature.value.find("dependencies"), scope_of_group(feature.key, Scope::runtime));
  return reading;
}

}  // namespace readiness::facts::manifest
