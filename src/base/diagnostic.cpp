// SPDX-License-Identifier: Apache-2.0
// Rendering of diagnostics for people.
#include "base/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace readiness::base {
namespace {

constexpr std::size_t kShownColumns = 160;

std::string underlined(const Diagnostic& d) {
  const std::string shown = printable(shortened(d.source_line, kShownColumns));
  const std::size_t column = std::max<std::uint32_t>(d.mark.column, 1) - 1;
  const std::string before = printable(d.source_line.substr(0, std::min(column, kShownColumns)));
  const std::size_t indent = display_width(before);
  const std::size_t width = display_width(shown);
  const std::size_t room = width > indent ? width - indent : 1;
  const std::size_t length = std::clamp<std::size_t>(d.length, 1, room);
  return fmt::format("    {}\n    {}^{}", shown, std::string(indent, ' '), std::string(length - 1, '~'));
}

}  // namespace

std::string render(const Diagnostic& d) {
  std::string place = printable(d.file);
  if (d.mark.line > 0) place += fmt::format(":{}:{}", d.mark.line, std::max<std::uint32_t>(d.mark.column, 1));
  std::string out = place.empty() ? printable(d.message) : fmt::format("{}: {}", place, printable(d.message));
  const bool has_caret = d.mark.line > 0 && !d.source_line.empty();
  if (has_caret) out += "\n" + underlined(d);
  if (!d.hint.empty()) out += (has_caret ? " " : "\n    ") + printable(d.hint);
  return out + "\n";
}

std::string render(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += render(d);
  return out;
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (std::uint32_t n = 1; line > 0; ++n) {
    const std::size_t end = text.find('\n');
    if (n == line) {
      std::string_view found = text.substr(0, end);
      if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
      return found;
    }
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return {};
}

}  // namespace readiness::base
