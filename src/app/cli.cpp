// SPDX-License-Identifier: Apache-2.0
// One function a subcommand. Unknown words are collected rather than thrown, so that the nearest option can
// be named.
#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "app/completion.h"
#include "base/diagnostic.h"
#include "base/nearest.h"
#include "base/text.h"
#include "report/report.h"

namespace readiness::app {
namespace {

constexpr const char* kFooter =
    "exit status: 0 audited, gate met or none set; 1 gate missed; 2 nothing was audited (usage, "
    "configuration, rules);\n"
    "             3 incomplete, something could not be read; 4 internal error\n";

CLI::Option* list(CLI::App& app, const std::string& name, std::vector<std::string>& into,
                  const std::string& about) {
  return app.add_option(name, into, about)->allow_extra_args(false)->take_all();
}

void add_selection(CLI::App& app, AuditOptions& o) {
  app.add_option("PATH", o.path, "the repository")->capture_default_str();
  app.add_option("--rev", o.revision, "audit this revision's tree instead of the work tree")
      ->type_name("REV");
  app.add_flag("--staged", o.staged,
               "audit what is staged; only what the change brings in can fail the gate");
  app.add_flag("--no-git", o.no_git, "audit a plain folder");
}

void add_policy(CLI::App& app, AuditOptions& o) {
  list(app, "--only", o.only, "only checks whose id matches (repeatable)")->type_name("GLOB");
  list(app, "--skip", o.skip, "no checks whose id matches (repeatable)")->type_name("GLOB");
  list(app, "--rules", o.rules, "more packs: a file or a folder (repeatable)")->type_name("PATH");
  app.add_flag("--no-built-in", o.without_built_in, "no packs but those of --rules and of the configuration");
  app.add_option("--config", o.config, "configuration instead of PATH/.readiness.toml")->type_name("FILE");
  app.add_option("--config-from", o.config_from, "configuration as it is in this revision")->type_name("REV");
  app.add_flag("--untrusted", o.untrusted,
               "the audited tree's own configuration and comments may only tighten the gate");
  app.add_option("--max-file-size", o.max_file_size, "do not read files larger than this (16MB)")
      ->type_name("SIZE");
}

void add_timeout(CLI::App& app, AuditOptions& o) {
  app.add_option("--timeout", o.timeout, "then report what was read (10min; 0: no limit)")->type_name("TIME");
}

void add_gate(CLI::App& app, AuditOptions& o) {
  app.add_option("--fail-under", o.fail_under, "exit 1 when the score is lower")->type_name("POINTS");
  app.add_option("--fail-on", o.fail_on, "exit 1 when a check of this or a higher priority fails")
      ->type_name("PRIORITY");
  app.add_option("--compare-to", o.compare_to,
                 "what changed since this revision, or since the report in this .json file")
      ->type_name("REV|FILE.json");
  app.add_flag("--no-regress", o.no_regress, "exit 1 when a check got worse since --compare-to");
  app.add_option("--since", o.since,
                 "only findings on lines changed since the merge base with REV can fail the gate")
      ->type_name("REV");
}

void add_tolerance(CLI::App& app, AuditOptions& o) {
  app.add_flag("--allow-incomplete{any}", o.allow_incomplete,
               "exit 0 although something could not be read; =REASON,… for some");
  app.add_option("--as-of", o.as_of, "the date that waivers are held against (the commit's)")
      ->type_name("DATE");
  add_timeout(app, o);
}

std::string report_formats() {
  std::string names;
  for (const report::Format& format : report::formats()) (names += names.empty() ? "" : ", ") += format.name;
  return names;
}

void add_formats(CLI::App& app, std::vector<std::string>& formats, const std::string& names) {
  list(app, "--format,-f", formats, names + "; =FILE writes it there (repeatable)")->type_name("F[=FILE]");
}

void add_output(CLI::App& app, AuditOptions& o) {
  app.add_flag("-q,--quiet", o.quiet, "no report, only the exit status");
  app.add_flag("-v,--verbose", o.verbose, "everything that is known about each check");
  list(app, "--what-if", o.what_if, "the score if these checks passed (repeatable)")->type_name("ID,ID…");
  app.add_flag("--stats", o.stats, "what took how long, on standard error");
  app.add_option("--color", o.color, "auto, always or never")->capture_default_str()->type_name("WHEN");
  app.add_option("--width", o.width, "columns of the terminal report")->type_name("COLUMNS");
  app.add_option("--jobs,-j", o.jobs, "threads")->type_name("N");
  app.add_option("--engine", o.engine, "fast, or reference: PCRE2 alone, to compare")
      ->capture_default_str()
      ->type_name("NAME");
}

CLI::App* add_audit(CLI::App& root, AuditOptions& o) {
  CLI::App* app = root.add_subcommand("audit", "audit a repository: score, blockers, plan");
  add_selection(*app, o);
  add_policy(*app, o);
  add_gate(*app, o);
  add_tolerance(*app, o);
  add_formats(*app, o.formats, report_formats());
  add_output(*app, o);
  app->add_option("--trend", o.trend,
                  "draw the score over time: one sample a commit, day, week, month or tag")
      ->type_name("STEP");
  app->add_flag("--explain-score", o.explain_score, "print the sum behind the score");
  app->footer(kFooter);
  return app;
}

CLI::App* add_compare(CLI::App& root, CompareOptions& o) {
  CLI::App* app =
      root.add_subcommand("compare", "what got better and worse between two revisions or JSON reports");
  app->add_option("A", o.before, "the older side: a revision, or FILE.json")->required();
  app->add_option("B", o.after, "the newer side: a revision, or FILE.json")->required();
  app->add_option("PATH", o.audit.path, "the repository")->capture_default_str();
  app->add_flag("--no-regress", o.audit.no_regress, "exit 1 when a check got worse");
  add_policy(*app, o.audit);
  add_tolerance(*app, o.audit);
  add_formats(*app, o.formats, report_formats());
  add_output(*app, o.audit);
  app->footer(kFooter);
  return app;
}

CLI::App* add_trend(CLI::App& root, TrendOptions& o) {
  CLI::App* app = root.add_subcommand("trend", "the score along the history, under today's rules");
  app->add_option("PATH", o.audit.path, "the repository")->capture_default_str();
  app->add_option("--every", o.every, "one sample a commit, day, week, month or tag")
      ->capture_default_str()
      ->type_name("STEP");
  app->add_option("--last", o.last, "how many samples, counted from the newest")
      ->capture_default_str()
      ->type_name("N");
  app->add_option("--rev", o.audit.revision, "the newest commit (HEAD)")->type_name("REV");
  add_policy(*app, o.audit);
  add_tolerance(*app, o.audit);
  add_formats(*app, o.formats, "terminal, csv, json or svg");
  add_output(*app, o.audit);
  app->footer(kFooter);
  return app;
}

CLI::App* add_verify(CLI::App& root, VerifyOptions& o) {
  CLI::App* app = root.add_subcommand("verify", "hold roadmaps that people wrote against the repository");
  app->add_option("FILE", o.files, "Markdown files")->required();
  app->add_option("--repo", o.audit.path, "the repository")->capture_default_str()->type_name("PATH");
  app->add_option("--rev", o.audit.revision, "this revision's tree instead of the work tree")
      ->type_name("REV");
  app->add_flag("--no-git", o.audit.no_git, "a plain folder");
  app->add_flag("--write", o.write,
                "tick the open boxes whose work is proven; no other byte of the file changes");
  app->add_flag("--strict", o.strict,
                "exit 1 also for what is open in the roadmap and done in the repository");
  list(*app, "--rules", o.audit.rules, "more packs: a file or a folder (repeatable)")->type_name("PATH");
  app->add_option("--config", o.audit.config, "configuration instead of .readiness.toml")->type_name("FILE");
  app->add_option("--config-from", o.audit.config_from, "configuration as it is in this revision")
      ->type_name("REV");
  app->add_flag("--untrusted", o.audit.untrusted,
                "the audited tree's own configuration and comments may only tighten the gate");
  app->add_flag("--allow-incomplete{any}", o.audit.allow_incomplete,
                "exit 0 although something could not be read; =REASON,… for some");
  app->add_option("--as-of", o.audit.as_of, "the date that attestations are held against (the commit's)")
      ->type_name("DATE");
  add_timeout(*app, o.audit);
  list(*app, "--format,-f", o.formats, "terminal, markdown, html or json; =FILE writes it there (repeatable)")
      ->type_name("F[=FILE]");
  app->add_flag("-q,--quiet", o.audit.quiet, "no report, only the exit status");
  app->add_flag("-v,--verbose", o.audit.verbose,
                "every claim, also proven ones and those that files cannot show");
  app->add_option("--color", o.audit.color, "auto, always or never")
      ->capture_default_str()
      ->type_name("WHEN");
  app->add_option("--width", o.audit.width, "columns of the terminal report")->type_name("COLUMNS");
  app->add_option("--jobs,-j", o.audit.jobs, "threads")->type_name("N");
  app->footer(
      "exit status: 0 no false claim; 1 something is said to be done and is not shown; 2 nothing was "
      "verified;\n"
      "             3 incomplete, something could not be read or written; 4 internal error\n");
  return app;
}

CLI::App* add_rules(CLI::App& root, RulesOptions& o) {
  CLI::App* app = root.add_subcommand("rules", "the rules that make a verdict");
  app->require_subcommand(0, 1);
  const auto action = [&](RulesAction which, const char* name, const char* about, const char* argument,
                          const char* what) {
    CLI::App* sub = app->add_subcommand(name, about);
    sub->callback([&o, which] { o.action = which; });
    if (argument != nullptr) sub->add_option(argument, o.arguments, what);
    list(*sub, "--rules", o.rules, "more packs: a file or a folder (repeatable)")->type_name("PATH");
    if (which != RulesAction::show)
      list(*sub, "--only", o.only, "only checks whose id matches (repeatable)")->type_name("GLOB");
    return sub;
  };
  action(RulesAction::list, "list", "all checks", nullptr, nullptr);
  CLI::App* show =
      action(RulesAction::show, "show",
             "a check as it was resolved and where each field came from; which traits hold here and why",
             "ID", "check ids, names of traits, or: traits");
  show->get_option("ID")->required();
  show->add_option("--in", o.repository, "the repository whose traits are shown")->capture_default_str();
  action(RulesAction::test, "test", "run the tests inside packs", "PATH",
         "pack files or folders; none: the built-in packs");
  action(RulesAction::lint, "lint", "name patterns that miss the fast path", "PATH",
         "pack files or folders; none: the built-in packs");
  CLI::App* docs =
      action(RulesAction::docs, "docs", "write a page of Markdown a pack", "FOLDER", "docs/reference");
  docs->add_flag("--check", o.check, "write nothing; exit 1 when a page is out of date");
  return app;
}

CLI::App* add_init(CLI::App& root, InitOptions& o) {
  CLI::App* app =
      root.add_subcommand("init", "write a commented .readiness.toml for what this repository is");
  app->add_option("PATH", o.path, "the repository")->capture_default_str();
  app->add_flag("--force", o.force, "overwrite a .readiness.toml that is there");
  app->add_flag("--no-git", o.no_git, "a plain folder");
  return app;
}

CLI::App* add_hook(CLI::App& root, HookOptions& o) {
  CLI::App* app = root.add_subcommand("hook", "audit what is staged before every commit");
  app->require_subcommand(0, 1);
  CLI::App* install = app->add_subcommand("install", "write git's pre-commit hook, unless there is another");
  install->add_option("PATH", o.path, "the repository")->capture_default_str();
  return app;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(sub->get_name());
  return names;
}

/// What an option's value may be, when that is a list. The help of --format begins with the formats, up to
/// the first ';'.
std::vector<std::string> choices_of(const CLI::Option& option) {
  static const std::map<std::string, std::vector<std::string>> kKnown{
      {"PRIORITY", {"critical", "high", "medium", "low"}},
      {"WHEN", {"auto", "always", "never"}},
      {"STEP", {"commit", "day", "week", "month", "tag"}},
      {"NAME", {"fast", "reference"}}};
  const auto known = kKnown.find(option.get_type_name());
  if (known != kKnown.end()) return known->second;
  if (!option.get_type_name().starts_with("F[")) return {};
  std::string names = option.get_description().substr(0, option.get_description().find(';'));
  if (const std::size_t last = names.find(" or "); last != std::string::npos) names.replace(last, 4, ", ");
  std::vector<std::string> out;
  for (const std::string_view name : base::split(names, ','))
    if (!base::trimmed(name).empty()) out.emplace_back(base::trimmed(name));
  return out;
}

void add_words(const CLI::App& app, const std::string& name, std::vector<CommandWords>& out) {
  CommandWords words{.name = name, .about = app.get_description()};
  for (const CLI::Option* option : app.get_options()) {
    OptionWords one{.about = option->get_description()};
    for (const std::string& long_name : option->get_lnames()) one.names.push_back("--" + long_name);
    for (const std::string& short_name : option->get_snames()) one.names.push_back("-" + short_name);
    if (one.names.empty()) {
      if (option->get_name() == "SHELL") words.arguments = shells();
      continue;
    }
    if (option->get_items_expected_max() > 0 && option->get_expected_min() > 0) {
      one.value = option->get_type_name();
      one.choices = choices_of(*option);
    }
    words.options.push_back(std::move(one));
  }
  out.push_back(std::move(words));
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; }))
    add_words(*sub, name.empty() ? sub->get_name() : name + " " + sub->get_name(), out);
}

