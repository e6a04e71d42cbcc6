// SPDX-License-Identifier: Apache-2.0
#include "checks/route_path.h"

#include <catch2/catch.hpp>

#include "base/text.h"

using namespace readiness;
using namespace readiness::checks;

namespace {

std::string shown(std::string_view path) { return base::joined(route_segments(path), "/"); }

bool has(const std::vector<std::string>& known, std::string_view path) {
  RouteSet routes;
  for (const std::string& one : known) routes.add(one);
  return routes.has(path);
}

}  // namespace

TEST_CASE("parameters of every framework are the same in a route") {
  for (const char* path : {"/Users/{id}/posts", "/users/:id/posts", "/users/<int:id>/posts/",
                           "/users/[id]/posts", "/users/${u.id}/posts", "/users/42/posts?limit=3",
                           "http://localhost:3000/users/123e4567-e89b-12d3-a456-426614174000/posts#x"})
    CHECK(shown(path) == "users/*/posts");
}

TEST_CASE("a host alone has no segments") { CHECK(shown("https://example.com") == ""); }

TEST_CASE("a route is known under a prefix that only one side has") {
  CHECK(has({"/api/v1/users/{id}"}, "/users/:id"));
  CHECK(has({"/users/{id}"}, "/api/v1/users/:id"));
  CHECK(has({"/"}, "/"));
}

TEST_CASE("routes that only share parameters or a beginning are different") {
  CHECK(!has({"/api/orders/{id}"}, "/users/:id"));
  CHECK(!has({"/users"}, "/users/:id"));
  CHECK(!has({"/users/{id}"}, "/:id"));
  CHECK(!has({}, "/users"));
}
