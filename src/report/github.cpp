// SPDX-License-Identifier: Apache-2.0
// For GitHub Actions: workflow commands that annotate a pull request, and the Markdown of a step summary.
// What comes from a repository is escaped as the runner unescapes it, so that it can neither end nor begin a
// command.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/issues.h"
#include "report/markdown/sections.h"
#include "report/report.h"
#include "report/view.h"

namespace readiness::report {
namespace {

// Of each level in a step: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
constexpr std::size_t kMostOfALevel = 10;
constexpr std::size_t kMostMessageBytes = 1'000;
// GitHub refuses summaries above 1,024 KiB.
constexpr std::size_t kMostSummaryBytes = 1'000'000;

constexpr std::array<std::string_view, 3> kCommands{"error", "warning", "notice"};  // by Level

/// The message of a command: '%' is the runner's escape; one_line has left no line break.
std::string message(std::string_view raw, std::size_t most = kMostMessageBytes) {
  std::string out;
  for (const char c : without_commands(one_line(raw, most)))
    out += c == '%' ? std::string("%25") : std::string(1, c);
  return out;
}

/// A property ends at ',' and the properties end at "::".
std::string property(std::string_view raw) {
  std::string out;
  for (const char c : message(raw, 300))
    out += c == ':' ? std::string("%3A") : c == ',' ? std::string("%2C") : std::string(1, c);
  return out;
}

std::string annotation(const Issue& issue, std::size_t places) {
  std::string head(kCommands[static_cast<std::size_t>(level_of(*issue.check))]);
  head += " title=" + property(issue.check->check.title);
  if (const std::string path = property(issue.path()); !path.empty())
    head += fmt::format(",file={},line={}", path, std::max<std::uint32_t>(issue.line(), 1));
  std::string body = message(reason_of(*issue.check));
  const std::vector<std::string>& tasks =
      issue.check->tasks.empty() ? issue.check->check.tasks : issue.check->tasks;
  if (!tasks.empty()) body += "%0A" + message(tasks.front());
  if (places > 1)
    body += fmt::format("%0A{} more of {}", grouped(places - 1), message(issue.check->check.id));
  return fmt::format("::{}::{}\n", head, body);
}

/// One annotation a check before any check gets its second: they are few.
std::vector<Issue> in_turn(const Report& report) {
  std::vector<Issue> out = issues_of(report);
  std::erase_if(out, [](const Issue& issue) { return issue.is_waived(); });
  std::stable_sort(out.begin(), out.end(), [](const Issue& a, const Issue& b) {
    return std::pair(level_of(*a.check), a.nth) < std::pair(level_of(*b.check), b.nth);
  });
  return out;
}

}  // namespace

std::string render_github(const Report& report, const RenderOptions&) {
  std::string out;
  std::array<std::size_t, kCommands.size()> told{};
  std::size_t left_out = 0;
  for (const Issue& issue : in_turn(report)) {
    std::size_t& count = told[static_cast<std::size_t>(level_of(*issue.check))];
    if (count == kMostOfALevel) {
      ++left_out;
      continue;
    }
    ++count;
    out += annotation(issue, issue.nth == 0 ? issue.check->findings_total : 0);
  }
  if (left_out > 0)
    out +=
        fmt::format("readiness: {} more, above the {} annotations of a kind that GitHub shows for a step\n",
                    grouped(left_out), kMostOfALevel);
  for (const std::string& fault : report.coverage.faults)
    out += "readiness: incomplete: " + message(fault) + "\n";
  return out + "readiness: " + message(closing_line(report)) + "\n";
}

std::string render_github_summary(const Report& report, const RenderOptions&) {
  using Put = void (*)(markdown::Document&, const Report&);
  constexpr std::array<Put, 8> kSections{&markdown::put_headline,   &markdown::put_attention,
                                         &markdown::put_blockers,   &markdown::put_progress,
                                         &markdown::put_quick_wins, &markdown::put_next_steps,
                                         &markdown::put_order,      &markdown::put_success_metrics};
  std::string out;
  bool whole = true;
  for (const Put put : kSections) {
    markdown::Document section;
    put(section, report);
    const bool fits = out.size() + section.str().size() < kMostSummaryBytes;
    if (fits) out += section.str() + "\n";
    whole = whole && fits;
  }
  if (!whole) out += "Parts were left out: a step summary holds at most 1 MiB.\n\n";
  return out + markdown::text(closing_line(report)).str() + "\n";
}

}  // namespace readiness::report
