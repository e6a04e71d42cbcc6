// SPDX-License-Identifier: Apache-2.0
// What a package is called in code, and which packages work although no code names them. Data only; nothing
// is read here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace readiness::facts::manifest {

/// True for the ecosystems whose packages do nothing until code names them: npm and pypi. Bundler, Spring,
/// NuGet, Composer and Mix load what is declared; `go mod tidy` keeps what is imported.
bool is_imported_by_name(std::string_view ecosystem);

/// Names under which code may import the package, lower case. More rather than fewer: a name that nobody uses
/// does no harm.
std::vector<std::string> import_names(std::string_view ecosystem, std::string_view package);

/// Tools, plug-ins, drivers and agents: declared, they are found by name or run by hand.
bool works_unimported(std::string_view ecosystem, std::string_view package);

}  // namespace readiness::facts::manifest
