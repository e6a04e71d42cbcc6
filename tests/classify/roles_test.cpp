// SPDX-License-Identifier: Apache-2.0
// Roles by path: the conventions of many ecosystems, and the names that only look like them.
#include "check_role.h"

using namespace readiness::classify;
using readiness::testing::check_role;

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
