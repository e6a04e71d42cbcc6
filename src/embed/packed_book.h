// SPDX-License-Identifier: Apache-2.0
// Loaded rules as bytes and back, so that a start with the built-in packs reads no YAML and checks no field.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "rulepack/model.h"

namespace readiness::embed {

/// Everything but the packs' own tests and the texts of their files, which only `readiness rules` needs. The
/// same book always gives the same bytes.
std::string pack_book(const rulepack::RuleBook& book);

/// What `pack_book` made. Fails, and never reads outside `bytes`, when they are anything else.
base::Result<rulepack::RuleBook> unpack_book(std::string_view bytes);

}  // namespace readiness::embed
