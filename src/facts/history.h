// SPDX-License-Identifier: Apache-2.0
// The commit queries: one reading of history answers them all.
#pragma once
#include <cstdint>

#include "facts/questions.h"

namespace readiness::facts {

/// `now` is in seconds since 1970; 0 leaves questions of age open. A query that history cannot answer fully
/// gets kNoFile in Answer::unread, and Facts a note.
void answer_commits(const Questions& questions, std::int64_t now, Facts& facts);

}  // namespace readiness::facts
