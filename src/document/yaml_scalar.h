// SPDX-License-Identifier: Apache-2.0
// What a plain YAML scalar means in the core schema (YAML 1.2.2, section 10.3.2). Private to the layer.
#pragma once
#include <string>
#include <string_view>

#include "document/node.h"

namespace readiness::document {

/// null, boolean, integer, real or else string. `text` is kept as written; an integer beyond 64 bits is a
/// real.
Node core_schema_scalar(std::string text);
/// As core_schema_scalar, for a scalar with an explicit tag ("tag:yaml.org,2002:int"); unknown tags leave a
/// string.
Node tagged_scalar(std::string_view tag, std::string text);
/// A decimal number in JSON's or YAML's spelling, as integer where it fits, else as real. Type::string when
/// it is none.
Node decimal_number(std::string text);

}  // namespace readiness::document
