// SPDX-License-Identifier: Apache-2.0
// Tokens that carry their own checksum, by their makers' published formats: a wrong one means made up or
// mistyped.
#pragma once
#include <string_view>

namespace readiness::scan {

using ChecksumHolds = bool (*)(std::string_view token);

/// Null when no checksum has that name; checksum_names() of scanner.h lists them.
ChecksumHolds find_checksum(std::string_view name);

}  // namespace readiness::scan
