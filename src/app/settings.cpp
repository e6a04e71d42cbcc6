// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/targets.h"
#include "app/time_limit.h"
#include "base/text.h"
#include "rulepack/fields.h"

namespace readiness::app {
namespace {

constexpr int kMostJobs = 256;
constexpr std::uint64_t kLargestFile = 256U << 20;

class Resolver {
 public:
  Resolver(const AuditOptions& options, const Environment& environment)
      : o_(options), environment_(environment) {}

  base::Result<AuditSettings> resolve() {
    selection();
    rules();
    gate();
    reading();
    targets();
    rendering();
    if (!problems_.empty()) return problems_;
    return std::move(out_);
  }

 private:
  void problem(const std::string& option, std::string message, std::string hint = {}) {
    problems_.push_back({.file = option, .message = std::move(message), .hint = std::move(hint)});
  }

  // The index of `word` in `words`; a problem and nothing when it is another word.
  std::optional<std::size_t> word(const std::string& option, const std::string& word,
                                  const std::vector<std::string>& words) {
    const std::size_t index = find_word(option, word, words, problems_);
    return index < words.size() ? std::optional(index) : std::nullopt;
  }

  void selection() {
    out_.selection = {.path = o_.path, .staged = o_.staged, .no_git = o_.no_git, .revision = o_.revision};
    const int modes = (o_.staged ? 1 : 0) + (o_.no_git ? 1 : 0) + (o_.revision.empty() ? 0 : 1);
    if (modes > 1) problem("--rev, --staged, --no-git", "only one of them can say what to look at");
    if (!o_.config.empty() && !o_.config_from.empty())
      problem("--config, --config-from", "there is one configuration");
    if (o_.no_git && !o_.config_from.empty()) problem("--config-from", "a plain folder has no revisions");
    out_.config_file = o_.config;
    out_.config_revision = o_.config_from;
    out_.without_config = o_.without_config;
    out_.untrusted = o_.untrusted;
  }

  void rules() {
    out_.rules.only = o_.only;
    out_.rules.skip = o_.skip;
    out_.rules.as_of = o_.as_of;
    out_.as_of_is_fixed = !o_.as_of.empty();
    out_.rule_paths = o_.rules;
    out_.without_built_in = o_.without_built_in;
    if (!o_.as_of.empty() && !is_date(o_.as_of)) problem("--as-of", "must be a date such as 2027-01-31");
  }

  void gate() {
    if (o_.fail_under && (*o_.fail_under < 0 || *o_.fail_under > 100))
      problem("--fail-under", "must be from 0 to 100");
    out_.fail_under = o_.fail_under;
    if (!o_.fail_on.empty())
      if (const auto index = word("--fail-on", o_.fail_on, {"critical", "high", "medium", "low"}))
        out_.fail_on = static_cast<rulepack::Priority>(*index);
    comparing();
    if (!o_.allow_incomplete) return;
    out_.tolerance.any = *o_.allow_incomplete == "any";
    for (const std::string_view reason : base::split(*o_.allow_incomplete, ','))
      if (!base::trimmed(reason).empty()) out_.tolerance.reasons.emplace(base::trimmed(reason));
  }

  void comparing() {
    out_.compare_to = o_.compare_to;
    out_.no_regress = o_.no_regress;
    out_.since = o_.since;
    if (!o_.trend.empty())
      if (const auto every = word("--trend", o_.trend, every_names()))
        out_.trend = static_cast<Every>(*every);
    if (!o_.trend.empty() && o_.no_git) problem("--trend", "a plain folder has no history");
    if (o_.no_regress && o_.compare_to.empty())
      problem("--no-regress", "needs something that the audit can be worse than",
              "for instance --compare-to origin/main");
    if (o_.since.empty()) return;
    if (o_.staged || o_.no_git)
      problem("--since, --staged, --no-git", "a change is counted from one commit only");
    if (o_.fail_under)
      problem("--since, --fail-under", "with --since nothing but new findings can fail the gate",
              "leave one of them out, or use --compare-to with --no-regress");
  }