Reply misuse(const std::string& message, const std::string& hint) {
  return {ExitCode::usage,
          {},
          base::render(base::Diagnostic{.file = "readiness", .message = message, .hint = hint})};
}

/// Deepest subcommand that was named.
const CLI::App& active(const CLI::App& app) {
  const auto subs = app.get_subcommands();
  return subs.empty() ? app : active(*subs.front());
}

Reply unexpected(const CLI::App& app, const std::vector<std::string>& words) {
  const auto option = std::find_if(words.begin(), words.end(),
                                   [](const auto& w) { return w.starts_with("-") && w.size() > 1; });
  if (option == words.end()) {
    const std::vector<std::string> commands = command_names(app);
    const std::string hint = commands.empty() ? "see readiness " + app.get_name() + " --help"
                                              : base::did_you_mean(words.front(), commands);
    return misuse((commands.empty() ? "unexpected argument '" : "unknown command '") + words.front() + "'",
                  hint.empty() ? "commands: " + base::joined(commands, ", ") : hint);
  }
  const std::string name = option->substr(0, option->find('='));
  const std::string hint = base::did_you_mean(name, option_names(app));
  return misuse("unknown option '" + name + "'",
                hint.empty() ? "see readiness " + app.get_name() + " --help" : hint);
}

std::string lower_start(std::string text) {
  if (!text.empty() && text.size() > 1 && text[1] >= 'a') text[0] = base::lower(text.substr(0, 1))[0];
  while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
  return text;
}

