// SPDX-License-Identifier: Apache-2.0
// Where reports go: standard output, and files that are either complete or not there.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/exit_code.h"
#include "base/diagnostic.h"

namespace readiness::app {

/// Why a report cannot be written to `file`: its folder is missing or read-only, or something other than a
/// regular file has the name (a link, a pipe, a folder). Asked before the audit.
std::optional<base::Diagnostic> why_not_writable(const std::string& file);

/// Written beside `file` and moved over it, so that nobody ever sees half of it. Links are replaced, never
/// followed.
std::optional<base::Diagnostic> write_file(const std::string& file, std::string_view text);

enum class Delivery { complete, closed, failed };

/// To standard output. `closed`: the reader went away, which is its right. `failed`: a full disk, say.
Delivery write_standard_output(std::string_view text);
/// Text that is the whole answer: `code`, or incomplete with a message when it could not be written.
ExitCode answer(std::string_view text, ExitCode code = ExitCode::ok);

void write_standard_error(std::string_view text);
/// Nothing was audited: says why on standard error.
ExitCode failed(const std::vector<base::Diagnostic>& problems);

/// One report; without a file it goes to standard output.
struct Rendered {
  std::string text{};
  std::string file{};
};
/// Every target is tried, whatever became of the others: `code`, or incomplete in place of ok when one could
/// not be written.
ExitCode deliver(const std::vector<Rendered>& texts, ExitCode code);

}  // namespace readiness::app
