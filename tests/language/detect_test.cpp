// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "language/language.h"

using namespace readiness::language;

namespace {

struct Row {
  std::string_view path;
  std::string_view language;
};

void check_paths(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.path);
    CHECK(name_of(detect(row.path, {})) == row.language);
  }
}

std::string_view by_head(std::string_view path, std::string_view head) { return name_of(detect(path, head)); }

}  // namespace

TEST_CASE("whole names come before extensions") {
  check_paths({{"Makefile", "makefile"},
               {"a/GNUmakefile", "makefile"},
               {"Gemfile", "ruby"},
               {"Rakefile", "ruby"},
               {"Jenkinsfile", "groovy"},
               {"CMakeLists.txt", "cmake"},
               {"x/Dockerfile", "dockerfile"},
               {"Dockerfile.go", "dockerfile"},
               {"dockerfile.dev", "dockerfile"},
               {"lib/app/dockerfile.ex", "elixir"},
               {"go.mod", "go-module"},
               {"go.sum", "go-checksums"},
               {"Cargo.lock", "toml"},
               {"Pipfile", "toml"},
               {"composer.lock", "json"},
               {"yarn.lock", "yarn-lock"},
               {"Gemfile.lock", "gemfile-lock"},
               {"mix.lock", "elixir"},
               {"tsconfig.json", "jsonc"},
               {".eslintrc", "jsonc"},
               {"requirements.txt", "requirements"},
               {"requirements-dev.txt", "requirements"},
               {".gitignore", "ignore"},
               {".dockerignore", "ignore"},
               {".customignore", "ignore"},
               {"CODEOWNERS", "codeowners"},
               {"LICENSE", "text"},
               {"BUILD", "bazel"},
               {"meson.build", "meson"},
               {"justfile", "just"},
               {".bashrc", "shell"},
               {"web.config", "xml"}});
}

TEST_CASE("environment files, container files and their variants") {
  check_paths({{".env", "dotenv"},
               {".env.example", "dotenv"},
               {".env.production.local", "dotenv"},
               {"app/.env.test", "dotenv"},
               {"prod.env", "dotenv"},
               {"Dockerfile.dev", "dockerfile"},
               {"Dockerfile-fpm", "dockerfile"},
               {"api.Dockerfile", "dockerfile"},
               {"Containerfile", "dockerfile"},
               {"Procfile.dev", "procfile"},
               {"Jenkinsfile.release", "groovy"}});
}

TEST_CASE("extensions, in any case") {
  check_paths({{"a.py", "python"},
               {"a.pyi", "python"},
               {"a.PY", "python"},
               {"a.jsx", "javascript"},
               {"a.mjs", "javascript"},
               {"a.cjs", "javascript"},
               {"a.ts", "typescript"},
               {"a.tsx", "typescript"},
               {"a.mts", "typescript"},
               {"a.cts", "typescript"},
               {"a.d.ts", "typescript"},
               {"a.go", "go"},
               {"a.cs", "csharp"},
               {"a.rs", "rust"},
               {"a.kts", "kotlin"},
               {"build.gradle", "groovy"},
               {"build.gradle.kts", "kotlin"},
               {"a.hpp", "cpp"},
               {"a.C", "cpp"},
               {"a.c", "c"},
               {"a.h", "c"},
               {"a.R", "r"},
               {"a.ps1", "powershell"},
               {"a.bat", "batch"},
               {"a.sql", "sql"},
               {"a.tf", "terraform"},
               {"a.tfvars", "terraform"},
               {"a.yml", "yaml"},
               {"a.json", "json"},
               {"a.ipynb", "jupyter"},
               {"a.csproj", "xml"},
               {"a.md", "markdown"},
               {"a.proto", "protobuf"},
               {"a.vue", "vue"},
               {"a.ex", "elixir"},
               {"a.cu", "cuda"},
               {"a.sol", "solidity"},
               {"a.service", "ini"}});
}

TEST_CASE("the longest extension wins") {
  check_paths({{"a.html.erb", "erb"},
               {"a.js.erb", "erb"},
               {"a.blade.php", "blade"},
               {"a.html.j2", "jinja"},
               {"a.html.heex", "eex"},
               {"nginx.conf.template", "nginx"},
               {"a.b.c.d.py", "python"},
               {"archive.tar.gz", "unknown"},
               {"docker-compose.override.yml", "yaml"}});
}

TEST_CASE("a template of a file is the language of that file") {
  check_paths({{"config.yml.example", "yaml"},
               {"settings.py.sample", "python"},
               {"config.json.dist", "json"},
               {"phpunit.xml.dist", "xml"},
               {"app.conf.template", "conf"},
               {"run.sh.in", "shell"},
               {"Makefile.example", "makefile"}});
}

TEST_CASE("names without a meaning stay unknown, and odd paths do no harm") {
  check_paths({{"", "unknown"},
               {"/", "unknown"},
               {"a/", "unknown"},
               {".", "unknown"},
               {"..", "unknown"},
               {"a.", "unknown"},
               {"noextension", "unknown"},
               {"a.unheardof", "unknown"},
               {"....", "unknown"}});
  CHECK(name_of(detect(std::string(5000, 'x') + ".py", {})) == "python");
  CHECK(name_of(detect(std::string(5000, '.'), {})) == "unknown");
  CHECK(name_of(detect(std::string_view("\xFF\xFE.go"), {})) == "go");
}

TEST_CASE("a first line names the interpreter where the name says nothing") {
  CHECK(by_head("bin/run", "#!/bin/sh\n") == "shell");
  CHECK(by_head("bin/run", "#!/usr/bin/env python3\n") == "python");
  CHECK(by_head("bin/run", "#!/usr/bin/env -S node --harmony\r\n") == "javascript");
  CHECK(by_head("bin/run", "#! /usr/local/bin/ruby2.7 -w") == "ruby");
  CHECK(by_head("bin/run", "#!/usr/bin/env LANG=C perl\n") == "perl");
  CHECK(by_head("bin/run", "\xEF\xBB\xBF#!/usr/bin/php\n") == "php");
  CHECK(by_head("bin/run", "#!/usr/bin/env\n") == "unknown");
  CHECK(by_head("bin/run", "#!") == "unknown");
  CHECK(by_head("bin/run", "#!/opt/unheard/of\n") == "unknown");
  CHECK(by_head("bin/run", "# no shebang\n") == "unknown");
  CHECK(by_head("bin/run.py", "#!/bin/sh\n") == "python");
}
