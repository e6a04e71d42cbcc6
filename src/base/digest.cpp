// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <fmt/format.h>

namespace readiness::base {

std::string Digest::hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

}  // namespace readiness::base
