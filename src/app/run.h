// SPDX-License-Identifier: Apache-2.0
// From the command line to the exit code.
#pragma once

namespace readiness::app {

/// Never throws; what goes wrong inside is told in two lines and ends in exit code 4.
int run(int argc, char** argv);

}  // namespace readiness::app
