// SPDX-License-Identifier: Apache-2.0
// npm, pnpm, yarn, bun: package.json with all its groups, and the lock files for when it is missing.
#include <array>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Member;
using document::Node;
using document::Type;

struct Group {
  std::string_view key;
  Scope scope;
};
constexpr std::array<Group, 4> kGroups{{{"dependencies", Scope::runtime},
                                        {"optionalDependencies", Scope::runtime},
                                        {"peerDependencies", Scope::runtime},
                                        {"devDependencies", Scope::development}}};

struct Spec {
  std::string_view name;
  std::string_view version;
};

// "@scope/name@1.2.3" → name and version; the first byte may be the scope's own '@'.
Spec name_and_version(std::string_view text) {
  const std::size_t at = text.find('@', 1);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

// "npm:other@^2" installs another package under this name; it is the other one that runs.
Spec resolved(std::string_view name, std::string_view version) {
  if (version.starts_with("catalog:")) return {name, {}};  // pnpm: the workspace file knows
  if (!version.starts_with("npm:")) return {name, version};
  return name_and_version(version.substr(4));
}

void add_locked(Reading& reading, Spec spec, Scope scope, base::Mark mark) {
  add(reading, {.name = std::string(spec.name),
                .version = std::string(spec.version),
                .scope = scope,
                .direct = false,
                .mark = mark});
}

bool is_true(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found != nullptr && found->is(Type::boolean) && found->boolean;
}

Scope locked_scope(const Node& node) { return is_true(node, "dev") ? Scope::development : Scope::runtime; }

}  // namespace

Reading parse_package_json(const Input& input) {
  Reading reading;
  for (const Group& group : kGroups) {
    const Node* members = input.root().find(group.key);
    if (members == nullptr) continue;
    for (const Member& member : members->members) {
      const Spec spec = resolved(member.key, member.value.text);
      add(reading, {.name = std::string(spec.name),
                    .version = std::string(spec.version),
                    .scope = group.scope,
                    .mark = member.key_mark});
    }
  }
  return reading;
}

// Versions 2 and 3 have "packages" by folder, version 1 has "dependencies" by name.
Reading parse_package_lock(const Input& input) {
  Reading reading;
  if (const Node* packages = input.root().find("packages")) {
    for (const Member& member : packages->members) {
      const std::size_t at = member.key.rfind("node_modules/");
      if (at == std::string::npos) continue;
      add_locked(reading, {std::string_view(member.key).substr(at + 13), text_of(member.value, "version")},
                 locked_scope(member.value), member.key_mark);
    }
  } else if (const Node* dependencies = input.root().find("dependencies")) {
    for (const Member& member : dependencies->members)
      add_locked(reading, {member.key, text_of(member.value, "version")}, locked_scope(member.value),
                 member.key_mark);
  }
  return reading;
}

// Keys of `packages:`, two columns in: "/name@1.0.0(peer)", "name@1.0.0", "/name/1.0.0" by age of the format.
Reading parse_pnpm_lock(const Input& input) {
  Reading reading;
  bool inside = false;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    if (!line.empty() && line.front() != ' ') inside = line.starts_with("packages:");
    if (!inside || !line.starts_with("  ") || line.size() < 4 || line[2] == ' ') return true;
    std::string_view key = base::trimmed(line);
    if (!key.ends_with(':')) return true;
    key.remove_suffix(1);
    if (key.size() > 1 && (key.front() == '\'' || key.front() == '"')) key = key.substr(1, key.size() - 2);
    if (key.starts_with('/')) key.remove_prefix(1);
    key = key.substr(0, key.find('('));
    Spec spec = name_and_version(key);
    if (const std::size_t slash = key.rfind('/'); spec.version.empty() && slash != std::string_view::npos)
      spec = {key.substr(0, slash), key.substr(slash + 1)};
    add_locked(reading, spec, Scope::runtime, mark_in(line, number, key));
    return true;
  });
  return reading;
}

// Catalogues give versions to "catalog:" entries; what they list is not declared by anybody yet.
Reading parse_pnpm_workspace(const Input& input) {
  Reading reading;
  const auto add_all = [&](const Node& catalogue) {
    for (const Member& member : catalogue.members)
      if (member.value.is_scalar()) reading.aliases.push_back({member.key, member.key, member.value.text});
  };
  if (const Node* catalogue = input.root().find("catalog")) add_all(*catalogue);
  if (const Node* catalogues = input.root().find("catalogs"))
    for (const Member& member : catalogues->members) add_all(member.value);
  return reading;
}

// `"@scope/name@^1.0", "@scope/name@^1.1":` in the first column, then `  version "1.2.3"` (classic) or
// `version: 1.2.3`.
Reading parse_yarn_lock(const Input& input) {
  Reading reading;
  each_line(input.text, [&](std::string_view line, std::uint32_t number) {
    if (line.empty() || line.front() == '#') return true;
    if (line.starts_with("  version") && !reading.declared.empty() &&
        reading.declared.back().version.empty()) {
      std::string_view version = base::trimmed(line.substr(9));
      if (version.starts_with(':')) version = base::trimmed(version.substr(1));
      if (version.size() > 1 && version.front() == '"') version = version.substr(1, version.size() - 2);
      reading.declared.back().version = version;
    }
    if (line.front() == ' ' || !line.ends_with(':')) return true;
    std::string_view key = line.substr(line.front() == '"' ? 1 : 0);
    key = key.substr(0, key.find_first_of(",\":", 0));
    const Spec spec = name_and_version(key);
    if (spec.version.starts_with("workspace") || key.starts_with("__metadata")) return true;
    if (!reading.declared.empty() && reading.declared.back().name == spec.name) return true;
    add_locked(reading, {spec.name, {}}, Scope::runtime, mark_in(line, number, key));
    return true;
  });
  return reading;
}

// "packages": {"name": ["name@1.2.3", …]}
Reading parse_bun_lock(const Input& input) {
  Reading reading;
  const Node* packages = input.root().find("packages");
  if (packages == nullptr) return reading;
  for (const Member& member : packages->members)
    if (!member.value.items.empty())
      add_locked(reading, name_and_version(member.value.items.front().text), Scope::runtime, member.key_mark);
  return reading;
}

}  // namespace readiness::facts::manifest
