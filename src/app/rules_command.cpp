// SPDX-License-Identifier: Apache-2.0
#include "app/rules_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/built_in_rules.h"
#include "app/output.h"
#include "app/policy.h"
#include "app/rule_cost.h"
#include "app/rule_places.h"
#include "app/rule_reference.h"
#include "app/rule_text.h"
#include "app/small_file.h"
#include "app/traits_command.h"
#include "base/glob.h"
#include "base/nearest.h"
#include "base/text.h"
#include "checks/compile.h"
#include "checks/pack_test.h"

namespace readiness::app {
namespace {

constexpr std::size_t kLargestPage = 4U << 20;

using Book = base::Result<rulepack::RuleBook>;

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// A file named like a built-in pack stands in for it, so that a pack can be worked on without building the
// program.
Book load_with(const std::vector<std::string>& paths, std::vector<std::string>* own_names = nullptr) {
  base::Result<std::vector<rulepack::RuleFile>> files = built_in_rules();
  if (!files) return files.errors();
  base::Result<std::vector<rulepack::RuleFile>> more = read_packs(paths);
  if (!more) return more.errors();
  for (rulepack::RuleFile& file : *more) {
    std::erase_if(*files, [&](const rulepack::RuleFile& built_in) {
      return base_name(built_in.name) == base_name(file.name);
    });
    if (own_names != nullptr) own_names->push_back(file.name);
    files->push_back(std::move(file));
  }
  return rulepack::load(*files);
}

std::vector<std::string> joined(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> out = a;
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

// Ids of the checks that stand in the named files; empty when all are meant.
std::vector<std::string> checks_of(const rulepack::RuleBook& book, const std::vector<std::string>& files) {
  std::vector<std::string> ids;
  for (const rulepack::Pack& pack : book.packs)
    for (const rulepack::Check& check : pack.checks)
      if (std::find(files.begin(), files.end(), book.sources.names[check.place.file]) != files.end())
        ids.push_back(check.id);
  return ids;
}

ExitCode list(const RulesOptions& options) {
  const Book book = load_with(options.rules);
  if (!book) return failed(book.errors());
  return answer(list_text(*book, options.only));
}

ExitCode show_traits(const RulesOptions& options, const std::vector<std::string>& names) {
  const base::Result<std::string> text = traits_text(options, names);
  if (!text) return failed(text.errors());
  return answer(*text);
}

ExitCode show(const RulesOptions& options) {
  if (options.arguments == std::vector<std::string>{"traits"}) return show_traits(options, {});
  const Book book = load_with(options.rules);
  if (!book) return failed(book.errors());
  std::vector<std::string> known{"traits"};
  std::set<std::string> traits;
  for (const rulepack::Pack& pack : book->packs) {
    for (const rulepack::Check& check : pack.checks) known.push_back(check.id);
    for (const rulepack::Trait& trait : pack.traits) traits.insert(trait.name);
  }
  known.insert(known.end(), traits.begin(), traits.end());
  for (const std::string& id : options.arguments) {
    if (traits.contains(id)) {
      if (const ExitCode code = show_traits(options, {id}); code != ExitCode::ok) return code;
      continue;
    }
    const std::string text = show_text(*book, id);
    if (text.empty())
      return failed({{.file = "readiness",
                      .message = "unknown check or trait '" + id + "'",
                      .hint = base::did_you_mean(id, known)}});
    if (const ExitCode code = answer(text); code != ExitCode::ok) return code;
  }
  return ExitCode::ok;
}

ExitCode test(const RulesOptions& options) {
  std::vector<std::string> files;
  const Book book = load_with(joined(options.rules, options.arguments), &files);
  if (!book) return failed(book.errors());
  std::vector<std::string> ids = options.only;
  if (ids.empty() && !options.arguments.empty()) ids = checks_of(*book, files);
  if (ids.empty() && !options.arguments.empty()) return answer("no checks in these packs, nothing to test\n");
  const base::Result<checks::PackTestRun> run = checks::run_pack_tests(*book, ids);
  if (!run) return failed(run.errors());
  for (const checks::PackTestFailure& failure : run->failures)
    write_standard_output(
        fmt::format("FAIL {} \"{}\"\n{}", failure.check, failure.test, base::render(failure.problem)));
  return answer(
      fmt::format("{} passed, {} failed\n", run->tests - run->failures.size(), run->failures.size()),
      run->failures.empty() ? ExitCode::ok : ExitCode::gate_missed);
}

ExitCode lint(const RulesOptions& options) {
  const Book book = load_with(joined(options.rules, options.arguments));
  if (!book) return failed(book.errors());
  const base::Result<checks::Program> program = checks::compile(*book, {});
  if (!program) return failed(program.errors());
  const base::Result<std::vector<SlowRule>> slow = slow_rules(*program);
  if (!slow) return failed(slow.errors());
  const std::map<std::string, rulepack::Place> places = places_of_patterns(*book);
  for (const SlowRule& rule : *slow) {
    const auto place = places.find(rule.regex);
    const std::string shown = base::shortened(rule.regex, 120);
    const std::string problem =
        fmt::format("slow pattern, {:.1f} ms per MB: {}", rule.ms_per_mb, rule.reason);
    write_standard_output(base::render(place == places.end()
                                           ? base::Diagnostic{.file = {}, .message = problem, .hint = shown}
                                           : book->sources.problem(place->second, problem, shown)));
  }
  if (slow->empty()) return answer("every pattern is on the fast path\n");
  return answer(fmt::format("{} slow\n", slow->size()), ExitCode::gate_missed);
}

bool is_page(const std::string& file, const std::string& text) {
  const auto old = read_small_file(file, kLargestPage, Links::follow, file);
  return old && *old && **old == text;
}

ExitCode docs(const RulesOptions& options) {
  if (options.arguments.size() != 1)
    return failed({{.file = "readiness",
                    .message = "rules docs needs the folder to write to",
                    .hint = "readiness rules docs docs/reference"}});
  const Book book = load_with(options.rules);
  if (!book) return failed(book.errors());
  std::string stale;
  for (const ReferencePage& page : reference_pages(*book)) {
    const std::string file = options.arguments.front() + "/" + page.file;
    if (!options.check) {
      if (const auto why = write_file(file, page.text)) return failed({*why});
    } else if (!is_page(file, page.text)) {
      stale += file + "\n";
    }
  }
  if (stale.empty()) return ExitCode::ok;
  write_standard_error(
      "readiness: the rules say something else than these pages; write them with ./dev docs\n" + stale);
  return ExitCode::gate_missed;
}

}  // namespace

ExitCode run_rules(const RulesOptions& options) {
  switch (options.action) {
    case RulesAction::list:
      return list(options);
    case RulesAction::show:
      return show(options);
    case RulesAction::test:
      return test(options);
    case RulesAction::lint:
      return lint(options);
    case RulesAction::docs:
      return docs(options);
  }
  return ExitCode::internal;
}

}  // namespace readiness::app
