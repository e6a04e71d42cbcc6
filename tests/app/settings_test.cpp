// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include <catch2/catch.hpp>

using namespace readiness;
using app::AuditOptions;
using app::Environment;

namespace {

std::string problems_of(const AuditOptions& options) {
  const auto settings = app::resolve(options, Environment{});
  return settings.ok() ? "" : base::render(settings.errors());
}

app::AuditSettings resolved(const AuditOptions& options, const Environment& environment = {}) {
  auto settings = app::resolve(options, environment);
  if (!settings.ok()) FAIL(base::render(settings.errors()));
  return std::move(settings).value();
}

}  // namespace

TEST_CASE("values that make no sense are refused, all at once") {
  const std::string text = problems_of({.revision = "x",
                                        .staged = true,
                                        .fail_under = 101,
                                        .fail_on = "hig",
                                        .jobs = 0,
                                        .formats = {"jsn", "json="},
                                        .as_of = "tomorrow",
                                        .engine = "fst",
                                        .color = "yes",
                                        .width = 3,
                                        .max_file_size = "huge"});
  for (const char* part :
       {"only one of them", "--fail-under", "did you mean 'high'?", "--jobs", "did you mean 'json'?",
        "names no file", "--as-of", "did you mean 'fast'?", "--color", "--width", "--max-file-size"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("one report a place") {
  CHECK(problems_of({.formats = {"json", "terminal"}}).find("share standard output") != std::string::npos);
  CHECK(problems_of({.formats = {"json=a", "terminal=a"}}).find("share the file a") != std::string::npos);
  for (const char* format : {"json=.git/config", "json=sub/.git/hooks/pre-commit"})
    CHECK(problems_of({.formats = {format}}).find("lies in a .git folder") != std::string::npos);
  CHECK_FALSE(problems_of({.formats = {"json=.github/report.json"}}).find(".git folder") != std::string::npos);
  const auto settings = resolved({.formats = {"terminal", "json=out/report.json"}});
  REQUIRE(settings.targets.size() == 2);
  CHECK(settings.targets[0].file.empty());
  CHECK(settings.targets[1].file == "out/report.json");
  CHECK(settings.targets[1].format->name == "json");
}

TEST_CASE("colour follows the terminal unless it is told otherwise") {
  const Environment terminal{.stdout_is_terminal = true, .columns = 120};
  const Environment quiet_terminal{.stdout_is_terminal = true, .no_color = true};
  CHECK(resolved({}, terminal).render.colour);
  CHECK(resolved({}, terminal).render.width == 120);
  CHECK_FALSE(resolved({}, quiet_terminal).render.colour);
  CHECK_FALSE(resolved({}).render.colour);
  CHECK(resolved({}).render.width == 80);
  CHECK(resolved({.color = "always"}).render.colour);
  CHECK_FALSE(resolved({.color = "never"}, terminal).render.colour);
}

TEST_CASE("the command line wins over the configuration, and lists are joined") {
  app::Config config{.file = ".readiness.toml", .fail_under = 50, .fail_on = rulepack::Priority::high};
  config.skip_checks = {"a.*"};
  config.capacity = {.engineers = 3, .hours_a_week = 20};
  const auto settings =
      app::with_config(resolved({.fail_under = 70, .skip = {"b.*"}}), config, Environment{});
  REQUIRE(settings.ok());
  CHECK(settings->fail_under == 70);
  CHECK(settings->fail_on == rulepack::Priority::high);
  CHECK(settings->rules.skip == std::vector<std::string>{"a.*", "b.*"});
  CHECK(settings->plan.capacity.engineers == 3);
}

TEST_CASE("in CI a tree's own configuration is named as the policy") {
  const app::Config config{.file = ".readiness.toml"};
  const auto in_ci = app::with_config(resolved({}), config, Environment{.ci = true});
  REQUIRE(in_ci.ok());
  REQUIRE(in_ci->notes.size() == 1);
  CHECK(in_ci->notes[0].find("the audited tree's own .readiness.toml") != std::string::npos);
  CHECK(app::with_config(resolved({.config_from = "main"}), config, Environment{.ci = true})->notes.empty());
  CHECK(app::with_config(resolved({}), config, Environment{})->notes.empty());
}

TEST_CASE("named reasons are tolerated, others are not") {
  const auto some = resolved({.allow_incomplete = "shallow, unreadable"});
  CHECK(some.tolerance.allows("shallow"));
  CHECK(some.tolerance.allows("unreadable"));
  CHECK_FALSE(some.tolerance.allows("corrupt"));
  CHECK(resolved({.allow_incomplete = "any"}).tolerance.allows("corrupt"));
  CHECK_FALSE(resolved({}).tolerance.allows("shallow"));
}

TEST_CASE("--no-regress needs another side, and --since a gate of its own") {
  CHECK(problems_of({.no_regress = true}).find("--compare-to origin/main") != std::string::npos);
  CHECK(problems_of({.compare_to = "main", .no_regress = true}).empty());
  CHECK(problems_of({.staged = true, .since = "main"}).find("--since") != std::string::npos);
  CHECK(problems_of({.since = "main", .fail_under = 60}).find("nothing but new findings") !=
        std::string::npos);
  app::Config config;
  config.fail_under = 60;
  CHECK_FALSE(app::with_config(resolved({.since = "main"}), config, {})->fail_under);
  CHECK(app::with_config(resolved({}), config, {})->fail_under == 60);
}
