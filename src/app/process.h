// SPDX-License-Identifier: Apache-2.0
// What the process owes its surroundings: no core dumps with secrets in them, quiet broken pipes, an exit
// code for crashes.
#pragma once

namespace readiness::app {

void prepare_process();

}  // namespace readiness::app
