// SPDX-License-Identifier: Apache-2.0
// Diagnostics with the offending line, and marks for growing offsets.
#include "document/input.h"

#include <fmt/format.h>

#include "base/text.h"
#include "document/code_points.h"

namespace readiness::document {
namespace {

// A minified file is one line of megabytes; nobody can read more of it than this beside a message.
constexpr std::size_t kShownBytes = 400;

}  // namespace

base::Diagnostic Input::problem(base::Mark mark, std::string message, std::string hint) const {
  return {.file = std::string(file),
          .mark = mark,
          .message = std::move(message),
          .hint = std::move(hint),
          .source_line = std::string(base::line_of(text, mark.line).substr(0, kShownBytes))};
}

base::Diagnostic Input::duplicate(std::string_view name, base::Mark first, base::Mark second) const {
  return problem(second, fmt::format("'{}' is given twice, first in line {}, column {}",
                                     base::shortened(name, 100), first.line, first.column));
}

base::Mark MarkCursor::at(std::size_t offset) {
  for (; offset_ < offset && offset_ < text_.size(); ++offset_) {
    const char c = text_[offset_];
    const bool lone_return = c == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] != '\n');
    if (c != '\n' && !lone_return) continue;
    ++line_;
    line_start_ = offset_ + 1;
  }
  return {line_, static_cast<std::uint32_t>(offset_ - line_start_ + 1)};
}

std::string utf8_from_latin1(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

}  // namespace readiness::document
