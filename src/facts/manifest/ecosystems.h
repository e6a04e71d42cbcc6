// SPDX-License-Identifier: Apache-2.0
// The parsers of all ecosystems, for the table. Each is bounded and never throws on bad text; see Reading.
#pragma once
#include "facts/manifest/manifest.h"

namespace readiness::facts::manifest {

Reading parse_package_json(const Input& input);
Reading parse_package_lock(const Input& input);
Reading parse_pnpm_lock(const Input& input);
Reading parse_pnpm_workspace(const Input& input);
Reading parse_yarn_lock(const Input& input);
Reading parse_bun_lock(const Input& input);

Reading parse_pyproject(const Input& input);
Reading parse_pipfile(const Input& input);
Reading parse_requirements(const Input& input);
Reading parse_setup_py(const Input& input);
Reading parse_setup_cfg(const Input& input);
Reading parse_conda(const Input& input);
Reading parse_python_lock(const Input& input);  ///< poetry.lock, uv.lock, pdm.lock
Reading parse_pipfile_lock(const Input& input);

Reading parse_go_mod(const Input& input);

Reading parse_pom(const Input& input);
Reading parse_gradle(const Input& input);
Reading parse_gradle_catalogue(const Input& input);
Reading parse_sbt(const Input& input);

Reading parse_gemfile(const Input& input);
Reading parse_gemspec(const Input& input);
Reading parse_gemfile_lock(const Input& input);

Reading parse_msbuild(const Input& input);
Reading parse_packages_config(const Input& input);

Reading parse_cargo(const Input& input);
Reading parse_composer(const Input& input);
Reading parse_composer_lock(const Input& input);
Reading parse_mix(const Input& input);
Reading parse_pubspec(const Input& input);
Reading parse_package_swift(const Input& input);
Reading parse_package_resolved(const Input& input);
Reading parse_conanfile_txt(const Input& input);
Reading parse_conanfile_py(const Input& input);
Reading parse_vcpkg(const Input& input);
Reading parse_cmake(const Input& input);

}  // namespace readiness::facts::manifest
