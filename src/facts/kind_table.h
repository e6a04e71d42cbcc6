// SPDX-License-Identifier: Apache-2.0
// The kinds as an enumeration, for this layer's own code; names and find_kind come from the same list.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "facts/kind.h"

namespace readiness::facts {

enum class Kind : std::uint8_t {
  yaml,
  json,
  toml,
  ini,
  properties,
  dotenv,
  xml,
  dockerfile,  // the formats, in document::Format's order
  kubernetes,
  helm_chart,
  helm_values,
  kustomization,
  compose,
  github_workflow,
  github_action,
  gitlab_ci,
  azure_pipelines,
  circleci,
  dependabot,
  renovate,
  pre_commit,
  openapi,
  prometheus_rules,
  prometheus_config,
  alertmanager,
  grafana_dashboard,
  package_json,
  tsconfig,
  pyproject,
  cargo,
  composer,
  maven,
  msbuild,
  appsettings,
  spring_config
};

/// Parallel to `Kind`.
inline constexpr std::array<std::string_view, 35> kKindNames{"yaml",
                                                             "json",
                                                             "toml",
                                                             "ini",
                                                             "properties",
                                                             "dotenv",
                                                             "xml",
                                                             "dockerfile",
                                                             "kubernetes",
                                                             "helm-chart",
                                                             "helm-values",
                                                             "kustomization",
                                                             "compose",
                                                             "github-workflow",
                                                             "github-action",
                                                             "gitlab-ci",
                                                             "azure-pipelines",
                                                             "circleci",
                                                             "dependabot",
                                                             "renovate",
                                                             "pre-commit",
                                                             "openapi",
                                                             "prometheus-rules",
                                                             "prometheus-config",
                                                             "alertmanager",
                                                             "grafana-dashboard",
                                                             "package-json",
                                                             "tsconfig",
                                                             "pyproject",
                                                             "cargo",
                                                             "composer",
                                                             "maven",
                                                             "msbuild",
                                                             "appsettings",
                                                             "spring-config"};
static_assert(kKindNames.size() == static_cast<std::size_t>(Kind::spring_config) + 1);

constexpr KindSet bit(Kind kind) { return KindSet{1} << static_cast<unsigned>(kind); }
constexpr Kind kind_of(document::Format format) { return static_cast<Kind>(format); }

}  // namespace readiness::facts
