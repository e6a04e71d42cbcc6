// SPDX-License-Identifier: Apache-2.0
// The table of formats, and the checks that are the same for all of them.
#include "document/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>

#include "base/text.h"
#include "document/input.h"

namespace readiness::document {
namespace {

/// `needs_utf8` is false where the format itself may name another encoding.
struct Row {
  Format format;
  Documents (*parse)(const Input&);
  bool needs_utf8;
};

constexpr std::array kFormats{
    Row{Format::yaml, &parse_yaml, true},
    Row{Format::json, &parse_json, true},
    Row{Format::toml, &parse_toml, true},
    Row{Format::ini, &parse_ini, false},
    Row{Format::properties, &parse_properties, false},
    Row{Format::dotenv, &parse_dotenv, true},
    Row{Format::xml, &parse_xml, false},
    Row{Format::dockerfile, &parse_dockerfile, true},
};

// Trees are built, copied and destroyed by recursion, so the bound holds whatever a caller asks for.
constexpr std::size_t kDeepest = 400;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

base::Mark mark_of(std::string_view text, std::size_t offset) { return MarkCursor(text).at(offset); }

std::size_t first_bad_byte(std::string_view text) {
  const std::string repaired = base::valid_utf8(text);
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), repaired.size()));
  return static_cast<std::size_t>(std::mismatch(text.begin(), end, repaired.begin()).first - text.begin());
}

base::Result<Input> checked(std::string_view text, std::string_view file, Limits limits, bool needs_utf8) {
  limits.max_depth = std::clamp<std::size_t>(limits.max_depth, 1, kDeepest);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const Input input{.text = text, .file = file, .limits = limits};
  if (text.size() > limits.max_bytes)
    return input.problem(
        {}, fmt::format("is {} bytes long, more than the {} that are read", text.size(), limits.max_bytes));
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos)
    return input.problem(mark_of(text, zero), "holds a NUL byte, so it is no text in UTF-8");
  if (needs_utf8 && !base::is_valid_utf8(text))
    return input.problem(mark_of(text, first_bad_byte(text)), "is not valid UTF-8");
  return input;
}

Documents parse_checked(std::string_view text, std::string_view file, const Limits& limits, bool needs_utf8,
                        Documents (*parse)(const Input&)) try {
  const base::Result<Input> input = checked(text, file, limits, needs_utf8);
  if (!input) return input.errors();
  return parse(*input);
} catch (const std::exception& failure) {  // no guest and no allocation may end an audit
  return base::Diagnostic{.file = std::string(file), .message = failure.what()};
}

}  // namespace

Documents parse(Format format, std::string_view text, std::string_view file, const Limits& limits) {
  const auto* const row =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const Row& r) { return r.format == format; });
  return parse_checked(text, file, limits, row->needs_utf8, row->parse);
}

Documents parse_helm_template(std::string_view text, std::string_view file, const Limits& limits) {
  return parse_checked(text, file, limits, true, &parse_helm_yaml);
}

}  // namespace readiness::document
