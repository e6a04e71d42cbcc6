// SPDX-License-Identifier: Apache-2.0
// What was typed, word for word: no meaning yet. cli.cpp fills it in, settings.cpp gives it meaning.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace readiness::app {

struct AuditOptions {
  std::string path = ".";
  std::string revision{};
  bool staged = false;
  bool no_git = false;
  std::string compare_to{};  ///< a revision, or a JSON report (its name ends in .json)
  bool no_regress = false;
  std::string since{};
  std::string trend{};  ///< "commit", "day", "week", "month", "tag"; empty = none
  std::optional<int> fail_under{};
  std::string fail_on{};
  std::vector<std::string> only{}, skip{};
  std::vector<std::string> rules{};
  bool without_built_in = false;
  std::string config{};
  std::string config_from{};
  bool untrusted = false;       ///< the audited tree's own policy may only tighten
  bool without_config = false;  ///< not on the command line: `init` must not read what it is about to write
  std::optional<int> jobs{};
  std::vector<std::string> formats{};             ///< "F" or "F=FILE"
  std::optional<std::string> allow_incomplete{};  ///< reasons with commas; empty = any
  std::string as_of{};
  std::string engine = "fast";
  std::string color = "auto";
  std::optional<int> width{};
  std::string max_file_size{};
  std::string timeout{};  ///< "90s", "10min"; empty = the default
  std::vector<std::string> what_if{};  ///< ids and globs, with commas
  bool quiet = false;
  bool verbose = false;
  bool stats = false;
  bool explain_score = false;
};

struct VerifyOptions {
  AuditOptions audit{};              ///< what the claims are held against
  std::vector<std::string> files{};  ///< roadmaps
  std::vector<std::string> formats{};
  bool write = false;
  bool strict = false;
};

enum class RulesAction { list, show, test, lint, docs };

struct RulesOptions {
  RulesAction action = RulesAction::list;
  std::vector<std::string> arguments{};  ///< show: ids; test, lint: files or folders; docs: the folder
  std::string repository = ".";          ///< show traits: whose
  bool check = false;                    ///< docs: write nothing, say what is out of date
  std::vector<std::string> only{};
  std::vector<std::string> rules{};
};

struct InitOptions {
  std::string path = ".";
  bool force = false;
  bool no_git = false;
};

struct CompareOptions {
  std::string before{}, after{};  ///< revisions, or JSON reports
  AuditOptions audit{};           ///< how the revisions are audited; its formats stay empty
  std::vector<std::string> formats{};
};

struct TrendOptions {
  std::string every = "week";
  int last = 30;
  AuditOptions audit{};  ///< its revision is the newest commit; its formats stay empty
  std::vector<std::string> formats{};
};

struct HookOptions {
  std::string path = ".";
};

struct VersionOptions {};

using Options = std::variant<AuditOptions, VerifyOptions, RulesOptions, InitOptions, CompareOptions,
                             TrendOptions, HookOptions, VersionOptions>;

}  // namespace readiness::app
