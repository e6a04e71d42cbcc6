// SPDX-License-Identifier: Apache-2.0
#include "facts/manifest/import_names.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace readiness::facts::manifest;

namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a Python distribution is imported under its name, without affixes, or under its irregular one") {
  CHECK(has(import_names("pypi", "asgi-correlation-id"), "asgi_correlation_id"));
  CHECK(has(import_names("pypi", "python-decouple"), "decouple"));
  CHECK(has(import_names("pypi", "argon2-cffi"), "argon2"));
  CHECK(has(import_names("pypi", "PyJWT"), "jwt"));
  CHECK(has(import_names("pypi", "google-cloud-secret-manager"), "google.cloud.secretmanager"));
  CHECK(!has(import_names("pypi", "django-csp"), "django"));
}

TEST_CASE("an npm package is imported under its own name") {
  CHECK(import_names("npm", "@sentry/Node") == std::vector<std::string>{"@sentry/node"});
}

TEST_CASE("drivers, agents and tools need no import, libraries do") {
  CHECK(works_unimported("npm", "newrelic"));
  CHECK(works_unimported("npm", "@types/express"));
  CHECK(works_unimported("pypi", "psycopg2-binary"));
  CHECK(!works_unimported("npm", "helmet"));
  CHECK(!works_unimported("pypi", "slowapi"));
  CHECK(!works_unimported("cargo", "tower"));
}

TEST_CASE("only npm and PyPI packages do nothing until they are imported") {
  CHECK(is_imported_by_name("npm"));
  CHECK(is_imported_by_name("pypi"));
  CHECK(!is_imported_by_name("maven"));
  CHECK(!is_imported_by_name("rubygems"));
}
