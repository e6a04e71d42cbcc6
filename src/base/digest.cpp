// SPDX-License-Identifier: Apache-2.0
#include "base/digest.h"

#include <fmt/format.h>

namespace readiness::base {

std::string Digest::hex() const { return fmt::format("{:016x}", state_); }

}  // namespace readiness::base
