// SPDX-License-Identifier: Apache-2.0
// The names of dispositions, and which of them are faults.
#include "facts/facts.h"

namespace readiness::facts {
namespace {

struct Row {
  std::string_view name;
  bool fault;
};

// Parallel to Disposition. A file that vanished while we read is the user's editing, not a fault of the
// audit.
constexpr std::array<Row, kDispositions> kRows{{{"scanned", false},
                                                {"binary", false},
                                                {"too large", false},
                                                {"excluded", false},
                                                {"generated", false},
                                                {"vendored", false},
                                                {"symlink", false},
                                                {"submodule", false},
                                                {"special", false},
                                                {"lfs pointer", false},
                                                {"vanished", false},
                                                {"unreadable", true},
                                                {"corrupt", true}}};

}  // namespace

std::string_view name_of(Disposition disposition) {
  return kRows[static_cast<std::size_t>(disposition)].name;
}

bool is_fault(Disposition disposition) { return kRows[static_cast<std::size_t>(disposition)].fault; }

}  // namespace readiness::facts
