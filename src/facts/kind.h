// SPDX-License-Identifier: Apache-2.0
// Kinds of structured documents: formats, and what people use them for. A file can be of several kinds.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/parse.h"

namespace readiness::facts {

using KindSet = std::uint64_t;  ///< bit set over the kind table

/// "yaml", "json", "toml", "ini", "properties", "dotenv", "xml", "dockerfile" (the formats), and by use:
/// "kubernetes", "helm-chart", "helm-values", "kustomization", "compose", "github-workflow", "github-action",
/// "gitlab-ci", "azure-pipelines", "circleci", "dependabot", "renovate", "pre-commit", "openapi",
/// "prometheus-rules", "prometheus-config", "alertmanager", "grafana-dashboard", "package-json", "tsconfig",
/// "pyproject", "cargo", "composer", "maven", "msbuild", "appsettings", "spring-config".
std::optional<KindSet> find_kind(std::string_view name);
std::vector<std::string> kind_names();

/// How a file is read: its format and the kinds that its path allows. `needs_content` lists kinds that only
/// the text can confirm (kubernetes, openapi, prometheus-rules, grafana-dashboard …); confirm them with
/// `by_content`.
struct DocumentShape {
  document::Format format;
  KindSet certain = 0;
  KindSet possible = 0;
};
std::optional<DocumentShape> shape_by_path(std::string_view path);
/// Which of `possible` the text really is, by cheap looks for required top-level keys. No parsing.
KindSet by_content(KindSet possible, std::string_view text);
/// True for Helm templates (a YAML file below a chart's templates/ folder): read by parse_helm_template.
bool is_helm_template(std::string_view path, std::string_view text);

}  // namespace readiness::facts
