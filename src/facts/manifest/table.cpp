// SPDX-License-Identifier: Apache-2.0
// Which file is whose manifest: whole names first, then endings. One row a kind of file.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "facts/manifest/ecosystems.h"
#include "facts/manifest/manifest.h"

namespace readiness::facts::manifest {
namespace {

struct Named {
  std::string_view name;
  Row row;
};

constexpr Row tree(std::string_view ecosystem, Parse parse) { return {ecosystem, parse, true, false, {}}; }
constexpr Row text(std::string_view ecosystem, Parse parse) { return {ecosystem, parse, false, false, {}}; }
constexpr Row tree_lock(std::string_view ecosystem, Parse parse, std::array<std::string_view, 3> beside) {
  return {ecosystem, parse, true, true, beside};
}
constexpr Row text_lock(std::string_view ecosystem, Parse parse, std::array<std::string_view, 3> beside) {
  return {ecosystem, parse, false, true, beside};
}

// Sorted by name in byte order.
constexpr std::array kNames{
    Named{"CMakeLists.txt", text("cmake", &parse_cmake)},
    Named{"Cargo.toml", tree("cargo", &parse_cargo)},
    Named{"Directory.Build.props", tree("nuget", &parse_msbuild)},
    Named{"Directory.Build.targets", tree("nuget", &parse_msbuild)},
    Named{"Directory.Packages.props", tree("nuget", &parse_msbuild)},
    Named{"Gemfile", text("rubygems", &parse_gemfile)},
    Named{"Gemfile.lock", text_lock("rubygems", &parse_gemfile_lock, {"Gemfile"})},
    Named{"Package.resolved", text_lock("swift", &parse_package_resolved, {"Package.swift"})},
    Named{"Package.swift", text("swift", &parse_package_swift)},
    Named{"Pipfile", tree("pypi", &parse_pipfile)},
    Named{"Pipfile.lock", tree_lock("pypi", &parse_pipfile_lock, {"Pipfile"})},
    Named{"build.gradle", text("maven", &parse_gradle)},
    Named{"build.gradle.kts", text("maven", &parse_gradle)},
    Named{"bun.lock", tree_lock("npm", &parse_bun_lock, {"package.json"})},
    Named{"composer.json", tree("composer", &parse_composer)},
    Named{"composer.lock", tree_lock("composer", &parse_composer_lock, {"composer.json"})},
    Named{"conanfile.py", text("conan", &parse_conanfile_py)},
    Named{"conanfile.txt", text("conan", &parse_conanfile_txt)},
    Named{"conda.yaml", tree("pypi", &parse_conda)},
    Named{"conda.yml", tree("pypi", &parse_conda)},
    Named{"environment.yaml", tree("pypi", &parse_conda)},
    Named{"environment.yml", tree("pypi", &parse_conda)},
    Named{"gems.rb", text("rubygems", &parse_gemfile)},
    Named{"go.mod", text("go", &parse_go_mod)},
    Named{"libs.versions.toml", tree("maven", &parse_gradle_catalogue)},
    Named{"mix.exs", text("hex", &parse_mix)},
    Named{"npm-shrinkwrap.json", tree_lock("npm", &parse_package_lock, {"package.json"})},
    Named{"package-lock.json", tree_lock("npm", &parse_package_lock, {"package.json"})},
    Named{"package.json", tree("npm", &parse_package_json)},
    Named{"packages.config", tree("nuget", &parse_packages_config)},
    Named{"pdm.lock", tree_lock("pypi", &parse_python_lock, {"pyproject.toml"})},
    Named{"pnpm-lock.yaml", text_lock("npm", &parse_pnpm_lock, {"package.json"})},
    Named{"pnpm-workspace.yaml", tree("npm", &parse_pnpm_workspace)},
    Named{"poetry.lock", tree_lock("pypi", &parse_python_lock, {"pyproject.toml"})},
    Named{"pom.xml", tree("maven", &parse_pom)},
    Named{"pubspec.yaml", tree("pub", &parse_pubspec)},
    Named{"pyproject.toml", tree("pypi", &parse_pyproject)},
    Named{"setup.cfg", text("pypi", &parse_setup_cfg)},
    Named{"setup.py", text("pypi", &parse_setup_py)},
    Named{"uv.lock", tree_lock("pypi", &parse_python_lock, {"pyproject.toml"})},
    Named{"vcpkg.json", tree("vcpkg", &parse_vcpkg)},
    Named{"yarn.lock", text_lock("npm", &parse_yarn_lock, {"package.json"})},
};
static_assert(std::is_sorted(kNames.begin(), kNames.end(), [](auto& a, auto& b) { return a.name < b.name; }));

// By the ending behind the last dot.
constexpr std::array kEndings{
    Named{".cmake", text("cmake", &parse_cmake)},    Named{".csproj", tree("nuget", &parse_msbuild)},
    Named{".fsproj", tree("nuget", &parse_msbuild)}, Named{".gemspec", text("rubygems", &parse_gemspec)},
    Named{".gradle", text("maven", &parse_gradle)},  Named{".sbt", text("maven", &parse_sbt)},
    Named{".vbproj", tree("nuget", &parse_msbuild)},
};
constexpr Row kGradleKotlin = text("maven", &parse_gradle);
constexpr Row kSbt = text("maven", &parse_sbt);
constexpr Row kRequirements = text("pypi", &parse_requirements);

// requirements.txt, requirements-dev.txt, dev-requirements.in, constraints.txt is none; requirements/*.txt.
bool is_requirements(std::string_view path, std::string_view name) {
  if (!name.ends_with(".txt") && !name.ends_with(".in") && !name.ends_with(".pip")) return false;
  if (name.find("constraints") != std::string_view::npos) return false;
  if (name.find("requirements") != std::string_view::npos) return true;
  const std::string_view folder = path.substr(0, path.size() - name.size());
  return folder.ends_with("/requirements/") || folder == "requirements/";
}

// project/Dependencies.scala is part of the build.
bool is_build_of_sbt(std::string_view path, std::string_view name) {
  const std::string_view folder = path.substr(0, path.size() - name.size());
  return folder == "project/" || folder.ends_with("/project/");
}

}  // namespace

const document::Node& Input::root() const {
  static const document::Node kEmpty;
  return documents == nullptr || documents->empty() ? kEmpty : documents->front();
}

const Row* find(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  const auto at = std::lower_bound(kNames.begin(), kNames.end(), name,
                                   [](const Named& row, std::string_view n) { return row.name < n; });
  if (at != kNames.end() && at->name == name) return &at->row;
  if (is_requirements(path, name)) return &kRequirements;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  if (name.ends_with(".gradle.kts")) return &kGradleKotlin;
  if (name.ends_with(".scala") && is_build_of_sbt(path, name)) return &kSbt;
  for (const Named& row : kEndings)
    if (row.name == name.substr(dot)) return &row.row;
  return nullptr;
}

}  // namespace readiness::facts::manifest
