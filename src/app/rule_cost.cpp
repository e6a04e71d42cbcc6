// SPDX-License-Identifier: Apache-2.0
// A slow pattern is timed alone over a megabyte of text that looks like source code.
#include "app/rule_cost.h"

#include <chrono>
#include <variant>

#include "base/region.h"
#include "scan/scanner.h"

namespace readiness::app {
namespace {

constexpr std::size_t kSampleBytes = 1 << 20;
constexpr std::size_t kPadding = 64;  // what a scanner may read behind a text

std::string sample_text() {
  static constexpr std::string_view kLines[] = {
      "    for (const auto& entry : entries) total += entry.size();\n",
      "def handle(request, session=None):\n",
      "        return jsonify({\"status\": \"ok\", \"items\": items})\n",
      "  const response = await client.get(`/users/${id}`, { timeout: 3000 });\n",
      "# TODO: explain why the limit is two hundred\n",
      "if err != nil { return fmt.Errorf(\"reading %s: %w\", name, err) }\n",
      "image: registry.example.org/team/service:1.4.2\n",
      "SELECT id, name FROM accounts WHERE created_at > now() - interval '1 day';\n",
  };
  std::string text;
  std::uint32_t state = 12345;
  while (text.size() < kSampleBytes) {
    state = state * 1664525 + 1013904223;  // Numerical Recipes' generator: the same text on every machine
    text += kLines[state >> 29];
  }
  text.resize(kSampleBytes);
  return text;
}

base::Result<double> cost_of(const scan::PatternSpec& pattern, const std::string& sample) {
  base::Result<scan::PatternSet> set = scan::PatternSet::compile({pattern});
  if (!set) return set.errors();
  scan::Scanner scanner(*set);
  const base::RegionMap all_code;
  std::vector<scan::Hit> hits;
  const std::string_view text(sample.data(), kSampleBytes);
  const auto eligible = [](scan::PatternId) { return true; };
  const auto regions = [&]() -> const base::RegionMap& { return all_code; };
  scanner.scan(text.substr(0, 4096), eligible, regions, hits);  // compiles the pattern
  const auto begin = std::chrono::steady_clock::now();
  scanner.scan(text, eligible, regions, hits);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

base::Result<std::vector<SlowRule>> slow_rules(const checks::Program& program) {
  std::vector<scan::PatternSpec> patterns;
  for (const facts::Query& query : program.queries)
    // What `paths` keeps to few named files may be slow: its cost does not grow with the repository.
    if (const auto* text = std::get_if<facts::TextQuery>(&query.what);
        text != nullptr && query.where.paths.empty())
      patterns.push_back(text->pattern);
  const base::Result<scan::PatternSet> set = scan::PatternSet::compile(patterns);
  if (!set) return set.errors();
  std::vector<SlowRule> out;
  const std::string sample = sample_text() + std::string(kPadding, '\0');
  for (const scan::SlowPattern& slow : set.value().slow()) {
    const base::Result<double> cost = cost_of(patterns[slow.pattern], sample);
    if (!cost) return cost.errors();
    out.push_back({patterns[slow.pattern].regex, slow.reason, *cost});
  }
  return out;
}

}  // namespace readiness::app
