// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <catch2/catch.hpp>

using namespace readiness;
using app::parse_config;

namespace {

std::string problems_of(std::string_view text) {
  const auto config = parse_config(text, ".readiness.toml");
  return config.ok() ? "" : base::render(config.errors());
}

rulepack::RuleBook book_with(std::vector<std::string> ids) {
  rulepack::Pack pack{.name = "docs"};
  for (std::string& id : ids) pack.checks.push_back({.id = std::move(id)});
  pack.traits.push_back({.name = "library"});
  rulepack::RuleBook book;
  book.packs.push_back(std::move(pack));
  return book;
}

}  // namespace

TEST_CASE("an empty configuration decides nothing") {
  const auto config = parse_config("# nothing\n", ".readiness.toml");
  REQUIRE(config.ok());
  CHECK_FALSE(config->target);
  CHECK_FALSE(config->fail_under);
  CHECK_FALSE(config->fail_on);
  CHECK(config->waivers.empty());
  CHECK(app::notes_of(*config).empty());
}

TEST_CASE("every key of the configuration is read") {
  const auto config = parse_config(R"(target = 90
exclude = ["third_party/**"]
rules = ["ops/readiness"]

[gate]
fail_under = 60
fail_on = "critical"

[packs]
only = ["docs", "db"]
skip = ["frontend"]

[checks]
skip = ["docs.change*"]

[priorities]
"docs.readme" = "critical"

[traits]
library = false

[capacity]
engineers = 2.5
hours_a_week = 32

[owners]
"docs.*" = "Writers"

[[waive]]
check = "docs.changelog"
reason = "accepted-risk"
note = "internal"
until = "2027-01-31"
by = "ann"

[[waive]]
check = "secrets.*"
path = "fixtures/**"
fingerprint = "0123456789abcdef"
reason = "test-data"

[[attest]]
check = "backup.automated"
path = "infra/backup.tf"
pattern = "retention"
by = "bob"

[[attest]]
check = "backup.restore"
link = "https://wiki.example.org/x"
until = 2027-03-01
)",
                                   ".readiness.toml");
  if (!config.ok()) FAIL(base::render(config.errors()));
  CHECK(config->target == 90);
  CHECK(config->exclude == std::vector<std::string>{"third_party/**"});
  CHECK(config->rules == std::vector<std::string>{"ops/readiness"});
  CHECK(config->fail_under == 60);
  CHECK(config->fail_on == rulepack::Priority::critical);
  CHECK(config->priorities.at("docs.readme") == rulepack::Priority::critical);
  CHECK(config->traits.at("library") == false);
  CHECK(config->capacity.engineers == 2.5);
  CHECK(config->capacity.hours_a_week == 32);
  REQUIRE(config->owners.size() == 1);
  CHECK(config->owners[0] == std::pair<std::string, std::string>("docs.*", "Writers"));
  REQUIRE(config->waivers.size() == 2);
  CHECK(config->waivers[0].waiver.reason == "accepted-risk");
  CHECK(config->waivers[0].waiver.until == "2027-01-31");
  CHECK(config->waivers[1].path == "fixtures/**");
  CHECK(config->waivers[1].fingerprint == "0123456789abcdef");
  REQUIRE(config->attestations.size() == 2);
  CHECK(config->attestations[0].pattern == "retention");
  CHECK(config->attestations[1].until == "2027-03-01");

  const checks::Settings rules = app::rule_settings(*config);
  CHECK(rules.packs == std::vector<std::string>{"docs", "db"});
  CHECK(rules.skip == std::vector<std::string>{"docs.change*", "frontend.*"});
  CHECK(rules.waivers.size() == 2);
  CHECK(rules.attestations.size() == 2);
}

TEST_CASE("an unknown key is shown with its place and the nearest key") {
  CHECK(problems_of("target = 80\n\n[gate]\nfail_undr = 3\n") ==
        ".readiness.toml:4:1: unknown key 'fail_undr' in [gate]\n"
        "    fail_undr = 3\n"
        "    ^~~~~~~~~ did you mean 'fail_under'?\n");
  CHECK(problems_of("[[waive]]\ncheck = \"a.b\"\nreason = \"test-data\"\nuntill = \"2027-01-01\"\n") ==
        ".readiness.toml:4:1: unknown key 'untill' in [[waive]]\n"
        "    untill = \"2027-01-01\"\n"
        "    ^~~~~~ did you mean 'until'?\n");
}

TEST_CASE("all mistakes of a configuration are told at once") {
  const std::string text =
      problems_of("target = 101\nexclude = \"x\"\n[gate]\nfail_on = \"hihg\"\n[traits]\nlibrary = \"no\"\n");
  CHECK(text.find("'target' must be a whole number from 0 to 100") != std::string::npos);
  CHECK(text.find("'exclude' must be a list of strings") != std::string::npos);
  CHECK(text.find("did you mean 'high'?") != std::string::npos);
  CHECK(text.find("trait 'library' must be true or false") != std::string::npos);
}

TEST_CASE("a waiver needs a reason of ours, and an end when a risk is accepted") {
  CHECK(problems_of("[[waive]]\ncheck = \"a.b\"\n").find("[[waive]] needs 'reason'") != std::string::npos);
  CHECK(problems_of("[[waive]]\ncheck = \"a.b\"\nreason = \"because\"\n")
            .find("'reason' cannot be 'because'") != std::string::npos);
  CHECK(problems_of("[[waive]]\ncheck = \"a.b\"\nreason = \"planned\"\n").find("needs 'until'") !=
        std::string::npos);
  CHECK(problems_of("[[waive]]\nreason = \"test-data\"\n").find("[[waive]] needs 'check'") !=
        std::string::npos);
}