/// CLI11's own tree and the places its options write to.
struct CommandLine {
  CLI::App root{"Audits a repository for production readiness.", "readiness"};
  AuditOptions audit_options{};
  VerifyOptions verify_options{};
  RulesOptions rules_options{};
  InitOptions init_options{};
  CompareOptions compare_options{};
  TrendOptions trend_options{};
  HookOptions hook_options{};
  bool version_wanted = false;
  CLI::App* audit = add_audit(root, audit_options);
  CLI::App* compare = add_compare(root, compare_options);
  CLI::App* trend = add_trend(root, trend_options);
  CLI::App* verify = add_verify(root, verify_options);
  CLI::App* rules = add_rules(root, rules_options);
  CLI::App* init = add_init(root, init_options);
  CLI::App* hook = add_hook(root, hook_options);
  std::string shell{};
  CLI::App* completion =
      root.add_subcommand("completion", "a script that completes this command line: bash, zsh or fish");
  CLI::App* version = root.add_subcommand("version", "our version and those of the libraries");

  CommandLine() {
    root.add_flag("--version", version_wanted, "the same as the command 'version'");
    root.require_subcommand(0, 1);
    root.allow_extras();
    completion->add_option("SHELL", shell, "bash, zsh or fish")->required();
    for (CLI::App* app : {audit, verify, compare, trend, rules, init, hook, completion, version}) {
      app->allow_extras();
      for (CLI::App* sub : app->get_subcommands([](const CLI::App*) { return true; })) sub->allow_extras();
    }
  }

