// SPDX-License-Identifier: Apache-2.0
// The table [roadmap] of .readiness.toml.
#pragma once
#include <vector>

#include "app/table.h"
#include "plan/own_words.h"

namespace readiness::app {

/// Reads the table; the packs that it names are added to `packs`, for they may be misspelt.
plan::OwnWords read_own_words(Table& table, std::vector<PlacedText>& packs);

}  // namespace readiness::app
