// SPDX-License-Identifier: Apache-2.0
// Names of kinds, and what a path alone says about a file's format and kinds. Content is asked in
// kind_content.cpp.
#include "facts/kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/kind_table.h"
#include "language/language.h"

namespace readiness::facts {
namespace {

using document::Format;

struct Named {
  std::string_view name;
  Format format;
  KindSet kinds = 0;
};

// Whole file names, lower case, sorted: what has no telling extension, or more meaning than its extension.
constexpr std::array kNames{
    Named{".babelrc", Format::json},
    Named{".coveragerc", Format::ini},
    Named{".editorconfig", Format::ini},
    Named{".env", Format::dotenv},
    Named{".envrc", Format::dotenv},
    Named{".eslintrc", Format::yaml},
    Named{".flake8", Format::ini},
    Named{".gitlab-ci.yaml", Format::yaml, bit(Kind::gitlab_ci)},
    Named{".gitlab-ci.yml", Format::yaml, bit(Kind::gitlab_ci)},
    Named{".gitmodules", Format::ini},
    Named{".jshintrc", Format::json},
    Named{".npmrc", Format::properties},
    Named{".pre-commit-config.yaml", Format::yaml, bit(Kind::pre_commit)},
    Named{".pre-commit-config.yml", Format::yaml, bit(Kind::pre_commit)},
    Named{".prettierrc", Format::yaml},
    Named{".pylintrc", Format::ini},
    Named{".renovaterc", Format::json, bit(Kind::renovate)},
    Named{".renovaterc.json", Format::json, bit(Kind::renovate)},
    Named{".stylelintrc", Format::yaml},
    Named{".swcrc", Format::json},
    Named{"action.yaml", Format::yaml, bit(Kind::github_action)},
    Named{"action.yml", Format::yaml, bit(Kind::github_action)},
    Named{"bun.lock", Format::json},
    Named{"cargo.lock", Format::toml},
    Named{"cargo.toml", Format::toml, bit(Kind::cargo)},
    Named{"chart.yaml", Format::yaml, bit(Kind::helm_chart)},
    Named{"chart.yml", Format::yaml, bit(Kind::helm_chart)},
    Named{"composer.json", Format::json, bit(Kind::composer)},
    Named{"composer.lock", Format::json},
    Named{"jsconfig.json", Format::json, bit(Kind::tsconfig)},
    Named{"kustomization", Format::yaml, bit(Kind::kustomization)},
    Named{"kustomization.yaml", Format::yaml, bit(Kind::kustomization)},
    Named{"kustomization.yml", Format::yaml, bit(Kind::kustomization)},
    Named{"package.json", Format::json, bit(Kind::package_json)},
    Named{"pdm.lock", Format::toml},
    Named{"pipfile", Format::toml},
    Named{"pipfile.lock", Format::json},
    Named{"poetry.lock", Format::toml},
    Named{"pom.xml", Format::xml, bit(Kind::maven)},
    Named{"pylintrc", Format::ini},
    Named{"pyproject.toml", Format::toml, bit(Kind::pyproject)},
    Named{"renovate.json", Format::json, bit(Kind::renovate)},
    Named{"renovate.json5", Format::json, bit(Kind::renovate)},
    Named{"uv.lock", Format::toml},
};

struct Extension {
  std::string_view name;
  Format format;
  KindSet kinds = 0;
};

// Sorted. `.tf` and `.hcl` are text only: no parser of ours reads HCL.
constexpr std::array kExtensions{
    Extension{"cfg", Format::ini},
    Extension{"config", Format::xml},
    Extension{"csproj", Format::xml, bit(Kind::msbuild)},
    Extension{"dockerfile", Format::dockerfile},
    Extension{"env", Format::dotenv},
    Extension{"fsproj", Format::xml, bit(Kind::msbuild)},
    Extension{"ini", Format::ini},
    Extension{"json", Format::json},
    Extension{"json5", Format::json},
    Extension{"jsonc", Format::json},
    Extension{"nuspec", Format::xml},
    Extension{"pom", Format::xml, bit(Kind::maven)},
    Extension{"properties", Format::properties},
    Extension{"props", Format::xml, bit(Kind::msbuild)},
    Extension{"targets", Format::xml, bit(Kind::msbuild)},
    Extension{"toml", Format::toml},
    Extension{"vbproj", Format::xml, bit(Kind::msbuild)},
    Extension{"webmanifest", Format::json},
    Extension{"xml", Format::xml},
    Extension{"yaml", Format::yaml},
    Extension{"yml", Format::yaml},
};

constexpr auto kByName = [](const auto& row, std::string_view name) { return row.name < name; };
static_assert(std::is_sorted(kNames.begin(), kNames.end(), [](auto& a, auto& b) { return a.name < b.name; }));
static_assert(std::is_sorted(kExtensions.begin(), kExtensions.end(),
                             [](auto& a, auto& b) { return a.name < b.name; }));

template <typename Table>
auto find_row(const Table& table, std::string_view name) {
  const auto row = std::lower_bound(table.begin(), table.end(), name, kByName);
  return row != table.end() && row->name == name ? &*row : nullptr;
}

bool in_folder(std::string_view path, std::string_view folder) {
  if (path.starts_with(folder)) return true;
  for (std::size_t at = path.find(folder); at != std::string_view::npos; at = path.find(folder, at + 1))
    if (path[at - 1] == '/') return true;
  return false;
}

bool is_compose(std::string_view stem) {
  return stem == "compose" || stem.starts_with("compose.") || stem.starts_with("docker-compose") ||
         stem.ends_with(".docker-compose") || stem.ends_with("-docker-compose");
}

bool is_spring_stem(std::string_view stem) {
  for (const std::string_view base : {"application", "bootstrap"})
    if (stem.starts_with(base) && (stem.size() == base.size() || stem[base.size()] == '-')) return true;
  return false;
}

KindSet certain_yaml(std::string_view path, std::string_view stem) {
  KindSet kinds = 0;
  if (is_compose(stem)) kinds |= bit(Kind::compose);
  if (path.starts_with(".github/workflows/") || path.starts_with(".gitea/workflows/") ||
      path.starts_with(".forgejo/workflows/"))
    kinds |= bit(Kind::github_workflow);
  if (stem.ends_with(".gitlab-ci") || in_folder(path, ".gitlab/ci/") || in_folder(path, ".gitlab-ci/"))
    kinds |= bit(Kind::gitlab_ci);
  if (stem.starts_with("azure-pipelines") || stem.starts_with(".azure-pipelines") ||
      in_folder(path, ".azure-pipelines/") || in_folder(path, ".azuredevops/pipelines/"))
    kinds |= bit(Kind::azure_pipelines);
  if (path.starts_with(".circleci/")) kinds |= bit(Kind::circleci);
  if (stem == "dependabot" && in_folder(path, ".github/")) kinds |= bit(Kind::dependabot);
  if (stem == "values" || stem.starts_with("values.") || stem.starts_with("values-") ||
      stem.ends_with(".values") || stem.ends_with("-values"))
    kinds |= bit(Kind::helm_values);
  if (is_spring_stem(stem)) kinds |= bit(Kind::spring_config);
  return kinds;
}

constexpr KindSet kPossibleYaml = bit(Kind::kubernetes) | bit(Kind::openapi) | bit(Kind::prometheus_rules) |
                                  bit(Kind::prometheus_config) | bit(Kind::alertmanager) | bit(Kind::compose);
constexpr KindSet kPossibleJson = bit(Kind::kubernetes) | bit(Kind::openapi) | bit(Kind::grafana_dashboard);
// A pipeline or a chart's own file is never a Kubernetes object, whatever keys it has.
constexpr KindSet kSettled =
    bit(Kind::github_workflow) | bit(Kind::gitlab_ci) | bit(Kind::azure_pipelines) | bit(Kind::circleci) |
    bit(Kind::dependabot) | bit(Kind::helm_chart) | bit(Kind::helm_values) | bit(Kind::kustomization) |
    bit(Kind::compose) | bit(Kind::github_action) | bit(Kind::pre_commit) | bit(Kind::package_json) |
    bit(Kind::tsconfig) | bit(Kind::composer) | bit(Kind::renovate) | bit(Kind::appsettings);

DocumentShape shaped(Format format, KindSet certain) {
  DocumentShape shape{.format = format, .certain = certain | bit(kind_of(format))};
  if ((certain & kSettled) != 0) return shape;
  if (format == Format::yaml) shape.possible = kPossibleYaml;
  if (format == Format::json) shape.possible = kPossibleJson;
  return shape;
}

bool is_dockerfile(std::string_view name) {
  for (const std::string_view base : {"dockerfile", "containerfile"}) {
    if (name == base) return true;
    if (name.starts_with(base) &&
        (name[base.size()] == '.' || name[base.size()] == '-' || name[base.size()] == '_'))
      return !name.ends_with(".dockerignore") && !name.ends_with(".md") && !name.ends_with(".j2") &&
             !name.ends_with(".sh") && !name.ends_with(".py");
    if (name.ends_with(base) && name.size() > base.size() && name[name.size() - base.size() - 1] == '.')
      return true;
  }
  return false;
}

bool is_dotenv(std::string_view name) { return name.starts_with(".env.") || name.starts_with(".env-"); }

}  // namespace

std::optional<KindSet> find_kind(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return KindSet{1} << (found - kKindNames.begin());
}

std::vector<std::string> kind_names() { return {kKindNames.begin(), kKindNames.end()}; }

std::optional<DocumentShape> shape_by_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view written = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  constexpr std::size_t kLongestName =
      255;  // what file systems allow; longer ones are nobody's configuration
  if (written.empty() || written.size() > kLongestName) return std::nullopt;
  std::array<char, kLongestName> folded;
  std::transform(written.begin(), written.end(), folded.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view name(folded.data(), written.size());
  if (const Named* row = find_row(kNames, name)) return shaped(row->format, row->kinds);
  if (is_dotenv(name)) return shaped(Format::dotenv, 0);
  if (is_dockerfile(name) && !language::is_programming(language::detect(written, {})))
    return shaped(Format::dockerfile, 0);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const Extension* row = find_row(kExtensions, name.substr(dot + 1));
  if (row == nullptr) return std::nullopt;
  const std::string_view stem = name.substr(0, dot);
  KindSet certain = row->kinds;
  if (row->format == Format::yaml) certain |= certain_yaml(path, stem);
  if (row->format == Format::properties && is_spring_stem(stem)) certain |= bit(Kind::spring_config);
  if (row->format == Format::json) {
    if (stem.starts_with("tsconfig") || stem.ends_with(".tsconfig")) certain |= bit(Kind::tsconfig);
    if (stem == "appsettings" || stem.starts_with("appsettings.")) certain |= bit(Kind::appsettings);
  }
  return shaped(row->format, certain);
}

}  // namespace readiness::facts
