// SPDX-License-Identifier: Apache-2.0
// Expressions as written: names, boolean sentences over names, and mappings of one operator or leaf.
#pragma once
#include "rulepack/fields.h"
#include "rulepack/model.h"

namespace readiness::rulepack {

/// An expression from a name, a sentence, a list (any) or a mapping. `extra_keys` of the mapping belong to the caller
/// (a trait's title) and are left alone.
Expression read_expression(const document::Node& node, Problems& problems, const std::vector<std::string>& extra_keys = {});

/// "a and not (b or c)" over names; one bare name is a reference.
Expression read_sentence(std::string_view sentence, const Place& place, Problems& problems);

}  // namespace readiness::rulepack
