// SPDX-License-Identifier: Apache-2.0
#include "app/stages.h"

#include <fmt/format.h>

#include "app/output.h"

namespace readiness::app {

void Stages::end(std::string_view name) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  write_standard_error(fmt::format("{:>16}: {:8.2f} ms\n", name,
                                   std::chrono::duration<double, std::milli>(now - since_).count()));
  since_ = now;
}

}  // namespace readiness::app
