// SPDX-License-Identifier: Apache-2.0
#include "app/trend.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/output.h"
#include "app/stages.h"
#include "app/targets.h"
#include "app/trend_maker.h"

namespace readiness::app {
namespace {

constexpr int kMostSamples = 10'000;

using Problems = std::vector<base::Diagnostic>;

struct TrendTask {
  Every every = Every::week;
  std::vector<Target> targets{};
};

base::Result<TrendTask> resolve_trend(const TrendOptions& options) {
  Problems problems;
  TrendTask out;
  const std::size_t every = find_word("--every", options.every, every_names(), problems);
  out.every = static_cast<Every>(std::min(every, every_names().size() - 1));
  if (options.last < 1 || options.last > kMostSamples)
    problems.push_back({.file = "--last", .message = fmt::format("must be from 1 to {}", kMostSamples)});
  std::vector<std::string> names;
  for (const report::TrendFormat& format : report::trend_formats()) names.emplace_back(format.name);
  out.targets = parse_targets(options.formats, names, problems);
  for (const Target& target : out.targets)
    if (!target.file.empty())
      if (auto why = why_not_writable(target.file)) problems.push_back(std::move(*why));
  if (!problems.empty()) return problems;
  return out;
}

ExitCode deliver_trend(const report::TrendPage& page, const AuditSettings& settings,
                       const std::vector<Target>& targets) {
  std::vector<Rendered> texts;
  for (const Target& target : targets) {
    if (target.file.empty() && settings.quiet) continue;
    report::RenderOptions render = settings.render;
    if (!target.file.empty()) render.colour = false;
    texts.push_back({report::trend_formats()[target.format].render(page, render), target.file});
  }
  return deliver(texts, page.complete ? ExitCode::ok : ExitCode::incomplete);
}

}  // namespace

ExitCode run_trend(const TrendOptions& options, const Environment& environment) {
  Stages stages(options.audit.stats);
  const base::Result<TrendTask> task = resolve_trend(options);
  if (!task) return failed(task.errors());
  AuditOptions audit = options.audit;
  if (audit.revision.empty()) audit.revision = "HEAD";
  base::Result<Preparation> prepared = prepare_audit(audit, environment);
  if (!prepared) return failed(prepared.errors());
  stages.end("rules and tree");
  const base::Result<report::TrendPage> page = make_trend(
      *prepared, {.every = task->every, .last = static_cast<std::size_t>(options.last)}, environment);
  if (!page) return failed(page.errors());
  stages.end("audits");
  return deliver_trend(*page, prepared->settings, task->targets);
}

}  // namespace readiness::app
