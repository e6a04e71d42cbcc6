// SPDX-License-Identifier: Apache-2.0
// What is told to a person who handed us something broken: place, message, the line with a caret, a hint.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::base {

/// A position in a text. Lines and columns count from 1, columns in bytes; line 0 means "the file as a whole".
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Mark&) const = default;
};

/// One problem. `file` is as the user named it; `message` and `hint` are lower case without a full stop.
struct Diagnostic {
  std::string file;
  Mark mark{};
  std::string message;
  std::string hint{};
  std::string source_line{};   ///< the offending line without its line break, or empty
  std::uint32_t length = 1;    ///< how many columns the caret underlines
};

/// "file:line:col: message", then the line, a caret below it and the hint, as far as they are known. Ends in '\n'.
/// Control characters of the input are escaped, so the text is safe on any terminal.
std::string render(const Diagnostic& diagnostic);
std::string render(const std::vector<Diagnostic>& diagnostics);

/// Line number `line` (from 1) of `text`, without its line break; empty when there is none.
std::string_view line_of(std::string_view text, std::uint32_t line);

}  // namespace readiness::base
