// SPDX-License-Identifier: Apache-2.0
// A report of an invented web shop, the same on every machine, scored and planned by the real layers: what
// the golden files show. Every outcome, waiver, kind of evidence and corner of the plan occurs in it.
#pragma once
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "plan/plan.h"
#include "report/report.h"
#include "score/scorecard.h"

namespace readiness::report::testing {

using checks::Outcome;
using rulepack::Confidence;
using rulepack::Priority;

/// A verdict with what every one has; the rest is set on what it returns.
inline checks::Verdict a_verdict(std::string id, std::string title, Outcome outcome, Priority priority,
                                 std::pair<double, double> hours, std::string reason) {
  checks::Verdict out{.outcome = outcome, .reason = std::move(reason)};
  out.check.pack = id.substr(0, id.find('.'));
  out.check.id = std::move(id);
  out.check.title = std::move(title);
  out.check.priority = priority;
  out.check.effort = {.min_hours = hours.first, .max_hours = hours.second};
  out.earned = outcome == Outcome::pass || outcome == Outcome::attested ? 1 : 0;
  return out;
}

inline checks::Evidence seen(std::string probe, std::string path, std::uint32_t line, std::string excerpt) {
  return {.probe = std::move(probe),
          .path = std::move(path),
          .line = line,
          .column = 1,
          .excerpt = std::move(excerpt)};
}

inline checks::Finding found(std::string probe, std::string path, std::uint32_t line, std::string excerpt,
                             std::string fingerprint) {
  return {.probe = std::move(probe),
          .path = std::move(path),
          .line = line,
          .column = 5,
          .excerpt = std::move(excerpt),
          .fingerprint = std::move(fingerprint)};
}

inline checks::Receipt searched(std::uint64_t files, std::vector<std::string> probes,
                                std::vector<std::string> patterns, std::vector<std::string> dependencies) {
  return {.probes = std::move(probes),
          .patterns = std::move(patterns),
          .dependencies = std::move(dependencies),
          .files = files};
}

inline checks::Verdict secrets_in_code() {
  auto v = a_verdict("secrets.in-code", "No credentials in the repository", Outcome::fail, Priority::critical,
                     {1, 4}, "3 credentials in 2 files");
  v.check.why = "Whoever can read the repository, its forks or an old laptop can use them.";
  v.check.impact = "Data loss, abuse at our expense";
  v.check.risk = "A leaked key is found by bots within minutes";
  v.tasks = {"Revoke and replace the 3 credentials in `app/settings.py` and `deploy/prod.env`",
             "Read them from the environment or a secrets manager"};
  v.check.update = {"app/settings.py", "deploy/prod.env"};
  v.check.references = {"https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html"};
  v.check.options = {"AWS Secrets Manager", "HashiCorp Vault"};
  v.check.snippet_language = "bash";
  v.check.snippet =
      "aws iam create-access-key --user-name shop\naws iam delete-access-key --access-key-id ID";
  v.findings = {
      found("aws-access-key", "app/settings.py", 41, "AWS_ACCESS_KEY_ID = \"AKIA…[redacted]\"",
            "3f2a9c0d11e87b64"),
      found("aws-secret-key", "app/settings.py", 42, "AWS_SECRET = \"[redacted]\"", "9b1c77e0a4d25f38"),
      found("connection-string", "deploy/prod.env", 3, "DATABASE_URL=postgres://shop:[redacted]@db/shop",
            "c4410ab2d9e6f175")};
  v.findings_total = 3;
  return v;
}

inline checks::Verdict backup_automated() {
  auto v = a_verdict("backup.automated", "Automated database backups", Outcome::fail, Priority::critical,
                     {16, 24}, "no evidence found in 412 files; if it lives elsewhere, attest it");
  v.check.why = "Without a tested backup one bad migration loses the customers' data for good.";
  v.check.after = {"env.documented"};
  v.tasks = {
      "Schedule a dump of PostgreSQL at least daily, with point-in-time recovery where the engine has it",
      "Keep 30 days, in another region than the database"};
  v.check.create = {"scripts/backup.sh", "docs/backup-recovery.md"};
  v.check.references = {"https://www.postgresql.org/docs/current/backup.html"};
  v.receipt = searched(412, {"backup-job"}, {"\\b(pg_dump|mongodump|wal-g|restic)\\b"},
                       {"barman", "django-dbbackup"});
  v.receipt.paths = {"**/backup*"};
  v.receipt.near_misses = {{seen("backup-job", "docs/ops.md", 12, "TODO: write about backups"), "in documentation"}};
  return v;
}

inline checks::Verdict no_prints() {
  auto v = a_verdict("logging.no-print", "No leftover prints in service code", Outcome::partial,
                     Priority::high, {0, 0}, "37 prints in 12 files; up to 5 are allowed");
  v.check.effort = {
      .min_hours = 0.5, .max_hours = 24, .each_min_hours = 0.05, .each_max_hours = 0.1, .by_count = true};
  v.check.confidence = Confidence::lexical;
  v.check.why = "Prints have no level, no time and no request id; nobody finds them at night.";
  v.check.after = {"logging.structured"};
  v.tasks = {"Replace 37 prints by the structured logger"};
  v.earned = 0.36;
  for (std::uint32_t i = 0; i < 12; ++i)
    v.findings.push_back(found("print-call", "app/jobs/export_" + std::to_string(i % 4) + ".py", 10 + 7 * i,
                               "print(\"exporting\", order)", "00000000000000" + std::to_string(10 + i)));
  v.findings_total = 37;
  return v;
}

inline checks::Verdict env_documented() {
  auto v = a_verdict("env.documented", "Every environment variable is documented", Outcome::partial,
                     Priority::medium, {1, 2}, "14 of 19 variables are in .env.example");
  v.check.why = "A variable nobody knows of is found when the deployment fails.";
  v.check.items = "variables";
  v.items = 19, v.items_met = 14, v.earned = 14.0 / 19;
  v.tasks = {"Add the 5 missing variables to `.env.example`, each with one line that says what it is for"};
  v.check.update = {".env.example"};
  v.evidence = {seen("env-template", ".env.example", 1, "DATABASE_URL=")};
  v.evidence_total = 14;
  v.findings = {found("env-read", "app/mail.py", 9, "os.environ[\"SMTP_HOST\"]", "71d0c6bb0e9a4c11"),
                found("env-read", "app/mail.py", 10, "os.environ[\"SMTP_USER\"]", "71d0c6bb0e9a4c12")};
  v.findings[0].captures = {{"name", "SMTP_HOST"}};
  v.findings[1].captures = {{"name", "SMTP_USER"}};
  v.findings_total = 5;
  return v;
}

inline checks::Verdict passing(std::string id, std::string title, Priority priority, std::string reason,
                               std::string path, std::uint32_t line, std::string excerpt) {
  auto v = a_verdict(std::move(id), std::move(title), Outcome::pass, priority, {4, 8}, std::move(reason));
  v.evidence = {seen("found", std::move(path), line, std::move(excerpt))};
  v.evidence_total = 1;
  return v;
}

inline checks::Verdict waived(checks::Verdict verdict, checks::Waiver waiver) {
  verdict.outcome = waiver.expired ? Outcome::fail : Outcome::waived;
  verdict.waiver = std::move(waiver);
  return verdict;
}

inline std::vector<checks::Verdict> failing_sample() {
  auto structured = a_verdict("logging.structured", "Structured logging", Outcome::fail, Priority::high,
                              {4, 8}, "no evidence found in 238 files; if it lives elsewhere, attest it");
  structured.check.why = "Logs that a machine can read are the first thing one needs in an incident.";
  structured.tasks = {"Configure structlog once, at start-up", "Put the request id into every line"};
  structured.receipt = searched(238, {"structured-logger"}, {}, {"structlog", "python-json-logger"});
  auto lint = a_verdict("code.lint-in-ci", "The linter runs in CI", Outcome::fail, Priority::medium, {0.5, 1},
                        "ruff is configured, no CI job runs it");
  lint.tasks = {"Add a `ruff check` step to `.github/workflows/ci.yml`"};
  lint.check.update = {".github/workflows/ci.yml"};
  lint.evidence = {seen("linter-config", "pyproject.toml", 61, "[tool.ruff]")};
  auto todo = a_verdict("code.todo", "Few unfinished places", Outcome::partial, Priority::low, {2, 4},
                        "11 TODO comments, the oldest files first");
  todo.earned = 0.5, todo.findings_total = 11;
  todo.findings = {found("todo", "app/orders.py", 118, "# TODO: refunds", "5a5a5a5a5a5a5a01")};
  auto editor = a_verdict("code.editorconfig", "One style for all editors", Outcome::fail, Priority::low,
                          {0.25, 0.25}, "no .editorconfig");
  editor.check.create = {".editorconfig"};
  auto index = a_verdict("db.indexes", "Foreign keys have indexes", Outcome::partial, Priority::high, {2, 4},
                         "7 of 9 foreign keys have an index");
  index.check.items = "foreign keys", index.items = 9, index.items_met = 7, index.earned = 7.0 / 9;
  index.check.confidence = Confidence::heuristic;
  return {secrets_in_code(),
          env_documented(),
          index,
          backup_automated(),
          structured,
          no_prints(),
          lint,
          todo,
          editor};
}

inline std::vector<checks::Verdict> settled_sample() {
  auto attested =
      a_verdict("backup.restore-tested", "A restore was tried", Outcome::attested, Priority::high, {8, 16},
                "attested by ops@example.org until 2027-01-31: quarterly drill, run book in the wiki");
  attested.attested = checks::Attested{
      .at = "https://wiki.example.org/drill", .by = "ops@example.org", .until = "2027-01-31"};
  auto na = a_verdict("db.mongo-indexes", "Looked-up Mongo fields have indexes", Outcome::not_applicable,
                      Priority::high, {2, 4}, "no MongoDB in this repository");
  auto unknown =
      a_verdict("env.kubernetes", "Variables are set in Kubernetes", Outcome::unknown, Priority::medium,
                {1, 2}, "deploy/chart/templates/app.yaml could not be parsed: a Helm template");
  auto preview =
      a_verdict("code.dead-flags", "No dead feature flags", Outcome::fail, Priority::low, {1, 2}, "2 flags");
  preview.check.preview = true;
  auto locked =
      waived(a_verdict("secrets.default-password", "No default passwords", Outcome::waived,
                       Priority::critical, {1, 2}, "1 default password in tests/fixtures/users.json"),
             {.reason = "test-data",
              .note = "only the fixtures of the login tests",
              .by = "ada",
              .until = "2026-12-31"});
  auto planned = waived(
      a_verdict("audit.log", "Admin actions are recorded", Outcome::waived, Priority::medium, {8, 16},
                "no evidence found in 238 files"),
      {.reason = "planned", .note = "after the move to the new admin", .by = "grace", .until = "2027-03-31"});
  auto expired = waived(a_verdict("db.pooling", "Connections are pooled", Outcome::fail, Priority::medium,
                                  {1, 2}, "the waiver of 2026-06-30 expired; no evidence found in 238 files"),
                        {.reason = "accepted-risk",
                         .note = "one worker",
                         .by = "grace",
                         .until = "2026-06-30",
                         .expired = true});
  return {passing("db.migrations", "Schema changes are migrations", Priority::critical,
                  "Alembic, 23 revisions", "migrations/env.py", 1, "from alembic import context"),
          passing("db.transactions", "Writes happen in transactions", Priority::high, "SQLAlchemy sessions",
                  "app/db.py", 17, "with session.begin():"),
          passing("env.no-dotenv", "No .env file is tracked", Priority::high, "none of 431 paths", "", 0, ""),
          passing("code.types", "Types are checked", Priority::medium, "mypy --strict in CI",
                  ".github/workflows/ci.yml", 22, "- run: mypy --strict app"),
          attested,
          na,
          unknown,
          preview,
          locked,
          planned,
          expired};
}

inline checks::Verdicts sample_verdicts() {
  checks::Verdicts out{
      .packs = {{"secrets", "Secrets", "Credentials stay out of the code.", "Security"},
                {"env", "Environment", "What the service needs to know.", "Backend"},
                {"db", "Database", "Data stays whole and quick.", "Backend"},
                {"backup", "Backups and disaster recovery", "Data survives a bad day.", "DevOps"},
                {"logging", "Logging", "What happened can be read.", "Backend"},
                {"audit", "Audit trail", "Who did what.", ""},
                {"code", "Code quality", "The code can be changed safely.", ""}},
      .traits = {{"service",
                  "Service",
                  "runs and is deployed",
                  true,
                  false,
                  {seen("web-framework", "requirements.txt", 3, "fastapi==0.111.0")}},
                 {"stores-data",
                  "Stores data",
                  "",
                  true,
                  false,
                  {seen("sql-driver", "requirements.txt", 7, "psycopg2-binary==2.9.9")}},
                 {"frontend", "Frontend", "", true, true, {}},
                 {"library", "Library", "", false, false, {}}},
      .verdicts = failing_sample(),
      .ruler = "9f3a61c04be27d58"};
  for (checks::Verdict& verdict : settled_sample()) out.verdicts.push_back(std::move(verdict));
  const auto pack_index = [&](const checks::Verdict& verdict) {
    return std::find_if(out.packs.begin(), out.packs.end(),
                        [&](const auto& pack) { return pack.name == verdict.check.pack; });
  };
  std::stable_sort(out.verdicts.begin(), out.verdicts.end(),
                   [&](const auto& a, const auto& b) { return pack_index(a) < pack_index(b); });
  return out;
}

inline Coverage sample_coverage() {
  Coverage out{.notes = {{false, "config", "`.readiness.toml` is not committed"}}};
  const auto set = [&](facts::Disposition d, std::uint64_t n) {
    out.ledger.files[static_cast<std::size_t>(d)] = n;
  };
  set(facts::Disposition::scanned, 412);
  set(facts::Disposition::binary, 17);
  set(facts::Disposition::too_large, 1);
  set(facts::Disposition::vendored, 1);
  out.ledger.entries = 431;
  out.ledger.bytes_scanned = 3'482'117;
  out.ledger.documents_parsed = 64;
  out.ledger.unparsed = {{"deploy/chart/templates/app.yaml", "a Helm template"}};
  out.skipped = {{"data/prices.csv", "too large"}, {"static/jquery.min.js", "vendored"}};
  return out;
}

/// Scores and plans `report.verdicts`.
inline void settle(Report& report, const plan::Settings& settings = {}) {
  report.scorecard = score::score(report.verdicts, report.weights);
  report.plan = plan::make_plan(report.verdicts, report.weights, settings);
  report.capacity = settings.capacity;
}

inline Report sample_report() {
  Report report{.tool_version = "0.1.0",
                .identity = {.commit = "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
                             .branch = "main",
                             .commit_time = 1'795'219'200,
                             .root = "/home/ada/shop",
                             .mode = "work tree"},
                .as_of = "2026-11-21",
                .project = "shop",
                .target = 80,
                .verdicts = sample_verdicts(),
                .coverage = sample_coverage(),
                .config_notes = {"`frontend` was set by the configuration"}};
  settle(report, {.capacity = {.engineers = 1, .hours_a_week = 30},
                  .codeowners = {{"*.py", {"@shop/backend"}}, {"/deploy/", {"@shop/ops"}}}});
  report.gate = {.fail_under = 70,
                 .fail_on = Priority::critical,
                 .met = false,
                 .reasons = {"the score is below 70", "2 critical checks fail"}};
  return report;
}

/// Nothing found wrong, nothing configured.
/// The sample with a question: what if all of the logging were done?
inline Report what_if_report() {
  Report report = sample_report();
  report.what_if = plan::what_if(report.verdicts, report.weights, {"logging.*", "db.migrations"});
  return report;
}

inline Report clean_report() {
  Report report{.tool_version = "0.1.0", .project = "tiny"};
  report.verdicts.packs = {{"db", "Database", "", ""}};
  report.verdicts.verdicts = {passing("db.migrations", "Schema changes are migrations", Priority::critical,
                                      "Alembic", "migrations/env.py", 1, "from alembic import context")};
  report.coverage.ledger.files[0] = report.coverage.ledger.entries = 1;
  report.coverage.ledger.bytes_scanned = 812;
  settle(report);
  return report;
}

/// An empty folder: no check, no file.
inline Report empty_report() {
  Report report;
  settle(report);
  return report;
}

}  // namespace readiness::report::testing
