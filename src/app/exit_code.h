// SPDX-License-Identifier: Apache-2.0
// The contract with whoever runs us (docs/exit-codes.md): never a count, the same for every format.
#pragma once

namespace readiness::app {

enum class ExitCode : int {
  ok = 0,           ///< audited completely, gate met or none set
  gate_missed = 1,  ///< wins over incomplete: what was found is enough
  usage = 2,        ///< nothing was audited: usage, configuration, rules, revision, output path
  incomplete = 3,   ///< something that should have been read was not
  internal = 4,     ///< a bug of ours
};

}  // namespace readiness::app
