// SPDX-License-Identifier: Apache-2.0
#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("a project's SDK, packages and frameworks are dependencies") {
  CHECK(declared("src/Web/Web.csproj", R"(<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Serilog.AspNetCore" Version="8.0.1" />
    <PackageReference Include="Npgsql"><Version>8.0.2</Version></PackageReference>
    <PackageReference Include="Central" />
    <PackageReference Include="StyleCop.Analyzers" Version="1.1.118">
      <PrivateAssets>all</PrivateAssets>
    </PackageReference>
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
    <PackageReference Update="NotDeclared" Version="1" />
  </ItemGroup>
</Project>
)") == R"(1 Microsoft.NET.Sdk.Web
4 Serilog.AspNetCore 8.0.1
5 Npgsql 8.0.2
6 Central
7 StyleCop.Analyzers 1.1.118 [dev]
10 Microsoft.AspNetCore.App
)");
}

TEST_CASE("central versions are aliases, packages.config is read") {
  CHECK(declared("Directory.Packages.props", R"(<Project><ItemGroup>
<PackageVersion Include="Central" Version="2.0.0" />
<GlobalPackageReference Include="Nerdbank.GitVersioning" Version="3.6" PrivateAssets="all" />
</ItemGroup></Project>)") == "3 Nerdbank.GitVersioning 3.6 [dev]\nCentral = Central 2.0.0\n");
  CHECK(declared("packages.config", R"(<packages>
<package id="log4net" version="2.0.15" targetFramework="net48" />
<package id="NUnit" version="3.0" developmentDependency="true" />
</packages>)") == "2 log4net 2.0.15\n3 NUnit 3.0 [dev]\n");
}

}  // namespace
}  // namespace readiness::facts::manifest
