// SPDX-License-Identifier: Apache-2.0
#include "audited.h"

using namespace readiness;
using namespace readiness::checks;
using namespace readiness::checks::testing;

namespace {

std::string outcome(const std::string& leaf, const Files& files) {
  const Audited audited = audit(one_check({"require: " + leaf}), files);
  return std::string(name_of(audited.of("p.x").outcome));
}

const std::string kLimiter = "{dependency: [express-rate-limit, slowapi, alembic, rack-attack, django-axes]}";
const std::pair<std::string, std::string> kManifest{
    "package.json", R"({"dependencies": {"express-rate-limit": "7", "express": "4"}})"};

}  // namespace

TEST_CASE("a dependency that no code imports is partial, and the reason says so") {
  const Audited audited =
      audit(one_check({"require: " + kLimiter}), {kManifest, {"app.js", "const e = require('express')\n"}});
  const Verdict& verdict = audited.of("p.x");
  CHECK(name_of(verdict.outcome) == "partial");
  CHECK(verdict.earned == 0.5);
  CHECK(
      verdict.reason ==
      "declared, but no code imports it: found dependency express-rate-limit, slowapi, alembic, rack-attack, "
      "django-axes in package.json:1");
}

TEST_CASE("an import in product code makes a declared dependency a pass") {
  CHECK(outcome(kLimiter, {kManifest, {"app.js", "const limit = require('express-rate-limit')\n"}}) ==
        "pass");
  CHECK(outcome(kLimiter, {kManifest,
                           {"app.ts", "import { rateLimit } from \"express-rate-limit/dist\"\n"}}) == "pass");
  CHECK(outcome(kLimiter, {kManifest, {"app.ts", "const l = await import('express-rate-limit')\n"}}) ==
        "pass");
  CHECK(outcome(kLimiter, {{"requirements.txt", "slowapi==1\n"}, {"app.py", "import os, slowapi.util\n"}}) ==
        "pass");
}

TEST_CASE("an import in tests or examples is not use") {
  const std::pair<std::string, std::string> code{"app.js", "const e = require('express')\n"};
  CHECK(outcome(kLimiter, {kManifest, code, {"tests/a.test.js", "require('express-rate-limit')\n"}}) ==
        "partial");
  CHECK(outcome(kLimiter, {kManifest, code, {"examples/a.js", "require('express-rate-limit')\n"}}) ==
        "partial");
}

TEST_CASE("a package whose module has another name, or that settings name, is used") {
  const std::pair<std::string, std::string> axes{"requirements.txt", "django-axes==6\n"};
  CHECK(outcome(kLimiter, {axes, {"app/views.py", "from axes.decorators import x\n"}}) == "pass");
  CHECK(outcome(kLimiter, {axes,
                           {"app/views.py", "import django\n"},
                           {"app/settings.py", "INSTALLED_APPS = [\n 'axes',\n]\n"}}) == "pass");
  CHECK(outcome(kLimiter, {axes, {"app/views.py", "import django\n"}}) == "partial");
}

TEST_CASE("what is loaded or run without an import is used by being declared") {
  const std::pair<std::string, std::string> python{"app.py", "import os\n"};
  CHECK(outcome(kLimiter, {{"requirements.txt", "alembic==1\n"}, python}) == "pass");
  CHECK(outcome(kLimiter, {{"Gemfile", "gem 'rack-attack'\n"}, {"app.rb", "require 'json'\n"}}) == "pass");
  const Files development{{"package.json", R"({"devDependencies": {"express-rate-limit": "7"}})"},
                          {"a.js", "require('express')\n"}};
  CHECK(outcome(kLimiter, development) == "pass");
  CHECK(outcome("{dependency: [express-rate-limit], use: declared}",
                {kManifest, {"a.js", "require('express')\n"}}) == "pass");
}

TEST_CASE("without code of the ecosystem nothing is known about imports, so declared is enough") {
  CHECK(outcome(kLimiter, {kManifest, {"app.py", "import os\n"}}) == "pass");
}

TEST_CASE("other evidence beside an idle dependency is enough") {
  const Files files{kManifest, {"app.js", "const e = require('express'); windowMs = 1\n"}};
  CHECK(outcome("{any: [{dependency: express-rate-limit}, {text: 'windowMs'}]}", files) == "pass");
}
