// SPDX-License-Identifier: Apache-2.0
#include "facts/shown_value.h"

#include <catch2/catch.hpp>

namespace readiness::facts {
namespace {

TEST_CASE("values whose key names a secret are not shown") {
  CHECK(shown_value("password", "swordfish") == "[redacted]");
  CHECK(shown_value("POSTGRES_PASSWORD", "swordfish") == "[redacted]");
  CHECK(shown_value("apiKey", "swordfish") == "[redacted]");
  CHECK(shown_value("secretName", "web-tls") == "web-tls");
  CHECK(shown_value("image", "postgres:15") == "postgres:15");
}

TEST_CASE("references to secrets are shown") {
  CHECK(shown_value("password", "${DB_PASSWORD}") == "${DB_PASSWORD}");
  CHECK(shown_value("token", "{{ .Values.token }}") == "{{ .Values.token }}");
  CHECK(shown_value("password", "").empty());
}

TEST_CASE("random-looking values are hidden whatever their key") {
  CHECK(shown_value("value", "q7Zt0Xw2Lr9Vb4Nk8Ps1Hd6") == "[redacted]");
  CHECK(shown_value("value", "spring-boot-starter-actuator") == "spring-boot-starter-actuator");
}

TEST_CASE("passwords inside URLs are masked") {
  CHECK(shown_value("url", "postgres://app:swordfish@db:5432/app") == "postgres://app:***@db:5432/app");
  CHECK(shown_value("version", "git+https://swordfish@host/x.git") == "git+https://***@host/x.git");
  CHECK(shown_value("url", "https://host/x@y") == "https://host/x@y");
  CHECK(shown_value("url", "postgres://app:$PW@db") == "postgres://app:$PW@db");
  CHECK(shown_value("url", "a://b:c@d e://f:g@h") == "a://b:***@d e://f:***@h");
}

TEST_CASE("long values are cut") { CHECK(shown_value("text", std::string(5000, ' ') + "x").size() < 210); }

}  // namespace
}  // namespace readiness::facts