TEST_CASE("a unit has a name and a folder of its own inside the repository") {
  const auto config = parse_config("[[unit]]\nname = \"cart\"\npath = \"./src/cart/\"\n", readiness::app::kConfigName);
  REQUIRE(config.ok());
  REQUIRE(config->units.size() == 1);
  CHECK(config->units.front().path == "src/cart");
  CHECK(config->units.front().kind == "named by the configuration");
  CHECK(problems_of("[[unit]]\nname = \"cart\"\n").find("[[unit]] needs 'path'") != std::string::npos);
  CHECK(problems_of("[[unit]]\nname = \"a\"\npath = \"../b\"\n").find("inside the repository") !=
        std::string::npos);
  CHECK(problems_of("[[unit]]\nname = \"a\"\npath = \"b\"\n[[unit]]\nname = \"c\"\npath = \"b/\"\n")
            .find("two units have the folder 'b'") != std::string::npos);
}

TEST_CASE("a team's own words about its roadmap are read, and misspelt ones told") {
  const auto config = parse_config(R"([roadmap]
title = "Shop"
review = "weekly"
success = ["p95 below 300 ms"]
[roadmap.deadlines]
high = "within 2 weeks"
[roadmap.targets]
docs = 70
[[roadmap.risk]]
risk = "keys arrive late"
)",
                                   readiness::app::kConfigName);
  REQUIRE(config.ok());
  CHECK(config->own_words.title == "Shop");
  CHECK(config->own_words.review == "weekly");
  CHECK(config->own_words.success == std::vector<std::string>{"p95 below 300 ms"});
  CHECK(config->own_words.deadlines[1] == "within 2 weeks");
  CHECK(config->own_words.targets == std::vector<std::pair<std::string, int>>{{"docs", 70}});
  REQUIRE(config->own_words.risks.size() == 1);
  CHECK(config->own_words.risks[0].first == "keys arrive late");
  REQUIRE(config->names.size() == 1);
  CHECK(config->names[0].kind == readiness::app::RuleName::Kind::pack);
  CHECK(problems_of("[roadmap]\nreview = \"wekly\"\n").find("did you mean 'weekly'?") != std::string::npos);
  CHECK(problems_of("[roadmap]\nstge = \"x\"\n").find("did you mean 'stage'?") != std::string::npos);
  CHECK(problems_of("[roadmap.deadlines]\nhihg = \"x\"\n").find("did you mean 'high'?") != std::string::npos);
  CHECK(problems_of("[roadmap.targets]\ndocs = 101\n").find("from 0 to 100") != std::string::npos);
  CHECK(problems_of("[[roadmap.risk]]\nmitigation = \"x\"\n").find("needs 'risk'") != std::string::npos);
}

TEST_CASE("an attestation names either a place or a link, and a link ends") {
  CHECK(problems_of("[[attest]]\ncheck = \"a.b\"\n").find("needs its evidence") != std::string::npos);
  CHECK(problems_of("[[attest]]\ncheck = \"a.b\"\npath = \"x\"\nlink = \"y\"\n").find("needs its evidence") !=
        std::string::npos);
  CHECK(problems_of("[[attest]]\ncheck = \"a.b\"\nlink = \"https://x.example\"\n").find("needs 'until'") !=
        std::string::npos);
}

TEST_CASE("a configuration cannot name packs outside its repository") {
  for (const char* folder : {"/etc", "..", "../other", "a/../../b", "a/.."}) {
    INFO(folder);
    CHECK(problems_of(std::string("rules = [\"") + folder + "\"]\n").find("inside the repository") !=
          std::string::npos);
  }
  CHECK(problems_of("rules = [\"a..b/c\"]\n").empty());
}

TEST_CASE("a configuration that is no TOML or too large is refused with its place") {
  CHECK(problems_of("target = \n").find(".readiness.toml:1:") == 0);
  CHECK(problems_of(std::string(app::kMaxConfigBytes + 1, '#')).find("more than 64 KiB") !=
        std::string::npos);
}

TEST_CASE("names that no rule has are errors at their place in the configuration") {
  const auto config = parse_config(
      "[traits]\nlibary = true\n[priorities]\n\"docs.readmee\" = \"low\"\n[packs]\nskip = [\"dcs\"]\n"
      "[checks]\nskip = [\"docs.r*\"]\n",
      ".readiness.toml");
  REQUIRE(config.ok());
  CHECK(base::render(app::unknown_names(*config, book_with({"docs.readme"}))) ==
        ".readiness.toml:6:9: unknown pack 'dcs'\n"
        "    skip = [\"dcs\"]\n"
        "            ^~~ did you mean 'docs'?\n"
        ".readiness.toml:4:1: unknown check 'docs.readmee'\n"
        "    \"docs.readmee\" = \"low\"\n"
        "    ^~~~~~~~~~~~ did you mean 'docs.readme'?\n"
        ".readiness.toml:2:1: unknown trait 'libary'\n"
        "    libary = true\n"
        "    ^~~~~~ did you mean 'library'?\n");
}

TEST_CASE("what a configuration switches off is told") {
  const auto config =
      parse_config("exclude = [\"a/**\"]\n[packs]\nskip = [\"docs\"]\n[traits]\nlibrary = true\n", "c.toml");
  REQUIRE(config.ok());
  CHECK(app::notes_of(*config) ==
        std::vector<std::string>{"excludes a/**", "without the packs docs", "trait library set to true"});
}

TEST_CASE("a date is a day that exists") {
  CHECK(app::is_date("2027-01-31"));
  CHECK(app::is_date("2028-02-29"));
  for (const char* text :
       {"2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027/01/01", "", "2027-01-31T", "2027--1-1"}) {
    INFO(text);
    CHECK_FALSE(app::is_date(text));
  }
}
