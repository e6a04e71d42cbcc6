// SPDX-License-Identifier: Apache-2.0
// What this process gives up before it reads a stranger's byte: to run programs and to open networks. We never do
// either; a hole in us could not, either.
#pragma once

namespace readiness::app {

/// For this process and all its threads, for good. Where the kernel or the machine does not know how, nothing
/// happens.
void give_up_programs_and_networks();

}  // namespace readiness::app
