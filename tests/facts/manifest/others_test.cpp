// SPDX-License-Identifier: Apache-2.0
#include <chrono>

#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("Cargo.toml: tables, targets, renamed crates, the workspace's versions") {
  CHECK(declared("Cargo.toml", R"([package]
name = "x"
[dependencies]
serde = { version = "1", features = ["derive"] }
tokio.workspace = true
json = { package = "serde_json", version = "1.0" }
anyhow = "1"
[dev-dependencies]
insta = "1"
[build-dependencies]
cc = "1"
[target.'cfg(unix)'.dependencies]
nix = "0.28"
[workspace.dependencies]
tokio = { version = "1.36", features = ["full"] }
)") == R"(4 serde 1
5 tokio
6 serde_json 1.0
7 anyhow 1
9 insta 1 [dev]
11 cc 1 [dev]
13 nix 0.28
tokio = tokio 1.36
)");
}

TEST_CASE("composer.json counts extensions but not PHP itself") {
  CHECK(declared("composer.json", R"({
"require": {"php": ">=8.2", "ext-redis": "*", "laravel/framework": "^11.0"},
"require-dev": {"phpunit/phpunit": "^11"}})") ==
        "2 ext-redis *\n2 laravel/framework ^11.0\n3 phpunit/phpunit ^11 [dev]\n");
  CHECK(declared("composer.lock", R"({"packages": [{"name": "a/b", "version": "1"}],
"packages-dev": [{"name": "c/d", "version": "2"}]})") == "1 a/b 1 [indirect]\n2 c/d 2 [dev] [indirect]\n");
}

