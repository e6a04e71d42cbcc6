// SPDX-License-Identifier: Apache-2.0
// pom.xml: parent, dependencies, plugins, profiles; properties filled in. dependencyManagement gives versions
// only.
#include <map>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Node;
using Properties = std::map<std::string, std::string>;

std::string_view name_of(const Node& element) {
  const std::string_view name = text_of(element, "name");
  const std::size_t colon = name.find(':');  // a namespace prefix
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

const Node* child(const Node& element, std::string_view name) {
  const Node* children = element.find("children");
  if (children == nullptr) return nullptr;
  for (const Node& node : children->items)
    if (name_of(node) == name) return &node;
  return nullptr;
}

std::string_view text_below(const Node& element, std::string_view name) {
  const Node* found = child(element, name);
  return found == nullptr ? std::string_view{} : base::trimmed(text_of(*found, "text"));
}

template <typename See>
void each_child(const Node* element, See see) {
  if (element == nullptr) return;
  if (const Node* children = element->find("children"))
    for (const Node& node : children->items) see(node);
}

Properties properties_of(const Node& project) {
  Properties out;
  each_child(child(project, "properties"), [&](const Node& property) {
    out.emplace(name_of(property), base::trimmed(text_of(property, "text")));
  });
  const Node* parent = child(project, "parent");
  for (const std::string_view key : {"groupId", "version"}) {
    std::string_view value = text_below(project, key);
    if (value.empty() && parent != nullptr) value = text_below(*parent, key);
    out.emplace("project." + std::string(key), value);
    out.emplace("pom." + std::string(key), value);
  }
  return out;
}

// "${a}" by the properties, which may refer to each other; four rounds end every sane chain and every cycle.
std::string filled_in(std::string_view text, const Properties& properties) {
  std::string out(text);
  for (int round = 0; round < 4; ++round) {
    const std::size_t begin = out.find("${");
    const std::size_t end = out.find('}', begin == std::string::npos ? 0 : begin);
    if (begin == std::string::npos || end == std::string::npos) break;
    const auto found = properties.find(out.substr(begin + 2, end - begin - 2));
    if (found == properties.end()) break;
    out.replace(begin, end - begin + 1, found->second);
  }
  return out;
}

class Pom {
 public:
  explicit Pom(const Node& project) : project_(project), properties_(properties_of(project)) {}

  Reading read() {
    if (const Node* parent = child(project_, "parent")) add_artifact(*parent, Scope::runtime, {});
    read_part(project_);
    each_child(child(project_, "profiles"), [&](const Node& profile) { read_part(profile); });
    return std::move(reading_);
  }

 private:
  void read_part(const Node& part) {
    each_child(child(part, "dependencies"), [&](const Node& dependency) {
      const Scope scope = text_below(dependency, "scope") == "test" ? Scope::development : Scope::runtime;
      add_artifact(dependency, scope, {});
    });
    if (const Node* management = child(part, "dependencyManagement"))
      each_child(child(*management, "dependencies"), [&](const Node& managed) { add_version(managed); });
    if (const Node* build = child(part, "build"))
      each_child(child(*build, "plugins"), [&](const Node& plugin) {
        add_artifact(plugin, Scope::development,
                     "org.apache.maven.plugins");  // Maven's default group of plugins
      });
  }

  std::string coordinates(const Node& element, std::string_view default_group) const {
    const std::string_view group = text_below(element, "groupId");
    const std::string artifact = filled_in(text_below(element, "artifactId"), properties_);
    if (artifact.empty()) return {};
    return filled_in(group.empty() ? default_group : group, properties_) + ":" + artifact;
  }

  void add_artifact(const Node& element, Scope scope, std::string_view default_group) {
    add(reading_, {.name = coordinates(element, default_group),
                   .version = filled_in(text_below(element, "version"), properties_),
                   .scope = scope,
                   .mark = element.mark});
  }

  void add_version(const Node& element) {
    std::string name = coordinates(element, {});
    if (name.empty() || reading_.aliases.size() >= kMostDeclared) return;
    std::string version = filled_in(text_below(element, "version"), properties_);
    reading_.aliases.push_back({name, name, std::move(version)});
  }

  const Node& project_;
  Properties properties_;
  Reading reading_;
};

}  // namespace

Reading parse_pom(const Input& input) {
  if (name_of(input.root()) != "project") return {.failure = "no <project> element"};
  return Pom(input.root()).read();
}

}  // namespace readiness::facts::manifest
