// SPDX-License-Identifier: Apache-2.0
// Python projects as documents: pyproject.toml (PEP 621, PEP 735, Poetry, uv, PDM, Hatch), Pipfile, Conda,
// lock files.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"
#include "facts/manifest/requirement.h"

namespace readiness::facts::manifest {
namespace {

using document::Member;
using document::Node;
using document::Type;

void add_requirement(Reading& reading, const Node& node, Scope scope) {
  if (!node.is(Type::string)) return;  // PEP 735 also has {include-group = "x"}
  if (std::optional<Requirement> found = parse_requirement(node.text))
    add(reading, {.name = std::move(found->name),
                  .version = std::move(found->version),
                  .scope = scope,
                  .mark = node.mark});
}

void add_list(Reading& reading, const Node* list, Scope scope) {
  if (list != nullptr)
    for (const Node& item : list->items) add_requirement(reading, item, scope);
}

// {group: [requirement…]}
void add_groups(Reading& reading, const Node* groups, Scope otherwise) {
  if (groups != nullptr)
    for (const Member& group : groups->members)
      add_list(reading, &group.value, scope_of_group(group.key, otherwise));
}

// {name = "^1.0"} or {name = {version = "^1.0", …}}: Poetry and Pipfile.
void add_table(Reading& reading, const Node* table, Scope scope) {
  if (table == nullptr) return;
  for (const Member& member : table->members) {
    if (member.key == "python") continue;
    const std::string_view version =
        member.value.is_scalar() ? std::string_view(member.value.text) : text_of(member.value, "version");
    add(reading, {.name = normalised_name(member.key),
                  .version = std::string(version),
                  .scope = scope,
                  .mark = member.key_mark});
  }
}

void add_poetry(Reading& reading, const Node& poetry) {
  add_table(reading, poetry.find("dependencies"), Scope::runtime);
  add_table(reading, poetry.find("dev-dependencies"), Scope::development);
  if (const Node* groups = poetry.find("group"))
    for (const Member& group : groups->members)
      add_table(reading, group.value.find("dependencies"), scope_of_group(group.key, Scope::development));
}

}  // namespace

Reading parse_pyproject(const Input& input) {
  Reading reading;
  const Node& root = input.root();
  add_list(reading, find_path(root, {"project", "dependencies"}), Scope::runtime);
  add_groups(reading, find_path(root, {"project", "optional-dependencies"}), Scope::runtime);
  add_groups(reading, root.find("dependency-groups"), Scope::development);
  add_list(reading, find_path(root, {"build-system", "requires"}), Scope::development);
  if (const Node* poetry = find_path(root, {"tool", "poetry"})) add_poetry(reading, *poetry);
  add_list(reading, find_path(root, {"tool", "uv", "dev-dependencies"}), Scope::development);
  add_groups(reading, find_path(root, {"tool", "pdm", "dev-dependencies"}), Scope::development);
  if (const Node* environments = find_path(root, {"tool", "hatch", "envs"}))
    for (const Member& environment : environments->members)
      for (const std::string_view key : {"dependencies", "extra-dependencies"})
        add_list(reading, environment.value.find(key), Scope::development);
  if (const Node* metadata = find_path(root, {"tool", "flit", "metadata"}))
    add_list(reading, metadata->find("requires"), Scope::runtime);
  return reading;
}

Reading parse_pipfile(const Input& input) {
  Reading reading;
  for (const Member& section : input.root().members) {
    if (!section.value.is(Type::object) || section.key == "requires" || section.key == "scripts" ||
        section.key == "pipenv")
      continue;
    add_table(reading, &section.value, section.key == "packages" ? Scope::runtime : Scope::development);
  }
  return reading;
}

// Conda's "name=1.2=build" beside pip's own list. Conda packages carry the names of PyPI in nearly all cases.
Reading parse_conda(const Input& input) {
  Reading reading;
  const Node* list = input.root().find("dependencies");
  if (list == nullptr) return reading;
  for (const Node& item : list->items) {
    add_list(reading, item.find("pip"), Scope::runtime);
    if (!item.is_scalar()) continue;
    std::string_view text = item.text;
    if (const std::size_t channel = text.find("::"); channel != std::string_view::npos)
      text.remove_prefix(channel + 2);
    const std::size_t end = std::min(text.find_first_of(" =<>!~["), text.size());
    if (text.substr(0, end) == "python" || text.substr(0, end) == "pip") continue;
    add(reading, {.name = normalised_name(text.substr(0, end)),
                  .version = std::string(base::trimmed(text.substr(end))),
                  .mark = item.mark});
  }
  return reading;
}

Reading parse_python_lock(const Input& input) {
  Reading reading;
  const Node* packages = input.root().find("package");
  if (packages == nullptr) return reading;
  for (const Node& package : packages->items)
    add(reading, {.name = normalised_name(text_of(package, "name")),
                  .version = std::string(text_of(package, "version")),
                  .scope = text_of(package, "category") == "dev" ? Scope::development : Scope::runtime,
                  .direct = false,
                  .mark = package.mark});
  return reading;
}

Reading parse_pipfile_lock(const Input& input) {
  Reading reading;
  for (const std::string_view section : {"default", "develop"})
    if (const Node* packages = input.root().find(section))
      for (const Member& member : packages->members)
        add(reading, {.name = normalised_name(member.key),
                      .version = std::string(text_of(member.value, "version")),
                      .scope = section == "default" ? Scope::runtime : Scope::development,
                      .direct = false,
                      .mark = member.key_mark});
  return reading;
}

}  // namespace readiness::facts::manifest
