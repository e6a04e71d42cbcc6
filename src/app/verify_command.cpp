// SPDX-License-Identifier: Apache-2.0
#include "app/verify_command.h"

#include <algorithm>

#include "app/audit.h"
#include "app/gate.h"
#include "app/output.h"
#include "app/small_file.h"
#include "app/version.h"
#include "base/nearest.h"
#include "base/text.h"
#include "checks/evaluate.h"
#include "report/claims.h"

namespace readiness::app {
namespace {

struct Target {
  report::RenderClaims render = nullptr;
  std::string file{};
};

struct Given {
  std::string bytes{};
  roadmap::Roadmap roadmap{};
};

base::Result<std::vector<Target>> targets_of(const std::vector<std::string>& formats) {
  std::vector<Target> out;
  std::vector<std::string> names;
  for (const report::ClaimsFormat& format : report::kClaimsFormats) names.emplace_back(format.name);
  for (const std::string& text : formats.empty() ? std::vector<std::string>{"terminal"} : formats) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto found = std::find(names.begin(), names.end(), text.substr(0, equals));
    const std::string file = equals < text.size() ? text.substr(equals + 1) : "";
    const std::string nearest = base::did_you_mean(text.substr(0, equals), names);
    if (found == names.end())
      return base::Diagnostic{.file = "--format",
                              .message = "cannot be '" + text.substr(0, equals) + "'",
                              .hint = nearest.empty() ? "one of: " + base::joined(names, ", ") : nearest};
    if (equals < text.size() && file.empty())
      return base::Diagnostic{.file = "--format", .message = "'" + text + "' names no file"};
    if (std::any_of(out.begin(), out.end(), [&](const Target& target) { return target.file == file; }))
      return base::Diagnostic{
          .file = "--format",
          .message = "two reports would share " + (file.empty() ? "standard output" : file),
          .hint = "name a file for one: --format json=claims.json"};
    if (!file.empty())
      if (auto why = why_not_writable(file)) return *why;
    out.push_back({report::kClaimsFormats[static_cast<std::size_t>(found - names.begin())].render, file});
  }
  return out;
}

base::Result<std::vector<Given>> read_given(const VerifyOptions& options) {
  std::vector<Given> out;
  for (const std::string& file : options.files) {
    base::Result<std::optional<std::string>> bytes =
        read_small_file(file, roadmap::kMostDocumentBytes, Links::follow, file);
    if (!bytes) return bytes.errors();
    if (!*bytes) return base::Diagnostic{.file = file, .message = "no such file"};
    base::Result<roadmap::Roadmap> read = roadmap::read_roadmap(**bytes, file);
    if (!read) return read.errors();
    if (options.write)
      if (auto why = why_not_writable(file)) return *why;
    out.push_back({std::move(**bytes), std::move(*read)});
  }
  return out;
}

roadmap::TreePaths tree_paths(const facts::Facts& facts) {
  std::vector<std::string> paths;
  for (const facts::File& file : facts.files) paths.push_back(file.path);
  return roadmap::TreePaths(std::move(paths));
}

/// False when a roadmap could not be written; the others are.
bool tick(std::vector<Given>& given, report::ClaimsReport& report) {
  bool written = true;
  for (std::size_t i = 0; i < given.size(); ++i) {
    roadmap::VerifiedRoadmap& verified = report.roadmaps[i];
    const std::vector<std::size_t> ticks = roadmap::tickable(verified);
    if (ticks.empty()) continue;
    const std::string text = roadmap::with_ticks(given[i].bytes, verified.roadmap, ticks);
    if (const auto why = write_file(verified.roadmap.name, text)) {
      write_standard_error(base::render(*why));
      written = false;
    } else {
      verified.ticked = ticks;
    }
  }
  return written;
}

bool deliver(const report::ClaimsReport& report, const std::vector<Target>& targets,
             const AuditSettings& settings) {
  bool delivered = true;
  for (const Target& target : targets) {
    if (target.file.empty() && settings.quiet) continue;
    report::RenderOptions options = settings.render;
    if (!target.file.empty()) options.colour = false;
    const std::string text = target.render(report, options);
    if (target.file.empty()) {
      if (write_standard_output(text) == Delivery::failed) {
        write_standard_error("readiness: standard output could not be written\n");
        delivered = false;
      }
    } else if (const auto why = write_file(target.file, text)) {
      write_standard_error(base::render(*why));
      delivered = false;
    }
  }
  return delivered;
}

}  // namespace

ExitCode run_verify(const VerifyOptions& options, const Environment& environment) {
  const base::Result<std::vector<Target>> targets = targets_of(options.formats);
  if (!targets) return failed(targets.errors());
  base::Result<std::vector<Given>> given = read_given(options);
  if (!given) return failed(given.errors());
  const base::Result<Preparation> prepared = prepare_audit(options.audit, environment);
  if (!prepared) return failed(prepared.errors());
  const base::Result<facts::Facts> facts = read_tree(*prepared, environment);
  if (!facts) return failed(facts.errors());
  const checks::Verdicts verdicts = checks::evaluate(prepared->program, *facts);
  const AuditSettings& settings = prepared->settings;
  report::ClaimsReport report{.tool_version = our_version(),
                              .identity = facts->identity,
                              .as_of = settings.rules.as_of,
                              .ruler = verdicts.ruler,
                              .coverage = coverage_of(*facts, settings.tolerance),
                              .strict = options.strict};
  const roadmap::TreePaths tree = tree_paths(*facts);
  const score::Scorecard card = score::score(verdicts, prepared->program.weights);
  const roadmap::Audited audited{.verdicts = verdicts, .card = card, .as_of = settings.rules.as_of};
  for (const Given& one : *given) report.roadmaps.push_back(roadmap::verify(one.roadmap, audited, tree));
  const bool written = !options.write || tick(*given, report);
  const bool delivered = deliver(report, *targets, settings);
  if (report::has_false_claims(report)) return ExitCode::gate_missed;
  return written && delivered && report.coverage.complete ? ExitCode::ok : ExitCode::incomplete;
}

}  // namespace readiness::app
