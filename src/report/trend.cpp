// SPDX-License-Identifier: Apache-2.0
// Everything but the chart: terminal, CSV, JSON.
#include "report/trend.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/delta.h"
#include "report/json/parts.h"
#include "report/terminal/page.h"
#include "report/view.h"

namespace readiness::report {
namespace {

using terminal::Ink;
using terminal::Line;
using terminal::Page;

constexpr std::size_t kMostRows = 30;  // of the terminal's table without --verbose

std::string signed_points(double points) { return fmt::format("{:+.1f}", points); }

void put_sparkline(Page& page, const delta::Trend& trend) {
  if (trend.samples.empty()) return;
  const delta::Sample& first = trend.samples.front();
  const delta::Sample& last = trend.samples.back();
  const std::string spark = sparkline(trend.samples, page.measure() - 4);
  page.put(Line().to(2).add(spark, last.raw < first.raw ? Ink::bad : Ink::good));
  page.put(Line()
               .to(2)
               .add(fmt::format("{} %", first.score))
               .add(" → ", Ink::faint)
               .add(fmt::format("{} %", last.score), Ink::strong));
}

// The newest rows; the change since the row before stands beside each.
void put_table(Page& page, const delta::Trend& trend, bool all) {
  page.gap();
  page.put(Line()
               .to(2)
               .add("date", Ink::faint)
               .to(14)
               .add("commit", Ink::faint)
               .to(26)
               .add("score", Ink::faint)
               .to(34)
               .add("fail  partial  pass", Ink::faint));
  const std::size_t count = trend.samples.size();
  const std::size_t begin = all || count <= kMostRows ? 0 : count - kMostRows;
  for (std::size_t i = begin; i < count; ++i) {
    const delta::Sample& sample = trend.samples[i];
    const double step = i == 0 ? 0 : sample.raw - trend.samples[i - 1].raw;
    Line line;
    line.to(2).add(sample.date).to(14).add(sample.commit.substr(0, 10), Ink::faint).to(26);
    line.right(sample.scored ? fmt::format("{} %", sample.score) : "–", 5, Ink::strong).to(34);
    line.right(fmt::format("{}", sample.failed), 4).right(fmt::format("{}", sample.partial), 9);
    line.right(fmt::format("{}", sample.passed), 6).add("  ");
    if (step >= 0.05 || step <= -0.05) line.add(signed_points(step), step < 0 ? Ink::bad : Ink::good);
    line.add(sample.tag.empty() ? "" : "  " + base::printable(sample.tag), Ink::accent);
    page.put(line.add(sample.complete ? "" : "  incomplete", Ink::warn));
  }
  if (begin > 0)
    page.prose(4, fmt::format("… and {} older, see --verbose or --format csv", begin), Ink::faint);
}

void put_movers(Page& page, const delta::Trend& trend) {
  if (trend.movers.empty()) return;
  page.heading("WHAT MOVED IT MOST");
  for (const delta::Mover& mover : trend.movers) {
    page.put(Line()
                 .to(2)
                 .right(signed_points(mover.points), 6, mover.points < 0 ? Ink::bad : Ink::good)
                 .add("  ")
                 .add(mover.commit.substr(0, 10), Ink::strong)
                 .add("  " + mover.date, Ink::faint));
    for (const delta::Change& change : mover.changes)
      page.put(
          Line()
              .to(10)
              .left(change.id, 32)
              .add(" ")
              .add(terminal::clipped(fmt::format("{} {}", signed_points(change.points), change_words(change)),
                                     page.measure() - 45),
                   Ink::faint));
  }
}

Json sample_json(const delta::Sample& sample) {
  return {{"commit", sample.commit},   {"date", sample.date},        {"tag", sample.tag},
          {"score", sample.score},     {"raw", rounded(sample.raw)}, {"scored", sample.scored},
          {"counted", sample.counted}, {"passed", sample.passed},    {"partial", sample.partial},
          {"failed", sample.failed},   {"complete", sample.complete}};
}

// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe before it.
std::string cell(const std::string& raw) {
  std::string text = base::printable(raw);
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string sparkline(const std::vector<delta::Sample>& samples, std::size_t columns) {
  constexpr std::array<const char*, 8> kBlocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string out;
  for (std::size_t i = samples.size() - std::min(samples.size(), columns); i < samples.size(); ++i) {
    const double share = std::clamp(samples[i].raw / 100, 0.0, 1.0);
    out += samples[i].scored ? kBlocks[std::min<std::size_t>(static_cast<std::size_t>(share * 8), 7)] : " ";
  }
  return out;
}

std::string render_trend_terminal(const TrendPage& trend_page, const RenderOptions& options) {
  const delta::Trend& trend = trend_page.trend;
  Page page(options.width, options.colour);
  page.gap();
  page.put(
      Line()
          .to(2)
          .add("production readiness", Ink::strong)
          .add(fmt::format("  {}, one a {}{}", counted(trend.samples.size(), "sample", "samples"),
                           trend.every, trend.branch.empty() ? "" : " of " + base::printable(trend.branch)),
               Ink::faint));
  put_sparkline(page, trend);
  put_table(page, trend, options.verbose);
  put_movers(page, trend);
  page.gap();
  for (const std::string& note : trend.notes) page.labelled(2, 2, "!", note, 3, Ink::warn);
  for (const std::string& fault : trend_page.faults) page.labelled(2, 2, "!", fault, 3, Ink::bad);
  page.prose(2, "ruler " + trend.ruler + ": every commit is held against today's rules", Ink::faint);
  page.gap();
  return page.text();
}

std::string render_trend_csv(const TrendPage& page, const RenderOptions&) {
  std::string out = "date,commit,tag,score,raw,counted,passed,partial,failed,complete\r\n";
  for (const delta::Sample& s : page.trend.samples)
    out += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", s.date, s.commit, cell(s.tag),
                       s.scored ? std::to_string(s.score) : "",
                       s.scored ? fmt::format("{:.6g}", rounded(s.raw)) : "", s.counted, s.passed, s.partial,
                       s.failed, s.complete ? "yes" : "no");
  return out;
}

std::string render_trend_json(const TrendPage& page, const RenderOptions&) {
  const delta::Trend& trend = page.trend;
  Json out = {{"schema", "readiness/trend@1"},
              {"tool", {{"name", "readiness"}, {"version", page.tool_version}}},
              {"complete", page.complete},
              {"faults", page.faults},
              {"trend", trend_json(trend)}};
  return json_text(out);
}

Json trend_json(const delta::Trend& trend) {
  Json samples = Json::array();
  for (const delta::Sample& sample : trend.samples) samples.push_back(sample_json(sample));
  Json movers = Json::array();
  for (const delta::Mover& mover : trend.movers)
    movers.push_back({{"commit", mover.commit},
                      {"date", mover.date},
                      {"before", mover.before},
                      {"after", mover.after},
                      {"points", rounded(mover.points)},
                      {"changes", changes_json(mover.changes)}});
  return {{"every", trend.every},          {"ruler", trend.ruler},        {"branch", trend.branch},
          {"samples", std::move(samples)}, {"movers", std::move(movers)}, {"notes", trend.notes}};
}

const std::vector<TrendFormat>& trend_formats() {
  static const std::vector<TrendFormat> kFormats{{"terminal", &render_trend_terminal},
                                                 {"csv", &render_trend_csv},
                                                 {"json", &render_trend_json},
                                                 {"svg", &render_trend_svg}};
  return kFormats;
}

}  // namespace readiness::report
