// SPDX-License-Identifier: Apache-2.0
#include "checks/route_path.h"

#include <algorithm>

#include "base/text.h"

namespace readiness::checks {
namespace {

constexpr std::size_t kMostSegments = 24;  // of what is a path and no accident

bool is_hex_or_dash(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_parameter(std::string_view segment) {
  if (segment.find_first_of(":{}<>[]$*%(") != std::string_view::npos) return true;
  if (std::all_of(segment.begin(), segment.end(), is_digit)) return true;
  return segment.size() >= 16 && std::all_of(segment.begin(), segment.end(), is_hex_or_dash) &&
         std::any_of(segment.begin(), segment.end(), is_digit);
}

bool says_something(const std::vector<std::string>& segments, std::size_t from) {
  return std::any_of(segments.begin() + static_cast<std::ptrdiff_t>(from), segments.end(),
                     [](const std::string& segment) { return segment != "*"; });
}

std::string joined_from(const std::vector<std::string>& segments, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < segments.size(); ++i) out += "/" + segments[i];
  return out;
}

}  // namespace

std::vector<std::string> route_segments(std::string_view path) {
  if (const std::size_t scheme = path.find("://"); scheme != std::string_view::npos) {
    const std::size_t slash = path.find('/', scheme + 3);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
  }
  // The query begins at the first question mark that is no optional parameter's ("/:id?").
  const std::size_t query = path.find_first_of("?#");
  if (query != std::string_view::npos) path = path.substr(0, query);
  std::vector<std::string> out;
  for (const std::string_view segment : base::split(path, '/')) {
    if (segment.empty() || out.size() == kMostSegments) continue;
    out.push_back(is_parameter(segment) ? "*" : base::lower(segment));
  }
  return out;
}

void RouteSet::add(std::string_view path) {
  const std::vector<std::string> segments = route_segments(path);
  whole_.insert(joined_from(segments, 0));
  for (std::size_t i = 0; i < segments.size(); ++i)
    if (says_something(segments, i)) ends_.insert(joined_from(segments, i));
}

bool RouteSet::has(std::string_view path) const {
  const std::vector<std::string> segments = route_segments(path);
  const std::string whole = joined_from(segments, 0);
  if (whole_.contains(whole) || ends_.contains(whole)) return true;
  for (std::size_t i = 1; i < segments.size(); ++i)
    if (says_something(segments, i) && whole_.contains(joined_from(segments, i))) return true;
  return false;
}

}  // namespace readiness::checks
