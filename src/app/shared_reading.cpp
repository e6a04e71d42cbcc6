// SPDX-License-Identifier: Apache-2.0
#include "app/shared_reading.h"

#include "app/progress.h"
#include "base/text.h"

namespace readiness::app {
namespace {

std::string questions_of(const Preparation& prepared) {
  return prepared.program.questions + " " + base::joined(prepared.settings.gather.excludes.texts(), "\n");
}

}  // namespace

base::Result<facts::Facts> SharedReading::read(const Preparation& prepared, const Environment& environment) {
  return read(prepared, *prepared.tree, environment);
}

base::Result<facts::Facts> SharedReading::read(const Preparation& prepared, const source::Source& tree,
                                               const Environment& environment) {
  if (!gatherer_) {
    queries_ = prepared.program.queries;
    questions_ = questions_of(prepared);
    base::Result<facts::Gatherer> gatherer = facts::Gatherer::prepare(queries_, prepared.settings.gather);
    if (!gatherer) return gatherer.errors();
    gatherer_ = std::move(*gatherer);
  }
  Progress progress(environment.stderr_is_terminal && !prepared.settings.quiet);
  if (questions_of(prepared) == questions_)
    return gatherer_->gather(tree, {.now = prepared.settings.gather.now, .progress = progress.callback()});
  facts::GatherOptions options = prepared.settings.gather;
  options.progress = progress.callback();
  return facts::gather(tree, prepared.program.queries, options);
}

}  // namespace readiness::app
