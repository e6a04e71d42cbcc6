// SPDX-License-Identifier: Apache-2.0
// Gradle's version catalogue (libs.versions.toml): aliases for the scripts; it declares nothing itself.
#include <algorithm>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Member;
using document::Node;

// Gradle's accessors join the parts of an alias with dots, whichever of - _ . was written.
std::string accessor(std::string_view alias) {
  std::string out(alias);
  std::replace(out.begin(), out.end(), '-', '.');
  std::replace(out.begin(), out.end(), '_', '.');
  return out;
}

std::string version_in(const Node& root, const Node& entry) {
  const Node* version = entry.find("version");
  if (version == nullptr) return {};
  std::string_view reference = text_of(*version, "ref");
  if (reference.empty()) reference = text_of(entry, "version.ref");
  if (reference.empty())
    return version->is_scalar() ? version->text : std::string(text_of(*version, "strictly"));
  const Node* found = find_path(root, {"versions", reference});
  return found != nullptr && found->is_scalar() ? found->text : std::string{};
}

// "group:artifact:version", {module = "group:artifact"}, {group = …, name = …}
Alias library(const Node& root, const Member& member) {
  Alias alias{.key = accessor(member.key)};
  if (member.value.is_scalar()) {
    const std::vector<std::string_view> parts = base::split(member.value.text, ':');
    if (parts.size() > 1) alias.name = std::string(parts[0]) + ":" + std::string(parts[1]);
    if (parts.size() > 2) alias.version = parts[2];
    return alias;
  }
  alias.name = text_of(member.value, "module");
  if (alias.name.empty())
    alias.name =
        std::string(text_of(member.value, "group")) + ":" + std::string(text_of(member.value, "name"));
  alias.version = version_in(root, member.value);
  return alias;
}

// "id:version" or {id = …, version = …}
Alias plugin(const Node& root, const Member& member) {
  Alias alias{.key = "plugins." + accessor(member.key)};
  if (!member.value.is_scalar()) {
    alias.name = text_of(member.value, "id");
    alias.version = version_in(root, member.value);
    return alias;
  }
  const std::size_t colon = member.value.text.find(':');
  alias.name = member.value.text.substr(0, colon);
  if (colon != std::string::npos) alias.version = member.value.text.substr(colon + 1);
  return alias;
}

}  // namespace

Reading parse_gradle_catalogue(const Input& input) {
  Reading reading;
  const Node& root = input.root();
  if (const Node* libraries = root.find("libraries"))
    for (const Member& member : libraries->members) reading.aliases.push_back(library(root, member));
  const std::vector<Alias> known = reading.aliases;
  if (const Node* bundles = root.find("bundles"))
    for (const Member& bundle : bundles->members)
      for (const Node& item : bundle.value.items) {
        const std::string key = accessor(item.text);
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const Alias& a) { return a.key == key; });
        if (found != known.end())
          reading.aliases.push_back({"bundles." + accessor(bundle.key), found->name, found->version});
      }
  if (const Node* plugins = root.find("plugins"))
    for (const Member& member : plugins->members) reading.aliases.push_back(plugin(root, member));
  return reading;
}

}  // namespace readiness::facts::manifest
