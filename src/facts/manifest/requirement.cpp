// SPDX-License-Identifier: Apache-2.0
// Name, extras, specifier or URL, marker; hashes and per-requirement options are cut off.
#include "facts/manifest/requirement.h"

#include "base/text.h"

namespace readiness::facts::manifest {
namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.';
}

// "git+https://host/owner/repo.git@tag#egg=name" and wheels: the name that the URL gives.
std::optional<Requirement> from_url(std::string_view text) {
  const std::size_t egg = text.find("#egg=");
  if (egg == std::string_view::npos) return std::nullopt;
  std::string_view name = text.substr(egg + 5);
  name = name.substr(0, name.find_first_of("&[ ;"));
  if (name.empty()) return std::nullopt;
  return Requirement{normalised_name(name), std::string(text.substr(0, egg))};
}

}  // namespace

std::string normalised_name(std::string_view name) {
  std::string out;
  for (const char c : base::lower(name)) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (separator && !out.empty() && out.back() == '-') continue;
    out += separator ? '-' : c;
  }
  return out;
}

std::optional<Requirement> parse_requirement(std::string_view text) {
  text = base::trimmed(text);
  for (const std::string_view option : {" --", " #", "\t#"})
    text = base::trimmed(text.substr(0, text.find(option) == 0 ? 0 : text.find(option)));
  if (text.ends_with('\\')) text = base::trimmed(text.substr(0, text.size() - 1));
  if (text.empty() || text.front() == '-' || text.front() == '#' || text.front() == '.' ||
      text.front() == '/')
    return std::nullopt;
  std::size_t end = 0;
  while (end < text.size() && is_name_byte(text[end])) ++end;
  if (text.substr(end, 3) == "://" || text.substr(end, 1) == "+") return from_url(text);
  std::string_view rest = base::trimmed(text.substr(end));
  if (end == 0 || rest.starts_with('/') || rest.starts_with(':') || rest.starts_with('{'))
    return std::nullopt;
  if (rest.starts_with('[')) {
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    rest = base::trimmed(rest.substr(close + 1));
  }
  if (!rest.empty() && std::string_view("=<>!~@;,(").find(rest.front()) == std::string_view::npos)
    return std::nullopt;
  if (rest.starts_with('@')) rest = base::trimmed(rest.substr(1));
  const bool is_url = rest.find("://") != std::string_view::npos;
  rest = base::trimmed(rest.substr(0, is_url ? rest.find(" ;") : rest.find(';')));
  if (rest.starts_with('(') && rest.ends_with(')')) rest = rest.substr(1, rest.size() - 2);
  return Requirement{normalised_name(text.substr(0, end)), std::string(rest)};
}

}  // namespace readiness::facts::manifest
