// SPDX-License-Identifier: Apache-2.0
// Samples first, oldest to newest; then the largest steps between two samples are narrowed down to the commit
// that made them.
#include "app/trend_maker.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gate.h"
#include "app/output.h"
#include "app/trend_audits.h"
#include "app/version.h"
#include "report/view.h"

namespace readiness::app {
namespace {

constexpr std::size_t kMostMovers = 5;
constexpr std::size_t kMostChanges = 8;  // named for one mover
constexpr double kLeastStep = 0.05;      // points

delta::Sample sample_of(const source::CommitPoint& point, const delta::Snapshot& audit) {
  const score::Tally tally = delta::tally_of(audit.checks);
  return {.commit = point.commit,
          .date = audit.side.date,
          .time = point.time,
          .tag = point.tag,
          .score = audit.side.score,
          .raw = audit.side.raw,
          .scored = audit.side.scored,
          .counted = tally.counted,
          .passed = tally.passed,
          .partial = tally.partial,
          .failed = tally.failed,
          .complete = audit.side.complete};
}

/// Two places of the line, next to each other once it is narrowed down.
struct Step {
  std::size_t from, to;
  double points;
};

class Maker {
 public:
  Maker(TrendAudits& audits, const SampledLine& sampled) : audits_(audits), sampled_(sampled) {}

  base::Result<delta::Trend> make(delta::Trend out) {
    std::vector<Step> steps;
    double last = 0;
    for (const std::size_t place : sampled_.samples) {
      const base::Result<delta::Snapshot> audit = audits_.audit(sampled_.line[place]);
      if (!audit) return audit.errors();
      out.samples.push_back(sample_of(sampled_.line[place], *audit));
      out.ruler = audit->side.ruler;
      if (out.samples.size() > 1) steps.push_back({before_, place, audit->side.raw - last});
      before_ = place;
      last = audit->side.raw;
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return std::abs(a.points) > std::abs(b.points); });
    for (const Step& step : steps) {
      if (out.movers.size() == kMostMovers || std::abs(step.points) < kLeastStep) break;
      base::Result<delta::Mover> mover = mover_in(step);
      if (!mover) return mover.errors();
      out.movers.push_back(std::move(*mover));
    }
    std::stable_sort(out.movers.begin(), out.movers.end(), [](const delta::Mover& a, const delta::Mover& b) {
      return std::abs(a.points) > std::abs(b.points);
    });
    return out;
  }

 private:
  // Halves the step, keeping the half that goes farther the same way, until one commit is left.
  base::Result<delta::Mover> mover_in(Step step) {
    while (step.to - step.from > 1) {
      const std::size_t middle = step.from + (step.to - step.from) / 2;
      base::Result<delta::Snapshot> first = audits_.audit(sampled_.line[step.from]);
      base::Result<delta::Snapshot> half = audits_.audit(sampled_.line[middle]);
      if (!first || !half) return first ? half.errors() : first.errors();
      const double early = half->side.raw - first->side.raw;
      const double late = step.points - early;
      const bool is_early = step.points > 0 ? early > late : early < late;
      step = is_early ? Step{step.from, middle, early} : Step{middle, step.to, late};
    }
    const base::Result<delta::Snapshot> before = audits_.audit(sampled_.line[step.from]);
    const base::Result<delta::Snapshot> after = audits_.audit(sampled_.line[step.to]);
    if (!before || !after) return before ? after.errors() : before.errors();
    delta::Delta delta = delta::compare(*before, *after);
    std::stable_sort(delta.changes.begin(), delta.changes.end(),
                     [](const delta::Change& a, const delta::Change& b) {
                       return std::abs(a.points) > std::abs(b.points);
                     });
    std::erase_if(delta.changes, [](const delta::Change& c) { return std::abs(c.points) < kLeastStep; });
    if (delta.changes.size() > kMostChanges) delta.changes.resize(kMostChanges);
    return delta::Mover{.commit = after->side.commit,
                        .date = after->side.date,
                        .before = before->side.score,
                        .after = after->side.score,
                        .points = step.points,
                        .changes = std::move(delta.changes)};
  }

  TrendAudits& audits_;
  const SampledLine& sampled_;
  std::size_t before_ = 0;
};

// Fewer samples than were asked for because the clone ends: that must be said, and is no success.
void add_end(const SampledLine& sampled, std::size_t wanted, const Tolerance& tolerance,
             report::TrendPage& page) {
  if (!sampled.end.is_cut || sampled.samples.size() >= wanted) return;
  report::Coverage coverage;
  add_fault(coverage, tolerance, "shallow", sampled.end.why);
  page.complete = page.complete && coverage.complete;
  page.faults.insert(page.faults.end(), coverage.faults.begin(), coverage.faults.end());
}

}  // namespace

base::Result<report::TrendPage> make_trend(Preparation& prepared, const TrendRequest& request,
                                           const Environment& environment) {
  const source::Selection& selection = prepared.settings.selection;
  base::Result<std::unique_ptr<source::Timeline>> timeline = source::open_timeline(selection.path);
  if (!timeline) return timeline.errors();
  const std::string revision = selection.revision.empty() ? "HEAD" : selection.revision;
  const base::Result<SampledLine> sampled = sample_line(**timeline, revision, request.every, request.last);
  if (!sampled) return sampled.errors();
  TrendAudits audits(prepared, **timeline, environment);
  base::Result<delta::Trend> trend =
      Maker(audits, *sampled).make({.every = every_names()[static_cast<std::size_t>(request.every)]});
  if (!trend) return trend.errors();
  report::TrendPage page{.tool_version = our_version(), .trend = std::move(*trend)};
  page.trend.branch = prepared.tree->identity().branch;
  if (request.every == Every::tag && page.trend.samples.size() < 2 && (*timeline)->tags() > 0)
    page.trend.notes.push_back(fmt::format("{} are not on the line of first parents",
                                           report::counted((*timeline)->tags(), "tag", "tags")));
  for (const delta::Sample& sample : page.trend.samples) page.complete = page.complete && sample.complete;
  for (const auto& [reason, text] : audits.faults()) page.faults.push_back(text);
  add_end(*sampled, request.last, prepared.settings.tolerance, page);
  if (prepared.settings.stats)
    write_standard_error(fmt::format("{:>16}: {}\n", "files recalled", audits.recalled()));
  return page;
}

}  // namespace readiness::app
