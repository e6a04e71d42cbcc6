// SPDX-License-Identifier: Apache-2.0
// Code that is compiled for tests only, inside files of the product.
#pragma once
#include <string_view>

#include "base/region.h"

namespace readiness::language {

/// Makes the code of every item behind Rust's `#[cfg(test)]` Region::test, from its `{` to the `}` that closes it (The
/// Rust Reference, "Conditional compilation"). `map` covers `text`; comments and strings stay what they are.
void mark_rust_tests(std::string_view text, base::RegionMap& map);

}  // namespace readiness::language
