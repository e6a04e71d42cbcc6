// SPDX-License-Identifier: Apache-2.0
#include "facts/manifest/import_names.h"

#include <algorithm>
#include <array>

#include "base/glob.h"
#include "base/text.h"

namespace readiness::facts::manifest {
namespace {

// npm packages that are run, preloaded, or named in somebody else's configuration.
constexpr std::array kNpmUnimported{
    "*eslint*",
    "*prettier*",
    "*stylelint*",
    "*babel*",
    "*webpack*",
    "*loader",
    "*plugin*",
    "*preset*",
    "*-cli",
    "@*/cli",
    "@types/*",
    "typescript",
    "tslint",
    "tslib",
    "xo",
    "standard",
    "jshint",
    "oxlint",
    "@biomejs/*",
    "husky",
    "lint-staged",
    "lefthook",
    "simple-git-hooks",
    "pre-commit",
    "nyc",
    "c8",
    "istanbul*",
    "@vitest/*",
    "vitest*",
    "jest*",
    "mocha",
    "cypress",
    "@playwright/*",
    "playwright*",
    "nightwatch",
    "testcafe",
    "webdriverio",
    "@wdio/*",
    "k6",
    "artillery*",
    "autocannon",
    "loadtest",
    "clinic",
    "drizzle-kit",
    "prisma",
    "node-pg-migrate",
    "db-migrate*",
    "postgrator*",
    "kysely-ctl",
    "migrate-mongo",
    "graphile-migrate",
    "umzug",
    "ley",
    "pg",
    "pg-native",
    "mysql",
    "mysql2",
    "mariadb",
    "sqlite3",
    "better-sqlite3",
    "tedious",
    "oracledb",
    "pino-pretty",
    "pino-*-transport",
    "next-logger",
    "newrelic",
    "dd-trace",
    "elastic-apm-node",
    "@opentelemetry/auto-instrumentations*",
    "@appsignal/*",
    "@sentry/*",
    "nuxt*",
    "@nuxt*",
    "@nuxtjs/*",
    "*-nuxt",
    "gatsby*",
    "pm2",
    "nodemon",
    "ts-node*",
    "tsx",
    "concurrently",
    "doppler*",
    "@dopplerhq/*",
    "infisical*",
    "dotenv-cli",
    "env-cmd",
    "swagger-cli",
    "redoc*",
    "tsoa",
    "@strapi/*",
    "@medusajs/*",
    "@adonisjs/*",
    "sails*",
    "semantic-release*",
    "@changesets/*",
    "@vercel/*",
    "bullmq-*",
};

// PyPI distributions that are run, loaded through an entry point, or chosen by a name in a URL or a list of
// settings.
constexpr std::array kPypiUnimported{
    "gunicorn",
    "uvicorn*",
    "hypercorn",
    "daphne",
    "granian",
    "waitress",
    "uwsgi",
    "supervisor",
    "honcho",
    "newrelic",
    "ddtrace",
    "scout-apm",
    "elastic-apm",
    "opentelemetry-distro",
    "opentelemetry-instrumentation*",
    "psycopg*",
    "asyncpg",
    "aiosqlite",
    "mysqlclient",
    "pymysql",
    "aiomysql",
    "pg8000",
    "pyodbc",
    "cx-oracle",
    "oracledb",
    "asyncmy",
    "django-redis",
    "alembic",
    "yoyo-migrations",
    "aerich",
    "piccolo",
    "flask-migrate",
    "pytest*",
    "coverage",
    "tox",
    "nox",
    "pre-commit",
    "black",
    "ruff",
    "flake8*",
    "pylint*",
    "mypy*",
    "bandit",
    "isort",
    "locust*",
    "molotov",
    "types-*",
    "*-stubs",
    "whitenoise",
    "sqlfluff",
    "bcrypt",
    "argon2-cffi*",
    "email-validator",
    "python-multipart",
    "doppler*",
    "infisical*",
    "cyclonedx*",
    "pip-*",
    "setuptools*",
    "wheel",
    "poetry*",
    "mkdocs*",
    "sphinx*",
};

struct Irregular {
  std::string_view package, module;
};
// Sorted. Distributions whose module has another name than the rules below would give.
constexpr std::array kIrregular{
    Irregular{"attrs", "attr"},
    Irregular{"azure-identity", "azure"},
    Irregular{"beautifulsoup4", "bs4"},
    Irregular{"django-easy-audit", "easyaudit"},
    Irregular{"djangorestframework", "rest_framework"},
    Irregular{"elastic-apm", "elasticapm"},
    Irregular{"email-validator", "email_validator"},
    Irregular{"google-cloud-secret-manager", "google.cloud.secretmanager"},
    Irregular{"infisical-python", "infisical_client"},
    Irregular{"mongodb-migrations", "mongodb_migrations"},
    Irregular{"opencv-python", "cv2"},
    Irregular{"pillow", "pil"},
    Irregular{"pycryptodome", "crypto"},
    Irregular{"pyjwt", "jwt"},
    Irregular{"pyopenssl", "openssl"},
    Irregular{"python-json-logger", "pythonjsonlogger"},
    Irregular{"pyyaml", "yaml"},
    Irregular{"sentry-sdk", "sentry_sdk"},
};
static_assert(std::is_sorted(kIrregular.begin(), kIrregular.end(),
                             [](const Irregular& a, const Irregular& b) { return a.package < b.package; }));

// Their distributions share one top-level module.
constexpr std::array<std::string_view, 7> kNamespaces{"azure",  "google", "opentelemetry", "zope",
                                                      "ruamel", "jaraco", "backports"};
constexpr std::array<std::string_view, 4> kPrefixes{"python_", "django_", "py_", "py"};
constexpr std::array<std::string_view, 8> kSuffixes{"_python", "_python3", "_py",     "_sdk",
                                                    "_client", "_cffi",    "_binary", "3"};

std::vector<std::string> python_names(const std::string& package) {
  std::string module = package;
  std::replace(module.begin(), module.end(), '-', '_');
  std::replace(module.begin(), module.end(), '.', '_');
  std::vector<std::string> out{module};
  std::string dotted = module;
  std::replace(dotted.begin(), dotted.end(), '_', '.');
  if (dotted != module) out.push_back(dotted);
  for (const std::string_view prefix : kPrefixes)
    if (module.starts_with(prefix) && module.size() > prefix.size())
      out.push_back(module.substr(prefix.size()));
  for (const std::string_view suffix : kSuffixes)
    if (module.ends_with(suffix) && module.size() > suffix.size())
      out.push_back(module.substr(0, module.size() - suffix.size()));
  const std::string first = module.substr(0, module.find('_'));
  if (std::find(kNamespaces.begin(), kNamespaces.end(), first) != kNamespaces.end()) out.push_back(first);
  for (const Irregular& row : kIrregular)
    if (row.package == package) out.emplace_back(row.module);
  return out;
}

}  // namespace

bool is_imported_by_name(std::string_view ecosystem) { return ecosystem == "npm" || ecosystem == "pypi"; }

std::vector<std::string> import_names(std::string_view ecosystem, std::string_view package) {
  const std::string name = base::lower(package);
  return ecosystem == "pypi" ? python_names(name) : std::vector<std::string>{name};
}

bool works_unimported(std::string_view ecosystem, std::string_view package) {
  const auto named = [&](const char* glob) { return base::name_matches(glob, package); };
  if (ecosystem == "npm") return std::any_of(kNpmUnimported.begin(), kNpmUnimported.end(), named);
  return ecosystem == "pypi" && std::any_of(kPypiUnimported.begin(), kPypiUnimported.end(), named);
}

}  // namespace readiness::facts::manifest