  Reply completed() const {
    if (std::find(shells().begin(), shells().end(), shell) == shells().end()) {
      const std::string nearest = base::did_you_mean(shell, shells());
      return misuse("no completion for '" + shell + "'",
                    nearest.empty() ? "one of: " + base::joined(shells(), ", ") : nearest);
    }
    std::vector<CommandWords> words;
    add_words(root, {}, words);
    return Reply{ExitCode::ok, completion_script(shell, words), {}};
  }

  std::variant<Options, Reply> outcome() {
    const CLI::App& used = active(root);
    if (const auto rest = root.remaining(true); !rest.empty()) return unexpected(used, rest);
    if (*audit) return Options(audit_options);
    if (*compare) return Options(compare_options);
    if (*trend) return Options(trend_options);
    if (*verify) return Options(verify_options);
    if (*init) return Options(init_options);
    if (*hook && !hook->get_subcommands().empty()) return Options(hook_options);
    if (*completion) return completed();
    if (*version || version_wanted) return Options(VersionOptions{});
    if (*rules && !rules->get_subcommands().empty()) return Options(rules_options);
    return Reply{ExitCode::usage, {}, root.help()};
  }
};

}  // namespace

std::variant<Options, Reply> parse_command_line(std::vector<std::string> words) {
  CommandLine line;
  try {
    std::reverse(words.begin(), words.end());  // as CLI11 wants them
    line.root.parse(words);
    return line.outcome();
  } catch (const CLI::CallForHelp&) {
    return Reply{ExitCode::ok, line.root.help(), {}};
  } catch (const CLI::ParseError& error) {
    return misuse(lower_start(error.what()), "see readiness " + active(line.root).get_name() + " --help");
  }
}

std::string cli_library_version() { return CLI11_VERSION; }

}  // namespace readiness::app
