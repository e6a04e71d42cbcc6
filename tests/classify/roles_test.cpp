// SPDX-License-Identifier: Apache-2.0
// Roles by path: the conventions of many ecosystems, and the names that only look like them.
#include <catch2/catch.hpp>

#include "classify/classify.h"

using namespace readiness::classify;

namespace {

void check_role(std::string_view role, std::initializer_list<std::string_view> paths) {
  const Classifier classifier;
  for (const std::string_view path : paths) {
    INFO(path);
    CHECK(name_of(classifier.by_path(path).role) == role);
  }
}

}  // namespace

TEST_CASE("source code is source wherever no other convention says more") {
  check_role("source", {"main.go",
                        "src/app.py",
                        "app/models/user.rb",
                        "lib/x.rs",
                        "cmd/server/main.go",
                        "manage.py",
                        "app/settings.py",
                        "src/index.tsx",
                        "index.html",
                        "src/style.scss",
                        "db/schema.rb",
                        "db/structure.sql",
                        "db/migrate/20200101_add_users.rb",
                        "app/migrations/0001_initial.py",
                        "prisma/schema.prisma",
                        "proto/api.proto",
                        "schema.graphql",
                        "templates/base.html",
                        "app/views/a.html.erb",
                        "resources/views/a.blade.php",
                        "src/App.vue",
                        "analysis.ipynb",
                        "management/commands/sync.py",
                        "saleor/account/tasks.py",
                        "app/tasks/mail.py",
                        "bin/cli.js",
                        "src/bin/tool.rs",
                        "build.rs"});
}

TEST_CASE("production code is not taken for tests, examples or documents by a word in its path") {
  check_role("source", {"src/main/java/com/example/demo/DemoApplication.java",
                        "src/main/java/com/acme/lab/test/LabTestController.java",
                        "src/main/kotlin/org/samples/App.kt",
                        "com/example/Main.java",
                        "src/latest/index.ts",
                        "app/contest/views.py",
                        "src/Contest.java",
                        "src/attest.go",
                        "testing/framework.go",
                        "activesupport/lib/active_support/testing/isolation.rb",
                        "app/docs/page.tsx",
                        "src/docs/swagger.ts",
                        "crates/core/flags/doc/help.rs",
                        "src/demo/player.ts",
                        "internal/deploy/deploy.go",
                        "src/Infrastructure/Repositories/UserRepository.cs",
                        "infrastructure/persistence/user.go",
                        "docker/api/client.py",
                        "components/charts/BarChart.tsx",
                        "src/scripts/main.js",
                        "app/tools/search.py",
                        "internal/k8s/client.go",
                        "src/vendors/service.py",
                        "vendor/models.py",
                        "vendor/migrations/0001_initial.py",
                        "src/components/Manifest.tsx",
                        "src/build/index.ts",
                        "src/audit.ts",
                        "license_checker.py",
                        "readme_parser.go"});
}

TEST_CASE("tests by folder") {
  check_role("test", {"test/a.rb",
                      "tests/unit/a.py",
                      "src/__tests__/a.js",
                      "src/__mocks__/fs.js",
                      "src/test/java/com/a/B.java",
                      "src/test/resources/a.json",
                      "e2e/login.ts",
                      "cypress/support/index.js",
                      "pkg/a/testdata/x.golden",
                      "spec/models/user_spec.rb",
                      "spec/support/helpers.rb",
                      "spec/fixtures/files/a.json",
                      "Shop.Tests/Order.cs",
                      "src/Shop.UnitTests/Order.cs",
                      "ShopUITests/Launch.swift",
                      "ShopTests/Order.swift",
                      "integration-tests/run.py",
                      "test-helpers/index.ts",
                      "app-e2e/src/a.ts",
                      "benchmarks/run.py",
                      "benches/a.rs",
                      "k6/load.js",
                      "load-tests/a.js",
                      "tests/README.md",
                      "examples/x/tests/a.py",
                      "src/androidTest/java/A.kt",
                      "tests/docker-compose.yml",
                      "t/basic.t",
                      "features/step_definitions/a.rb",
                      "fixtures/users.yml",
                      "charts/app/templates/tests/test-connection.yaml",
                      "mocks/handlers.ts",
                      "fuzz/fuzz_targets/a.rs"});
}