TEST_CASE("mix.exs: the deps function's tuples") {
  CHECK(declared("mix.exs", R"(defmodule X.MixProject do
  use Mix.Project
  def project do
    [app: :x, deps: deps(), aliases: [{:not, "this"}]]
  end
  defp deps do
    [
      {:phoenix, "~> 1.7"},
      # {:commented, "1"},
      {:credo, "~> 1.7", only: [:dev, :test], runtime: false},
      {:ex_machina, "~> 2.7", only: :test},
      {:sentry, "~> 10.0", only: [:dev, :prod]},
      {:local, path: "../local"},
      {:gitted, github: "a/b"}
    ]
  end
  defp aliases do
    [{:setup, "x"}]
  end
end
)") == R"(8 phoenix ~> 1.7
10 credo ~> 1.7 [dev]
11 ex_machina ~> 2.7 [dev]
12 sentry ~> 10.0
13 local
14 gitted
)");
}

TEST_CASE("pubspec.yaml, Package.swift and Package.resolved are read") {
  CHECK(declared("pubspec.yaml", R"(name: x
dependencies:
  flutter:
    sdk: flutter
  http: ^1.2.0
dev_dependencies:
  lints: any
)") == "3 flutter\n5 http ^1.2.0\n7 lints any [dev]\n");
  CHECK(declared("Package.swift", R"(let package = Package(
  name: "x",
  dependencies: [
    .package(url: "https://github.com/vapor/vapor.git", from: "4.92.0"),
    .package(name: "Fluent", url: "https://github.com/vapor/fluent", .upToNextMajor(from: "4.9.0")),
    // .package(url: "https://github.com/no/no.git", from: "1.0.0"),
    .package(path: "../local"),
  ],
  targets: [.target(name: "App", dependencies: [.product(name: "Vapor", package: "vapor")])]
)
)") == "4 vapor 4.92.0\n5 fluent 4.9.0\n");
  CHECK(declared("Package.resolved", R"({
  "pins" : [
    {
      "identity" : "vapor",
      "location" : "https://github.com/vapor/vapor.git",
      "state" : {
        "version" : "4.92.0"
      }
    }
  ]
})") == "5 vapor 4.92.0 [indirect]\n");
}

TEST_CASE("Conan, vcpkg and CMake are read") {
  CHECK(declared("conanfile.txt", R"([requires]
# comment
zlib/1.3.1
openssl/3.2.1@user/channel#rev
[tool_requires]
cmake/3.28.1
[generators]
CMakeDeps/x
)") == "3 zlib 1.3.1\n4 openssl 3.2.1\n6 cmake 3.28.1 [dev]\n");
  CHECK(declared("conanfile.py", R"(class X(ConanFile):
    requires = "fmt/10.2.1", "spdlog/1.13.0"
    tool_requires = ["ninja/1.11.1"]
    def requirements(self):
        self.requires("boost/1.84.0", transitive_headers=True)
        self.test_requires("gtest/1.14.0")
)") == "2 fmt 10.2.1\n2 spdlog 1.13.0\n3 ninja 1.11.1 [dev]\n5 boost 1.84.0\n6 gtest 1.14.0 [dev]\n");
  CHECK(declared("vcpkg.json", R"({"dependencies": ["fmt", {"name": "curl", "version>=": "8.0"},
{"name": "vcpkg-cmake", "host": true}],
"features": {"tests": {"dependencies": ["catch2"]}}})") ==
        "1 fmt\n1 curl 8.0\n2 vcpkg-cmake [dev]\n3 catch2 [dev]\n");
  CHECK(declared("CMakeLists.txt", R"(cmake_minimum_required(VERSION 3.20)
# find_package(NotThis)
find_package(OpenSSL 3.0 REQUIRED)
find_package(Boost REQUIRED COMPONENTS system)
find_package(${VARIABLE})
FetchContent_Declare(googletest GIT_REPOSITORY https://github.com/google/googletest.git GIT_TAG v1.14.0)
CPMAddPackage("gh:nlohmann/json@3.11.3")
CPMAddPackage(NAME cxxopts VERSION 3.2.0 GITHUB_REPOSITORY jarro2783/cxxopts)
pkg_check_modules(GTK REQUIRED gtk+-3.0>=3.22 libnotify)
)") == R"(3 OpenSSL 3.0
4 Boost
6 googletest v1.14.0
7 json 3.11.3
8 cxxopts 3.2.0
9 gtk+-3.0 >=3.22
9 libnotify
)");
}

TEST_CASE("no parser fails on cut or senseless text") {
  const std::vector<std::string_view> paths{
      "package.json",  "package-lock.json", "pnpm-lock.yaml", "yarn.lock",  "requirements.txt",
      "setup.py",      "setup.cfg",         "pyproject.toml", "Pipfile",    "go.mod",
      "pom.xml",       "build.gradle",      "Gemfile",        "x.gemspec",  "Gemfile.lock",
      "X.csproj",      "Cargo.toml",        "composer.json",  "mix.exs",    "pubspec.yaml",
      "Package.swift", "conanfile.txt",     "conanfile.py",   "vcpkg.json", "CMakeLists.txt"};
  const std::string pieces[] = {"{",
                                "}",
                                "[",
                                "]",
                                "(",
                                ")",
                                "\"",
                                "'",
                                "gem \"",
                                "def deps do",
                                "{:",
                                "= ",
                                ",",
                                "dependencies {",
                                "install_requires",
                                ": ",
                                "\n",
                                "requires",
                                "\\",
                                "$",
                                "find_package(",
                                "group",
                                ".package(",
                                "url",
                                "<project>",
                                "# via ",
                                "-",
                                "  ",
                                "\xFF",
                                std::string(1, '\0')};
  unsigned state = 1;
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 8) % std::size(pieces)];
    }
    for (const std::string_view path : paths) CHECK(read(path, text).declared.size() <= kMostDeclared);
  }
}

TEST_CASE("calls that open and never close are read once") {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view call : {"find_package(a ", "pkg_check_modules(a ", "FetchContent_Declare(a ", "CPMAddPackage(a "}) {
    std::string text;
    for (int i = 0; i < 60'000; ++i) text += call;
    CHECK(read("CMakeLists.txt", text).declared.size() <= kMostDeclared);
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

}  // namespace
}  // namespace readiness::facts::manifest
