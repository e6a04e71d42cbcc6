// SPDX-License-Identifier: Apache-2.0
#include "declared.h"

namespace readiness::facts::manifest {
namespace {

TEST_CASE("go.mod: blocks, single lines, indirect, tools; replace and exclude declare nothing") {
  CHECK(declared("go.mod", R"(module example.com/web

go 1.22

require github.com/gin-gonic/gin v1.9.1
require (
	go.opentelemetry.io/otel v1.24.0
	golang.org/x/sys v0.18.0 // indirect
	// comment
	"example.com/quoted" v0.0.0-20240101000000-abcdefabcdef
)
replace example.com/a => ../a
exclude (
	example.com/b v1.0.0
)
tool golang.org/x/tools/cmd/stringer
)") == R"(5 github.com/gin-gonic/gin v1.9.1
7 go.opentelemetry.io/otel v1.24.0
8 golang.org/x/sys v0.18.0 [indirect]
10 example.com/quoted v0.0.0-20240101000000-abcdefabcdef
16 golang.org/x/tools/cmd/stringer [dev]
)");
}

TEST_CASE("a broken go.mod gives what can be read") {
  CHECK(declared("go.mod", "require (\n\ta v1\n") == "2 a v1\n");
  CHECK(declared("go.mod", ")\nrequire\nrequire (").empty());
  CHECK(declared("go.mod", "require a v1\r\nrequire b v2\r\n") == "1 a v1\n2 b v2\n");
}

}  // namespace
}  // namespace readiness::facts::manifest