TEST_CASE("tests by name") {
  check_role("test", {"pkg/a_test.go",
                      "app/test_a.py",
                      "app/a_test.py",
                      "app/tests.py",
                      "conftest.py",
                      "src/a.test.ts",
                      "src/a.spec.tsx",
                      "src/a.cy.ts",
                      "src/a.e2e-spec.ts",
                      "src/A.test.jsx",
                      "src/OrderTest.java",
                      "src/OrderTests.cs",
                      "src/OrderSpec.scala",
                      "src/OrdersIT.java",
                      "src/OrderTest.php",
                      "src/OrderTests.swift",
                      "a_spec.rb",
                      "lib/a_test.exs",
                      "src/a_test.cc",
                      "src/a_unittest.cc",
                      "run.bats",
                      "Run.Tests.ps1",
                      "locustfile.py",
                      "login.feature",
                      "store_mock.go",
                      "mock_store.go",
                      "TestOrders.java",
                      "a.mock.ts",
                      "src/Order.t.sol",
                      "main.tftest.hcl"});
}

TEST_CASE("interface descriptions in spec/ are no tests") {
  check_role("config", {"spec/openapi.yaml", "specs/api.json"});
  check_role("docs", {"spec/README.md"});
}

TEST_CASE("vendored code") {
  check_role("vendored", {"node_modules/a/index.js",
                          "web/node_modules/a/package.json",
                          "vendor/github.com/a/b/c.go",
                          "services/x/vendor/golang.org/x/net/http.go",
                          "vendor/autoload.php",
                          "vendor/javascript/d3.js",
                          "static/vendor/a.js",
                          "third_party/zlib/zlib.c",
                          "src/third-party/a.c",
                          "3rdparty/a.h",
                          "Pods/A/A.m",
                          "bower_components/a/a.js",
                          ".yarn/releases/yarn-4.cjs",
                          "deps/lua/lua.c",
                          "external/a/a.c",
                          "src/x/_vendor/six.py",
                          "wwwroot/lib/jquery/a.js",
                          "gradlew",
                          "mvnw.cmd",
                          "js/jquery-3.6.0.js",
                          ".venv/lib/a.py"});
}

TEST_CASE("generated files") {
  check_role("generated", {"a.min.js",
                           "css/a.min.css",
                           "api/a.pb.go",
                           "a_pb2.py",
                           "a_pb2_grpc.py",
                           "A.g.cs",
                           "Form.Designer.cs",
                           "src/a.g.dart",
                           "a.freezed.dart",
                           "app.js.map",
                           "src/__snapshots__/a.snap",
                           "zz_generated.deepcopy.go",
                           "src/routeTree.gen.ts",
                           "src/generated/api.ts",
                           "dist/index.js",
                           "packages/a/dist/index.d.ts",
                           "build/static/js/main.js",
                           ".next/server/a.js",
                           "next-env.d.ts",
                           "target/classes/A.class",
                           "__generated__/a.ts",
                           "wire_gen.go"});
}

TEST_CASE("lock files are generated and marked") {
  const Classifier classifier;
  for (const std::string_view path : {"package-lock.json",
                                      "yarn.lock",
                                      "a/pnpm-lock.yaml",
                                      "bun.lock",
                                      "bun.lockb",
                                      "poetry.lock",
                                      "uv.lock",
                                      "Pipfile.lock",
                                      "go.sum",
                                      "Cargo.lock",
                                      "Gemfile.lock",
                                      "composer.lock",
                                      "packages.lock.json",
                                      "mix.lock",
                                      "pubspec.lock",
                                      "Podfile.lock",
                                      "Package.resolved",
                                      "gradle.lockfile",
                                      "flake.lock",
                                      "deno.lock",
                                      ".terraform.lock.hcl",
                                      "npm-shrinkwrap.json",
                                      "pdm.lock",
                                      "conan.lock",
                                      "go.work.sum"}) {
    INFO(path);
    const Classification found = classifier.by_path(path);
    CHECK(found.role == Role::generated);
    CHECK(found.lockfile);
  }
  for (const std::string_view path :
       {"requirements.txt", "requirements/prod.txt", "package.json", "go.mod", "lock.py"})
    CHECK_FALSE(classifier.by_path(path).lockfile);
  CHECK(classifier.by_path("node_modules/a/package-lock.json").role == Role::vendored);
  CHECK_FALSE(classifier.by_path("node_modules/a/package-lock.json").lockfile);
}

TEST_CASE("examples") {
  check_role("example",
             {"examples/a/main.go", "example/app.py", "packages/a/examples/b.ts", "samples/a.cs",
              "demo/index.html", "config.yml.example", "config/database.yml.sample", "src/Button.stories.tsx",
              "docs/examples/a.py", "react-examples/a.js", "settings.example.json", "playground/a.ts"});
}

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
