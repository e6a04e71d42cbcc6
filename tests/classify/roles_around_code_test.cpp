// SPDX-License-Identifier: Apache-2.0
// Roles by path of what stands around the code: documents, pipelines, deployment, scripts, configuration.
#include "check_role.h"

using namespace readiness::classify;
using readiness::testing::check_role;

TEST_CASE("documentation") {
  check_role("docs", {"README.md",
                      "README",
                      "LICENSE",
                      "LICENSE-MIT",
                      "LICENSE.txt",
                      "COPYING",
                      "CHANGELOG.md",
                      "docs/index.md",
                      "docs/a.png",
                      "docs/package.json",
                      "docs/src/App.tsx",
                      "packages/a/docs/conf.py",
                      "doc/a.rst",
                      "src/a/README.md",
                      "CONTRIBUTING",
                      "mkdocs.yml",
                      ".github/PULL_REQUEST_TEMPLATE.md",
                      "adr/0001.md",
                      "NOTICE",
                      "architecture.puml",
                      "README.ja.md",
                      "page.mdx",
                      "CODE_OF_CONDUCT.md"});
}

TEST_CASE("continuous integration") {
  check_role("ci", {".github/workflows/ci.yml",
                    ".github/workflows/test.yml",
                    ".github/actions/setup/action.yml",
                    ".gitlab-ci.yml",
                    ".circleci/config.yml",
                    "azure-pipelines.yml",
                    "azure-pipelines-release.yml",
                    "Jenkinsfile",
                    "ci/Jenkinsfile",
                    ".travis.yml",
                    ".drone.yml",
                    ".buildkite/pipeline.yml",
                    "bitbucket-pipelines.yml",
                    "cloudbuild.yaml",
                    "appveyor.yml",
                    ".woodpecker.yml",
                    ".gitea/workflows/a.yaml",
                    ".tekton/a.yaml",
                    "ci/build.sh",
                    "buildspec.yml"});
}

TEST_CASE("deployment") {
  check_role("deploy", {"Dockerfile",
                        "Dockerfile.dev",
                        "api/Dockerfile",
                        "api.Dockerfile",
                        "docker-compose.yml",
                        "docker-compose.prod.yaml",
                        "compose.yaml",
                        "compose.override.yml",
                        "scripts/compose.yaml",
                        "compose.example.yml",
                        "k8s/app.yaml",
                        "deploy/kubernetes/app.yaml",
                        "helm/app/values.yaml",
                        "charts/app/templates/deployment.yaml",
                        "terraform/main.tf",
                        "infra/main.tf",
                        "modules/vpc/main.tf",
                        "ansible/site.yml",
                        "nginx/nginx.conf",
                        "nginx.conf",
                        "Procfile",
                        "fly.toml",
                        "render.yaml",
                        "vercel.json",
                        "skaffold.yaml",
                        "serverless.yml",
                        "systemd/app.service",
                        "monitoring/prometheus.yml",
                        "prometheus/alerts.yml",
                        "grafana/dashboards/a.json",
                        "manifests/a.yaml",
                        ".dockerignore",
                        "deploy/run.sh",
                        "infra/lib/stack.ts",
                        "Caddyfile",
                        "kustomization.yaml",
                        "backend/deploy/app.yaml",
                        "src/helm/values.yaml",
                        "src/main/docker/app.yml",
                        "docker/entrypoint.sh",
                        "app.yaml"});
}

TEST_CASE("a developer's container is configuration") {
  check_role("config", {".devcontainer/Dockerfile", ".devcontainer/docker-compose.yml",
                        ".devcontainer/devcontainer.json", ".vscode/settings.json"});
}

TEST_CASE("scripts") {
  check_role("script", {"scripts/build.sh",
                        "scripts/release.py",
                        "backend/scripts/prestart.sh",
                        "run.sh",
                        "src/tool.sh",
                        "hack/update.sh",
                        "tools/gen.go",
                        "bin/setup",
                        "bin/rails",
                        "Makefile",
                        "Rakefile",
                        "lib/tasks/a.rake",
                        "gulpfile.js",
                        "Gruntfile.js",
                        "justfile",
                        "Taskfile.yml",
                        "tasks.py",
                        "noxfile.py",
                        "a.ps1",
                        "a.bat",
                        ".husky/pre-commit",
                        "script/test"});
}

TEST_CASE("configuration") {
  check_role("config", {"package.json",
                        "pyproject.toml",
                        "go.mod",
                        "Cargo.toml",
                        "pom.xml",
                        "build.gradle",
                        "build.gradle.kts",
                        "setup.py",
                        "requirements.txt",
                        "requirements/prod.txt",
                        "requirements-dev.in",
                        "Gemfile",
                        "app.csproj",
                        "tsconfig.json",
                        "tsconfig.build.json",
                        "webpack.config.js",
                        "webpack.prod.js",
                        "vite.config.ts",
                        "jest.config.js",
                        "next.config.mjs",
                        ".eslintrc.js",
                        ".env",
                        ".env.example",
                        ".env.production",
                        "app/.env.local.example",
                        "config/database.yml",
                        "application.properties",
                        "src/main/resources/application.yml",
                        "settings.ini",
                        ".gitignore",
                        ".editorconfig",
                        "CODEOWNERS",
                        ".github/CODEOWNERS",
                        ".github/dependabot.yml",
                        ".pre-commit-config.yaml",
                        "CMakeLists.txt",
                        "cmake/A.cmake",
                        "mix.exs",
                        "Package.swift",
                        "tox.ini",
                        "phpunit.xml",
                        "playwright.config.ts",
                        "cypress.config.js",
                        "openapi.yaml",
                        "docs.yml"});
}

TEST_CASE("what is none of these is other") {
  check_role("other", {"logo.png", "a.svg", "data.csv", "fonts/a.woff2", "locales/en.json", "src/i18n/de.yml",
                       "fix.patch", "unknownfile", "data.txt", "", "/", "a/", "k8s/diagram.png", ".gitkeep",
                       "config/credentials.yml.enc"});
}

TEST_CASE("folders of modules apply at any depth and in any case of letters") {
  check_role("test", {"services/a/b/Tests/C.cs", "Test/a.c", "packages/x/TEST/a.js"});
  check_role("vendored", {"apps/web/Node_Modules/a.js"});
  check_role("ci", {".GitHub/Workflows/a.yml"});
}

TEST_CASE("the roles' names lead back to the roles") {
  for (std::size_t i = 0; i < kRoles; ++i) {
    const Role role = static_cast<Role>(i);
    CHECK(find_role(name_of(role)) == role);
  }
  CHECK(name_of(Role::source) == "source");
  CHECK(name_of(Role::other) == "other");
  CHECK_FALSE(find_role("Source"));
  CHECK_FALSE(find_role(""));
}
