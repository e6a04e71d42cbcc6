// SPDX-License-Identifier: Apache-2.0
#include "app/cli.h"

#include <catch2/catch.hpp>

using namespace readiness::app;

namespace {

AuditOptions audit(std::vector<std::string> words) {
  words.insert(words.begin(), "audit");
  const auto parsed = parse_command_line(words);
  if (const auto* reply = std::get_if<Reply>(&parsed)) FAIL(reply->error);
  return std::get<AuditOptions>(std::get<Options>(parsed));
}

Reply reply(const std::vector<std::string>& words) {
  const auto parsed = parse_command_line(words);
  REQUIRE(std::holds_alternative<Reply>(parsed));
  return std::get<Reply>(parsed);
}

}  // namespace

TEST_CASE("audit without words is the work tree here") {
  const AuditOptions o = audit({});
  CHECK(o.path == ".");
  CHECK(o.revision.empty());
  CHECK_FALSE(o.staged);
  CHECK_FALSE(o.fail_under);
  CHECK_FALSE(o.allow_incomplete);
}

TEST_CASE("every option of audit arrives as it was typed") {
  const AuditOptions o = audit({"--rev",
                                "v1",
                                "--fail-under",
                                "60",
                                "--fail-on=high",
                                "--only",
                                "db.*",
                                "--only",
                                "env.*",
                                "--skip",
                                "docs.*",
                                "--format",
                                "json=a=b",
                                "-f",
                                "markdown",
                                "--rules",
                                "packs",
                                "--config",
                                "c.toml",
                                "-j",
                                "3",
                                "--as-of",
                                "2027-01-01",
                                "--engine",
                                "reference",
                                "--color=never",
                                "--width",
                                "100",
                                "--quiet",
                                "--verbose",
                                "--stats",
                                "--explain-score",
                                "--max-file-size",
                                "1MB",
                                "some/folder"});
  CHECK(o.revision == "v1");
  CHECK(o.fail_under == 60);
  CHECK(o.fail_on == "high");
  CHECK(o.only == std::vector<std::string>{"db.*", "env.*"});
  CHECK(o.skip == std::vector<std::string>{"docs.*"});
  CHECK(o.formats == std::vector<std::string>{"json=a=b", "markdown"});
  CHECK(o.rules == std::vector<std::string>{"packs"});
  CHECK(o.config == "c.toml");
  CHECK(o.jobs == 3);
  CHECK(o.as_of == "2027-01-01");
  CHECK(o.engine == "reference");
  CHECK(o.color == "never");
  CHECK(o.width == 100);
  CHECK((o.quiet && o.verbose && o.stats && o.explain_score));
  CHECK(o.max_file_size == "1MB");
  CHECK(o.path == "some/folder");
}

TEST_CASE("an option that is repeated does not swallow the path") {
  const AuditOptions o = audit({"--format", "json", "somewhere"});
  CHECK(o.formats == std::vector<std::string>{"json"});
  CHECK(o.path == "somewhere");
}

TEST_CASE("--allow-incomplete means any reason unless it names some, and never eats the path") {
  CHECK(audit({"--allow-incomplete", "x"}).allow_incomplete == "any");
  CHECK(audit({"--allow-incomplete", "x"}).path == "x");
  CHECK(audit({"--allow-incomplete=shallow,unreadable"}).allow_incomplete == "shallow,unreadable");
}

TEST_CASE("a mistyped option or command is told with the nearest one") {
  CHECK(reply({"audit", "--fail-undr", "60"}).error ==
        "readiness: unknown option '--fail-undr'\n    did you mean '--fail-under'?\n");
  CHECK(reply({"audit", "--formt=json"}).error ==
        "readiness: unknown option '--formt'\n    did you mean '--format'?\n");
  CHECK(reply({"adit"}).error == "readiness: unknown command 'adit'\n    did you mean 'audit'?\n");
  CHECK(reply({"rules", "lsit"}).error == "readiness: unknown command 'lsit'\n    did you mean 'list'?\n");
  CHECK(reply({"audit", "a", "b"}).error ==
        "readiness: unexpected argument 'b'\n    see readiness audit --help\n");
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"audit", "--nope"}, {"adit"}, {"rules", "x"}, {}, {"rules"}})
    CHECK(reply(words).code == ExitCode::usage);
}

TEST_CASE("a value of the wrong kind is an error that names the option") {
  const Reply r = reply({"audit", "--fail-under", "many"});
  CHECK(r.code == ExitCode::usage);
  CHECK(r.error.find("--fail-under") != std::string::npos);
  CHECK(reply({"audit", "--rev"}).code == ExitCode::usage);
}

TEST_CASE("help goes to standard output and is no error") {
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"--help"}, {"audit", "--help"}, {"rules", "test", "-h"}}) {
    const Reply r = reply(words);
    CHECK(r.code == ExitCode::ok);
    CHECK(r.error.empty());
    CHECK(r.out.find("Usage: readiness") != std::string::npos);
  }
}

TEST_CASE("rules and init take their words") {
  const auto rules = parse_command_line({"rules", "test", "a.yaml", "b", "--only", "x.*"});
  const auto& r = std::get<RulesOptions>(std::get<Options>(rules));
  CHECK(r.action == RulesAction::test);
  CHECK(r.arguments == std::vector<std::string>{"a.yaml", "b"});
  CHECK(r.only == std::vector<std::string>{"x.*"});
  const auto init = parse_command_line({"init", "--force", "there"});
  CHECK(std::get<InitOptions>(std::get<Options>(init)).force);
  CHECK(std::get<InitOptions>(std::get<Options>(init)).path == "there");
  CHECK(std::holds_alternative<VersionOptions>(std::get<Options>(parse_command_line({"--version"}))));
}

TEST_CASE("compare and trend have words of their own") {
  const auto parsed =
      parse_command_line({"compare", "v1", "report.json", "sub", "--no-regress", "-f", "json"});
  REQUIRE(std::holds_alternative<Options>(parsed));
  const auto compare = std::get<CompareOptions>(std::get<Options>(parsed));
  CHECK(compare.before == "v1");
  CHECK(compare.after == "report.json");
  CHECK(compare.audit.path == "sub");
  CHECK(compare.audit.no_regress);
  CHECK(compare.formats == std::vector<std::string>{"json"});
  CHECK(compare.audit.formats.empty());
  const auto line = parse_command_line({"trend", "--every", "tag", "--last", "7", "--rev", "main"});
  REQUIRE(std::holds_alternative<Options>(line));
  const auto trend = std::get<TrendOptions>(std::get<Options>(line));
  CHECK(trend.every == "tag");
  CHECK(trend.last == 7);
  CHECK(trend.audit.revision == "main");
  CHECK(reply({"compare", "v1"}).code == ExitCode::usage);
  const AuditOptions o = audit({"--compare-to", "main", "--no-regress", "--since", "HEAD~2"});
  CHECK(o.compare_to == "main");
  CHECK(o.no_regress);
  CHECK(o.since == "HEAD~2");
}
