// SPDX-License-Identifier: Apache-2.0
#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("package.json declares all its groups") {
  CHECK(declared("web/package.json", R"({
  "name": "web",
  "dependencies": {
    "@sentry/node": "^8.0.0",
    "express": "4.19.2",
    "old-lib": "npm:@fork/lib@^2.1.0",
    "local": "workspace:*"
  },
  "devDependencies": { "vitest": "^1.6.0" },
  "peerDependencies": { "react": ">=18" },
  "optionalDependencies": { "fsevents": "*" },
  "scripts": { "dev": "vite" }
})") == R"(4 @sentry/node ^8.0.0
5 express 4.19.2
6 @fork/lib ^2.1.0
7 local workspace:*
11 fsevents *
10 react >=18
9 vitest ^1.6.0 [dev]
)");
}

TEST_CASE("package.json of odd shapes declares nothing and does not fail") {
  CHECK(declared("package.json", "[]").empty());
  CHECK(declared("package.json", R"({"dependencies": ["express"]})").empty());
  CHECK(declared("package.json", R"({"dependencies": null})").empty());
  CHECK(declared("package.json", R"({"dependencies": {"a": {"b": 1}}})") == "1 a\n");
}

TEST_CASE("package-lock.json is read in all its versions") {
  CHECK(declared("package-lock.json", R"({"lockfileVersion": 3, "packages": {
"": {"name": "x"},
"node_modules/a": {"version": "1.0.0"},
"node_modules/a/node_modules/@s/b": {"version": "2.0.0", "dev": true}}})") ==
        "3 a 1.0.0 [indirect]\n4 @s/b 2.0.0 [dev] [indirect]\n");
  CHECK(declared("package-lock.json", R"({"lockfileVersion": 1, "dependencies": {
"a": {"version": "1.0.0"}}})") == "2 a 1.0.0 [indirect]\n");
}

TEST_CASE("pnpm's lock file is read in the formats of three major versions") {
  CHECK(declared("pnpm-lock.yaml", R"(lockfileVersion: '9.0'
importers:
  .:
    dependencies: {}
packages:

  '@babel/core@7.24.0(x@1)':
    resolution: {integrity: sha512-x}

  express@4.19.2:
    engines: {node: '>= 0.10.0'}

  /koa@2.0.0:
    dev: false

  /koa/1.0.0:
snapshots:
  other@1.0.0: {}
)") == R"(7 @babel/core 7.24.0 [indirect]
10 express 4.19.2 [indirect]
13 koa 2.0.0 [indirect]
16 koa 1.0.0 [indirect]
)");
}

TEST_CASE("pnpm catalogues give versions, they declare nothing") {
  CHECK(declared("pnpm-workspace.yaml", "packages: ['a/*']\ncatalog:\n  react: ^18.0.0\n") ==
        "react = react ^18.0.0\n");
  CHECK(declared("package.json", R"({"dependencies": {"react": "catalog:"}})") == "1 react\n");
}

TEST_CASE("yarn's lock file is read in the classic and the modern form") {
  CHECK(declared("yarn.lock", R"(# yarn lockfile v1

"@babel/core@^7.0.0", "@babel/core@^7.1.0":
  version "7.24.0"
  resolved "https://registry.example/x"

express@^4.0.0:
  version "4.19.2"
)") == "3 @babel/core 7.24.0 [indirect]\n7 express 4.19.2 [indirect]\n");
  CHECK(declared("yarn.lock", R"(__metadata:
  version: 8

"express@npm:^4.0.0":
  version: 4.19.2

"web@workspace:.":
  version: 0.0.0-use.local
)") == "4 express 4.19.2 [indirect]\n");
}

TEST_CASE("bun's lock file is read") {
  CHECK(declared("bun.lock", R"({
  "lockfileVersion": 1,
  "packages": {
    "express": ["express@4.19.2", "", {}, "sha512-x"],
  },
})") == "4 express 4.19.2 [indirect]\n");
}

}  // namespace
}  // namespace readiness::facts::manifest
