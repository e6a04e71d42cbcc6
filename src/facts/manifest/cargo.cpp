// SPDX-License-Identifier: Apache-2.0
// Cargo.toml: all tables of dependencies, targets included. The workspace's table gives versions to its
// members.
#include <array>

#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Member;
using document::Node;

struct Table {
  std::string_view key;
  Scope scope;
};
constexpr std::array<Table, 5> kTables{{{"dependencies", Scope::runtime},
                                        {"dev-dependencies", Scope::development},
                                        {"dev_dependencies", Scope::development},
                                        {"build-dependencies", Scope::development},
                                        {"build_dependencies", Scope::development}}};

// {package = "real-name"} renames a crate.
std::string_view crate_of(const Member& member) {
  const std::string_view package = text_of(member.value, "package");
  return package.empty() ? std::string_view(member.key) : package;
}

std::string_view version_of(const Member& member) {
  return member.value.is_scalar() ? std::string_view(member.value.text) : text_of(member.value, "version");
}

void add_tables(Reading& reading, const Node& node) {
  for (const Table& table : kTables)
    if (const Node* crates = node.find(table.key))
      for (const Member& member : crates->members)
        add(reading, {.name = std::string(crate_of(member)),
                      .version = std::string(version_of(member)),
                      .scope = table.scope,
                      .mark = member.key_mark});
}

}  // namespace

Reading parse_cargo(const Input& input) {
  Reading reading;
  add_tables(reading, input.root());
  if (const Node* targets = input.root().find("target"))
    for (const Member& target : targets->members) add_tables(reading, target.value);
  if (const Node* shared = find_path(input.root(), {"workspace", "dependencies"}))
    for (const Member& member : shared->members)
      reading.aliases.push_back({member.key, std::string(crate_of(member)), std::string(version_of(member))});
  return reading;
}

}  // namespace readiness::facts::manifest
