// SPDX-License-Identifier: Apache-2.0
// What of a document's or manifest's value may leave the worker: bounded, and never something that looks like
// a secret.
#pragma once
#include <string>
#include <string_view>

namespace readiness::facts {

/// `value`, cut at 200 bytes; "[redacted]" when its key or its own shape say that it is a credential.
/// References to variables (`${X}`, `{{ x }}`, `$X`) are shown; passwords in URLs are masked.
std::string shown_value(std::string_view key, std::string_view value);

}  // namespace readiness::facts