  void reading() {
    if (o_.jobs && (*o_.jobs < 1 || *o_.jobs > kMostJobs))
      problem("--jobs", fmt::format("must be from 1 to {}", kMostJobs));
    out_.gather.jobs = o_.jobs ? static_cast<unsigned>(*o_.jobs) : std::min(environment_.processors, 64U);
    if (const auto index = word("--engine", o_.engine, {"fast", "reference"}))
      out_.gather.engine = *index == 0 ? scan::Engine::fast : scan::Engine::reference;
    const std::optional<std::chrono::seconds> limit = parse_time_limit(o_.timeout);
    if (!limit)
      problem("--timeout", "must be a time such as 90s, 10min or 2h, at most a week", "0 is no limit");
    else if (limit->count() > 0)
      out_.end = environment_.started + *limit;
    if (o_.max_file_size.empty()) return;
    const std::optional<std::uint64_t> size = rulepack::parse_size(o_.max_file_size);
    if (!size || *size == 0 || *size > kLargestFile)
      problem("--max-file-size", "must be a size such as 512KB or 16MB, at most 256MB");
    else
      out_.gather.max_file_bytes = *size;
  }

  void targets() {
    std::vector<std::string> names;
    for (const report::Format& format : report::formats()) names.emplace_back(format.name);
    out_.whole_report_asked = !o_.formats.empty();
    for (Target& target : parse_targets(o_.formats, names, problems_))
      out_.targets.push_back({&report::formats()[target.format], std::move(target.file)});
  }

  void rendering() {
    const auto colour = word("--color", o_.color, {"auto", "always", "never"});
    if (o_.width && (*o_.width < 40 || *o_.width > 1000)) problem("--width", "must be from 40 to 1000");
    out_.render.width = o_.width.value_or(environment_.stdout_is_terminal ? environment_.columns : 80);
    out_.render.colour =
        colour == 1 || (colour == 0 && environment_.stdout_is_terminal && !environment_.no_color);
    out_.render.verbose = o_.verbose;
    out_.render.explain_score = o_.explain_score;
    for (const std::string& list : o_.what_if)
      for (const std::string_view id : base::split(list, ','))
        if (!base::trimmed(id).empty()) out_.what_if.emplace_back(base::trimmed(id));
    out_.quiet = o_.quiet;
    out_.stats = o_.stats;
  }

  const AuditOptions& o_;
  const Environment& environment_;
  AuditSettings out_;
  std::vector<base::Diagnostic> problems_;
};

void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

base::Result<AuditSettings> resolve(const AuditOptions& options, const Environment& environment) {
  return Resolver(options, environment).resolve();
}

base::Result<AuditSettings> with_config(AuditSettings settings, const Config& config,
                                        const Environment& environment) {
  checks::Settings rules = rule_settings(config);
  rules.only = std::move(settings.rules.only);
  rules.as_of = std::move(settings.rules.as_of);
  rules.inline_waivers = !settings.untrusted;
  append(rules.skip, settings.rules.skip);
  settings.rules = std::move(rules);
  base::Result<base::GlobSet> excludes = base::GlobSet::compile(config.exclude);
  if (!excludes) return excludes.errors();
  settings.gather.excludes = std::move(excludes).value();
  settings.plan.capacity = config.capacity;
  settings.plan.owners = config.owners;
  settings.target_score = config.target;
  settings.plan.own_words = config.own_words;
  if (!settings.fail_under && settings.since.empty()) settings.fail_under = config.fail_under;
  if (!settings.fail_on) settings.fail_on = config.fail_on;
  settings.notes = notes_of(config);
  const bool own = settings.config_file.empty() && settings.config_revision.empty();
  if (environment.ci && own && !settings.untrusted && !config.file.empty())
    settings.notes.insert(settings.notes.begin(), "the policy is the audited tree's own " + config.file +
                                                      "; --config-from takes it from a trusted revision");
  return settings;
}

}  // namespace readiness::app
