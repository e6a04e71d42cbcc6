// SPDX-License-Identifier: Apache-2.0
// One way in for every regex, so that all get the same limits and the same errors.
#include "scan/checked_regex.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "scan/regex_parse.h"
#include "scan/scanner.h"

namespace readiness::scan {
namespace {

std::uint32_t multiply_widths(std::uint32_t a, std::uint32_t b) {
  if (a == 0 || b == 0) return 0;
  if (a == kUnbounded || b == kUnbounded) return kUnbounded;
  const std::uint64_t product = std::uint64_t{a} * b;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(product, kUnbounded));
}

}  // namespace

std::uint32_t add_widths(std::uint32_t a, std::uint32_t b) { return a > kUnbounded - b ? kUnbounded : a + b; }

Width width_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::text: {
      const auto bytes = static_cast<std::uint32_t>(node.text.size());
      return {bytes, bytes};
    }
    case NodeKind::code_point:
      return {node.min, node.max};
    case NodeKind::zero_width:
      return {0, 0};
    case NodeKind::sequence: {
      Width sum;
      for (const Node& child : node.children) {
        const Width width = width_of(child);
        sum = {add_widths(sum.min, width.min), add_widths(sum.max, width.max)};
      }
      return sum;
    }
    case NodeKind::alternation: {
      Width range{kUnbounded, 0};
      for (const Node& child : node.children) {
        const Width width = width_of(child);
        range = {std::min(range.min, width.min), std::max(range.max, width.max)};
      }
      return range;
    }
    case NodeKind::repeat: {
      const Width width = width_of(node.children.front());
      return {multiply_widths(width.min, node.min), multiply_widths(width.max, node.max)};
    }
  }
  return {};
}

base::Result<ParsedRegex> parse_checked(std::string_view regex, ByteClasses& classes) {
  base::Result<ParsedRegex> parsed = parse_regex(regex, classes);
  if (!parsed || width_of(parsed->root).min > 0) return parsed;
  return base::Diagnostic{
      .file = {},
      .mark = {1, 1},
      .message = regex.empty() ? "an empty regex" : "this regex may match no characters at all",
      .hint = "let every alternative need at least one character",
      .source_line = std::string(regex)};
}

base::Result<CheckedRegex> compile_checked(std::string_view regex, Start start) {
  ByteClasses classes;
  base::Result<ParsedRegex> parsed = parse_checked(regex, classes);
  if (!parsed) return parsed.errors();
  base::Result<Pcre> code = Pcre::compile(*parsed, regex, start);
  if (!code) return code.errors();
  return CheckedRegex{std::move(*parsed), std::move(*code)};
}

base::Result<bool> check_regex(std::string_view regex) {
  const base::Result<CheckedRegex> compiled = compile_checked(regex);
  if (!compiled) return compiled.errors();
  return true;
}

struct SmallRegex::Impl {
  std::string regex{};  // of one that is known to be good
  mutable std::once_flag once{};
  mutable std::optional<Pcre> code{};

  const std::optional<Pcre>& ready() const {
    std::call_once(once, [this] {
      if (code) return;
      if (base::Result<CheckedRegex> compiled = compile_checked(regex)) code = std::move(compiled->code);
    });
    return code;
  }
};

base::Result<SmallRegex> SmallRegex::compile(std::string_view regex) {
  base::Result<CheckedRegex> compiled = compile_checked(regex);
  if (!compiled) return compiled.errors();
  auto impl = std::make_shared<Impl>();
  impl->code = std::move(compiled->code);
  SmallRegex small;
  small.impl_ = std::move(impl);
  return small;
}

SmallRegex SmallRegex::known_good(std::string_view regex) {
  auto impl = std::make_shared<Impl>();
  impl->regex = regex;
  SmallRegex small;
  small.impl_ = std::move(impl);
  return small;
}

bool SmallRegex::search(std::string_view text) const {
  const std::optional<Pcre>& code = impl_->ready();
  if (!code) return false;
  PcreMatcher matcher;
  return matcher.find(*code, text, 0, text.size(), false) == MatchState::found;
}

}  // namespace readiness::scan
