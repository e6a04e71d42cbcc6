// SPDX-License-Identifier: Apache-2.0
// .NET projects: package, framework and SDK references; central versions; packages.config.
#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/reading.h"

namespace readiness::facts::manifest {
namespace {

using document::Node;

std::string_view attribute(const Node& element, std::string_view name) {
  const Node* attributes = element.find("attributes");
  if (attributes == nullptr) return {};
  for (const document::Member& member : attributes->members)
    if (base::same_word(member.key, name)) return base::trimmed(member.value.text);
  return {};
}

// MSBuild takes metadata as attributes or as child elements.
std::string_view metadata(const Node& element, std::string_view name) {
  if (const std::string_view value = attribute(element, name); !value.empty()) return value;
  if (const Node* children = element.find("children"))
    for (const Node& child : children->items)
      if (base::same_word(text_of(child, "name"), name)) return base::trimmed(text_of(child, "text"));
  return {};
}

// "Microsoft.NET.Sdk.Web" or "Name/1.0", several apart by semicolons.
void add_sdks(Reading& reading, std::string_view sdks, base::Mark mark) {
  for (const std::string_view sdk : base::split(sdks, ';')) {
    const std::size_t slash = sdk.find('/');
    add(reading,
        {.name = std::string(base::trimmed(sdk.substr(0, slash))),
         .version = std::string(slash == std::string_view::npos ? std::string_view{} : sdk.substr(slash + 1)),
         .mark = mark});
  }
}

void read_element(Reading& reading, const Node& element) {
  const std::string_view name = text_of(element, "name");
  const std::string_view include = attribute(element, "Include");
  const std::string version(metadata(element, "Version"));
  if (name == "Project" && !attribute(element, "Sdk").empty())
    add_sdks(reading, attribute(element, "Sdk"), element.mark);
  if (name == "Sdk") add_sdks(reading, attribute(element, "Name"), element.mark);
  if (name == "PackageReference" || name == "GlobalPackageReference" || name == "FrameworkReference") {
    const bool is_private = base::same_word(metadata(element, "PrivateAssets"), "all");
    add(reading, {.name = std::string(include),
                  .version = version,
                  .scope = is_private ? Scope::development : Scope::runtime,
                  .mark = element.mark});
  }
  if (name == "PackageVersion" && !include.empty() && reading.aliases.size() < kMostDeclared)
    reading.aliases.push_back({std::string(include), std::string(include), version});
  if (const Node* children = element.find("children"))
    for (const Node& child : children->items) read_element(reading, child);
}

}  // namespace

Reading parse_msbuild(const Input& input) {
  Reading reading;
  read_element(reading, input.root());  // the document layer bounds the depth
  return reading;
}

Reading parse_packages_config(const Input& input) {
  Reading reading;
  if (const Node* packages = input.root().find("children"))
    for (const Node& package : packages->items)
      add(reading, {.name = std::string(attribute(package, "id")),
                    .version = std::string(attribute(package, "version")),
                    .scope = attribute(package, "developmentDependency") == "true" ? Scope::development
                                                                                   : Scope::runtime,
                    .mark = package.mark});
  return reading;
}

}  // namespace readiness::facts::manifest
