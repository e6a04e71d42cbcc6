// SPDX-License-Identifier: Apache-2.0
// The sentences of verdicts: reasons, and tasks with {count}, {files}, {items}, {missing}, {trait:…} filled in.
#pragma once
#include <string>

#include "checks/findings.h"

namespace readiness::checks {

/// "1 file", "2 files".
std::string counted(std::uint64_t n, const std::string& singular);
/// "found: pg_dump in scripts/backup.sh:3 (and 2 more places)".
std::string found_where(const std::vector<Evidence>& evidence, std::uint64_t total);
std::string not_applicable_reason(const Program& program, Evaluator& evaluator, const BoundCheck& check);
void fill_tasks(const Program& program, Evaluator& evaluator, Verdict& verdict);

}  // namespace readiness::checks
