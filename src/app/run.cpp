// SPDX-License-Identifier: Apache-2.0
#include "app/run.h"

#include <exception>
#include <new>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/audit.h"
#include "app/cli.h"
#include "app/compare.h"
#include "app/confinement.h"
#include "app/environment.h"
#include "app/hook.h"
#include "app/init.h"
#include "app/output.h"
#include "app/process.h"
#include "app/rules_command.h"
#include "app/time_limit.h"
#include "app/trend.h"
#include "app/verify_command.h"
#include "app/version.h"
#include "base/text.h"

namespace readiness::app {
namespace {

void limit_time(const AuditOptions& options) {
  end_after(parse_time_limit(options.timeout).value_or(std::chrono::seconds(0)));  // a mistake is told later
}

struct Runner {
  ExitCode operator()(const AuditOptions& options) const {
    limit_time(options);
    return run_audit(options, read_environment());
  }
  ExitCode operator()(const VerifyOptions& options) const {
    limit_time(options.audit);
    return run_verify(options, read_environment());
  }
  ExitCode operator()(const RulesOptions& options) const { return run_rules(options); }
  ExitCode operator()(const InitOptions& options) const { return run_init(options, read_environment()); }
  ExitCode operator()(const CompareOptions& options) const {
    limit_time(options.audit);
    return run_compare(options, read_environment());
  }
  ExitCode operator()(const TrendOptions& options) const {
    limit_time(options.audit);
    return run_trend(options, read_environment());
  }
  ExitCode operator()(const HookOptions& options) const { return run_hook(options); }
  ExitCode operator()(const VersionOptions&) const {
    return answer(version_text());
  }
};

// `--rev "$BASE"` where BASE is not set: whoever wrote that did not mean "no --rev".
std::optional<base::Diagnostic> empty_word(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].empty() || (words[i].starts_with("--") && words[i].ends_with('=')))
      return base::Diagnostic{.file = "readiness",
                              .message = "nothing was given for " +
                                         (words[i].empty() ? i == 0 ? "the command" : "what follows " + words[i - 1]
                                                           : words[i].substr(0, words[i].size() - 1)),
                              .hint = "leave it out, or see what should be there"};
  return std::nullopt;
}

ExitCode dispatch(std::vector<std::string> words) {
  if (const auto empty = empty_word(words)) return failed({*empty});
  const std::variant<Options, Reply> parsed = parse_command_line(std::move(words));
  if (const auto* reply = std::get_if<Reply>(&parsed)) {
    write_standard_error(reply->error);
    return answer(reply->out, reply->code);
  }
  return std::visit(Runner{}, std::get<Options>(parsed));
}

ExitCode internal_error(std::string_view what) {
  write_standard_error(
      "readiness: internal error: " + base::printable(what) +
      "\n           please report it with the command line and the output of 'readiness version'\n");
  return ExitCode::internal;
}

}  // namespace

int run(int argc, char** argv) {
  prepare_process();
  give_up_programs_and_networks();
  try {
    return static_cast<int>(dispatch(std::vector<std::string>(argv + 1, argv + argc)));
  } catch (const std::bad_alloc&) {
    return static_cast<int>(internal_error("out of memory"));
  } catch (const std::exception& error) {
    return static_cast<int>(internal_error(error.what()));
  }
}

}  // namespace readiness::app
