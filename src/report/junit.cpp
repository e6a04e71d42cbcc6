// SPDX-License-Identifier: Apache-2.0
// JUnit's XML as Jenkins describes it: a suite a category, a case a check. What does not count is skipped
// with its reason. The audit itself is a suite, too: a gate that was missed and files that could not be read
// are no success.
#include <fmt/format.h>

#include "report/markup.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using checks::Outcome;
using checks::Verdict;

constexpr std::size_t kPlacesShown = 20;

struct Suite {
  Markup cases{};
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

Markup number(std::uint64_t value) { return Markup::ours(std::to_string(value)); }

/// Attributes that a reader demands are never empty.
Markup name(std::string_view raw, std::string_view otherwise) {
  const Markup shown = text(raw);
  return shown.empty() ? text(otherwise) : shown;
}

Markup details_of(const Verdict& verdict) {
  Markup out = "\n";
  if (!verdict.check.why.empty()) out += "why: " + text(verdict.check.why) + "\n";
  std::size_t shown = 0;
  for (const checks::Finding& finding : verdict.findings) {
    if (shown == kPlacesShown) break;
    if (!finding.waiver.empty()) continue;
    out +=
        "at: " + short_text(place_of(finding.path, finding.line)) + " " + short_text(finding.excerpt) + "\n";
    ++shown;
  }
  if (shown > 0 && verdict.findings_total > shown)
    out += Markup::ours(fmt::format("at: {} more\n", grouped(verdict.findings_total - shown)));
  for (const std::string& task : verdict.tasks.empty() ? verdict.check.tasks : verdict.tasks)
    out += "do: " + text(task) + "\n";
  return out;
}

void add_case(Suite& suite, std::string_view id, std::string_view title, const Markup& inner) {
  ++suite.tests;
  suite.cases +=
      block("testcase", {{"classname", name(id, "readiness")}, {"name", name(title, "check")}, {"time", "0"}},
            inner);
}

void add_verdict(Suite& suite, const Verdict& verdict) {
  const std::string reason = reason_of(verdict);
  const auto add = [&](const Markup& inner) {
    add_case(suite, verdict.check.id, verdict.check.title, inner);
  };
  const auto skip = [&](const std::string& why) {
    ++suite.skipped;
    add(element("skipped", {{"message", text(why)}}, {}));
  };
  if (verdict.check.preview)
    return skip(fmt::format("preview, {}: {}", checks::name_of(verdict.outcome), reason));
  switch (verdict.outcome) {
    case Outcome::pass:
    case Outcome::attested:
      return add({});
    case Outcome::waived:
      return skip(verdict.waiver ? fmt::format("waived, {}: {}", verdict.waiver->reason, verdict.waiver->note)
                                 : "waived");
    case Outcome::not_applicable:
      return skip("not applicable: " + reason);
    case Outcome::unknown:
      return skip("unknown: " + reason);
    case Outcome::fail:
    case Outcome::partial:
      ++suite.failures;
      return add(element("failure",
                         {{"type", verdict.outcome == Outcome::fail ? Markup("fail") : Markup("partial")},
                          {"message", text(reason)}},
                         details_of(verdict)));
  }
}

Suite audit_suite(const Report& report) {
  Suite out;
  Markup fault;
  if (!report.coverage.complete) {
    Markup lines = "\n";
    for (const std::string& line : report.coverage.faults) lines += "at: " + text(line) + "\n";
    ++out.errors;
    fault =
        element("error",
                {{"type", "incomplete"}, {"message", "something that should have been read was not"}}, lines);
  }
  add_case(out, "readiness.audit", "Everything was read", fault);
  if (!report.gate.fail_under && !report.gate.fail_on) return out;
  Markup missed;
  if (!report.gate.met) {
    Markup lines = "\n";
    for (const std::string& line : report.gate.reasons) lines += "because: " + text(line) + "\n";
    ++out.failures;
    missed = element("failure", {{"type", "gate"}, {"message", "the gate is missed"}}, lines);
  }
  add_case(out, "readiness.audit", "The gate is met", missed);
  return out;
}

Markup suite_markup(const Suite& suite, const Markup& title, const Markup& first) {
  return block("testsuite",
               {{"name", title},
                {"tests", number(suite.tests)},
                {"failures", number(suite.failures)},
                {"errors", number(suite.errors)},
                {"skipped", number(suite.skipped)},
                {"time", "0"}},
               "\n" + first + suite.cases);
}

Markup properties_of(const Report& report) {
  const auto property = [](const Markup& name, const Markup& value) {
    return value.empty() ? Markup() : block("property", {{"name", name}, {"value", value}}, {});
  };
  return block(
      "properties", {},
      "\n" + property("score", number(static_cast<std::uint64_t>(report.scorecard.overall.points()))) +
          property("ruler", text(report.verdicts.ruler)) + property("commit", text(report.identity.commit)) +
          property("version", text(report.tool_version)));
}

}  // namespace

std::string render_junit(const Report& report, const RenderOptions&) {
  const Suite audit = audit_suite(report);
  Suite all = audit;
  Markup suites = suite_markup(audit, "Audit", properties_of(report));
  for (const checks::PackInfo& pack : report.verdicts.packs) {
    Suite suite;
    for (const Verdict& verdict : report.verdicts.verdicts)
      if (verdict.check.pack == pack.name) add_verdict(suite, verdict);
    if (suite.tests == 0) continue;
    suites += suite_markup(suite, name(pack.title, pack.name), {});
    all.tests += suite.tests, all.failures += suite.failures, all.errors += suite.errors;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + block("testsuites",
                                                                {{"name", "readiness"},
                                                                 {"tests", number(all.tests)},
                                                                 {"failures", number(all.failures)},
                                                                 {"errors", number(all.errors)},
                                                                 {"time", "0"}},
                                                                "\n" + suites)
                                                              .str();
}

}  // namespace readiness::report
