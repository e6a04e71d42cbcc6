// SPDX-License-Identifier: Apache-2.0
#include "facts/kind.h"

#include <catch2/catch.hpp>

namespace readiness::facts {
namespace {

std::string names(KindSet kinds) {
  std::string out;
  for (const std::string& name : kind_names())
    if ((kinds & *find_kind(name)) != 0) out += (out.empty() ? "" : " ") + name;
  return out;
}

std::string certain(std::string_view path) {
  const std::optional<DocumentShape> shape = shape_by_path(path);
  return shape ? names(shape->certain) : "none";
}

std::string confirmed(std::string_view path, std::string_view text) {
  const std::optional<DocumentShape> shape = shape_by_path(path);
  REQUIRE(shape);
  return names(by_content(shape->possible, text));
}

TEST_CASE("every kind is found by its own name and no other") {
  for (const std::string& name : kind_names()) CHECK(names(find_kind(name).value()) == name);
  CHECK_FALSE(find_kind("Kubernetes"));
  CHECK_FALSE(find_kind(""));
}

TEST_CASE("a path tells format and kinds") {
  const std::vector<std::pair<std::string_view, std::string_view>> expected{
      {"docker-compose.yml", "yaml compose"},
      {"deploy/docker-compose.prod.yaml", "yaml compose"},
      {"compose.override.yaml", "yaml compose"},
      {"composer.json", "json composer"},
      {".github/workflows/ci.yml", "yaml github-workflow"},
      {"template/.github/workflows/ci.yml", "yaml"},
      {"actions/setup/action.yml", "yaml github-action"},
      {".gitlab-ci.yml", "yaml gitlab-ci"},
      {"ci/build.gitlab-ci.yml", "yaml gitlab-ci"},
      {"azure-pipelines.yml", "yaml azure-pipelines"},
      {".circleci/config.yml", "yaml circleci"},
      {".github/dependabot.yml", "yaml dependabot"},
      {"renovate.json", "json renovate"},
      {".pre-commit-config.yaml", "yaml pre-commit"},
      {"charts/app/Chart.yaml", "yaml helm-chart"},
      {"charts/app/values-prod.yaml", "yaml helm-values"},
      {"k8s/kustomization.yaml", "yaml kustomization"},
      {"package.json", "json package-json"},
      {"tsconfig.build.json", "json tsconfig"},
      {"pyproject.toml", "toml pyproject"},
      {"crates/a/Cargo.toml", "toml cargo"},
      {"pom.xml", "xml maven"},
      {"src/App/App.csproj", "xml msbuild"},
      {"appsettings.Production.json", "json appsettings"},
      {"src/main/resources/application-prod.yml", "yaml spring-config"},
      {"src/main/resources/application.properties", "properties spring-config"},
      {"applications.yml", "yaml"},
      {"Dockerfile", "dockerfile"},
      {"docker/Dockerfile.prod", "dockerfile"},
      {"prod.Dockerfile", "dockerfile"},
      {"Containerfile", "dockerfile"},
      {"Dockerfile.dockerignore", "none"},
      {"dockerfile_lint.py", "none"},
      {".env", "dotenv"},
      {".env.example", "dotenv"},
      {"prod.env", "dotenv"},
      {"setup.cfg", "ini"},
      {"main.tf", "none"},
      {"README.md", "none"},
      {"yaml", "none"},
      {"", "none"},
      {"folder/", "none"},
  };
  for (const auto& [path, kinds] : expected) {
    INFO(path);
    CHECK(certain(path) == kinds);
  }
}

TEST_CASE("a name longer than file systems allow is no document") {
  CHECK_FALSE(shape_by_path(std::string(5000, 'a') + ".yaml"));
}

TEST_CASE("Kubernetes objects are known by apiVersion and kind at the top level") {
  CHECK(confirmed("deploy/web.yaml", "apiVersion: apps/v1\nkind: Deployment\n") == "kubernetes");
  CHECK(confirmed("deploy/web.yaml", "# c\r\n---\r\nkind: Service\r\napiVersion: v1\r\n") == "kubernetes");
  CHECK(confirmed("web.json", R"({"kind": "Service", "spec": {}, "apiVersion": "v1"})") == "kubernetes");
  CHECK(confirmed("web.yaml", R"({"kind": "Service", "apiVersion": "v1"})") == "kubernetes");
  CHECK(confirmed("web.yaml", "item:\n  apiVersion: v1\n  kind: Pod\n").empty());
  CHECK(confirmed("web.json", R"({"item": {"kind": "Service", "apiVersion": "v1"}})").empty());
  CHECK(confirmed("web.json", R"({"text": "\"apiVersion\": {", "x": "\"kind\":"})").empty());
}

TEST_CASE("what only the text can tell is told by its keys") {
  CHECK(confirmed("api.yaml", "openapi: 3.0.0\npaths: {}\n") == "openapi");
  CHECK(confirmed("api.json", R"({"swagger": "2.0", "paths": {}})") == "openapi");
  CHECK(confirmed("alerts.yml", "groups:\n- name: a\n  rules:\n  - alert: Down\n") == "prometheus-rules");
  CHECK(confirmed("users.yml", "groups:\n- admin\n").empty());
  CHECK(confirmed("r.yaml", "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n") ==
        "kubernetes prometheus-rules");
  CHECK(confirmed("p.yml", "scrape_configs:\n- job_name: a\n") == "prometheus-config");
  CHECK(confirmed("am.yml", "route:\n  receiver: a\nreceivers:\n- name: a\n") == "alertmanager");
  CHECK(confirmed("d.json", R"({"title": "x", "panels": [], "schemaVersion": 36})") == "grafana-dashboard");
  CHECK(confirmed("stack.yml", "services:\n  web:\n    image: nginx\n") == "compose");
  CHECK(confirmed("plain.yaml", "a: 1\n").empty());
  CHECK(confirmed("empty.yaml", "").empty());
}

TEST_CASE("broken JSON ends the look, not the program") {
  CHECK(confirmed("a.json", "{\"apiVersion\": \"\\").empty());
  CHECK(confirmed("a.json", "{\"kind").empty());
  CHECK(confirmed("a.json", "{\"apiVersion\"").empty());
}

TEST_CASE("Helm templates are YAML files with actions below templates") {
  CHECK(is_helm_template("chart/templates/web.yaml", "name: {{ .Release.Name }}"));
  CHECK(is_helm_template("templates/web.yml", "{{- if .Values.a }}"));
  CHECK_FALSE(is_helm_template("chart/templates/web.yaml", "name: plain"));
  CHECK_FALSE(is_helm_template("chart/templates/_helpers.tpl", "{{ x }}"));
  CHECK_FALSE(is_helm_template("chart/values.yaml", "{{ x }}"));
}

}  // namespace
}  // namespace readiness::facts
