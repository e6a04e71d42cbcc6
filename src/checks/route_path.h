// SPDX-License-Identifier: Apache-2.0
// Paths of routes as they are written in code, in tests and in OpenAPI, made comparable.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace readiness::checks {

/// The segments of a path or URL: lower case, without host and query; a parameter ("{id}", ":id", "<int:id>",
/// "[id]",
/// "${id}", 42, a UUID) is "*".
std::vector<std::string> route_segments(std::string_view path);

/// Routes known from elsewhere. A route is in it when one of the two is the other's end: code mounts routers
/// below prefixes that the other side may or may not repeat. At least one segment that is no parameter must
/// agree.
class RouteSet {
 public:
  void add(std::string_view path);
  bool has(std::string_view path) const;

 private:
  std::set<std::string> whole_;
  std::set<std::string> ends_;
};

}  // namespace readiness::checks
