// SPDX-License-Identifier: Apache-2.0
// GB/s of the scan core on one core. Text: the files named in the file of READINESS_BENCH_FILES (one path a
// line, the output of `find`), else made up. Patterns: the lines of the file of READINESS_BENCH_PATTERNS,
// else about 600 like those of the packs.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "scan/scanner.h"

using namespace readiness;

namespace {

constexpr std::size_t kMadeUpFiles = 2000;

std::vector<std::string> lines_of_file(const char* variable) {
  std::vector<std::string> lines;
  const char* path = std::getenv(variable);
  std::ifstream in(path == nullptr ? "" : path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Names of interfaces as code uses them, credentials as their makers shape them, phrases as people write
// them.
std::vector<scan::PatternSpec> made_up_patterns() {
  const std::vector<std::string> names{
      "pg_dump",        "mongodump",   "create_index",     "beginTransaction", "HikariConfig",
      "sqlalchemy",     "mongoose",    "prisma",           "winston",          "structlog",
      "getLogger",      "slf4j",       "sentry_sdk",       "opentelemetry",    "prometheus",
      "micrometer",     "ratelimit",   "throttle",         "helmet",           "csrf_exempt",
      "bcrypt",         "argon2",      "jsonwebtoken",     "passport",         "livenessProbe",
      "readinessProbe", "HEALTHCHECK", "terminationGrace", "gunicorn",         "uvicorn",
      "alembic",        "flyway",      "liquibase",        "makemigrations",   "celery",
      "sidekiq",        "stripe",      "twilio",           "sendgrid",         "elasticsearch",
      "graphql",        "openapi",     "paginate",         "Idempotency",      "dangerouslySet",
      "child_process",  "yaml.load",   "pickle.loads"};
  const std::vector<std::string> prefixes{"akq_", "ghz_", "xoxq-",   "sk_qive_", "glqat-",
                                          "AQIA", "npq_", "dop_q1_", "SQx_",      "rq_live_"};
  std::vector<scan::PatternSpec> specs;
  for (const std::string& name : names) {
    for (const char* shape : {"\\b%\\(", "import\\s+%", "(?i)\\b%[_-]?(?:client|config)\\b", "from\\s+[\"']%",
                              "new\\s+%\\w*\\(", "%\\.(?:connect|init|create)\\(", "@%\\b",
                              "require\\([\"']%[\"'/]", "(?m)^\\s*%:", "(?<!\\w)%\\s*=\\s*true"}) {
      std::string regex = shape;
      regex.replace(regex.find('%'), 1, name);
      specs.push_back({.regex = regex});
    }
  }
  for (const std::string& prefix : prefixes) {
    for (const char* tail :
         {"[A-Za-z0-9]{36}", "[0-9a-f]{32}", "[A-Z2-7]{16}", "[\\w-]{20,60}", "[a-z0-9]{24}\\b"}) {
      specs.push_back({.regex = "(?<!\\w)(?<key>" + prefix + tail + ")", .filters = scan::Filters{.secret = "key"}});
    }
  }
  for (const char* word :
       {"password", "secret", "api[_-]?key", "access[_-]?token", "private[_-]?key", "credential"}) {
    for (const char* shape : {"[\\w.-]{0,20}\\s*[:=]\\s*[\"'](?<value>[^\"'\\s]{8,80})", "\\s+is\\s+required",
                              "_env\\b", "s?\\.get\\("}) {
      specs.push_back({.regex = std::string("(?i)") + word + shape});
    }
  }
  return specs;
}

std::vector<scan::PatternSpec> patterns() {
  std::vector<scan::PatternSpec> specs;
  for (const std::string& line : lines_of_file("READINESS_BENCH_PATTERNS")) {
    if (scan::check_regex(line)) specs.push_back({.regex = line});
  }
  return specs.empty() ? made_up_patterns() : specs;
}

std::vector<std::string> texts() {
  std::vector<std::string> all;
  for (const std::string& path : lines_of_file("READINESS_BENCH_FILES")) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    all.push_back(bytes.str());
  }
  if (!all.empty()) return all;
  const std::vector<std::string> words{"return ", "const ", "value",   "self.",  "(",      ") ",
                                       "{\n  ",   "}\n",    "import ", "result", " = ",    "0",
                                       "string",  "if ",    "error",   ", ",     "\n    ", "name",
                                       "// the ", "client", "config",  "async "};
  std::mt19937 random(42);
  for (std::size_t i = 0; i < kMadeUpFiles; ++i) {
    std::string text;
    while (text.size() < 8000) text += words[random() % words.size()];
    all.push_back(text);
  }
  return all;
}

struct Corpus {
  std::string bytes;
  std::vector<std::pair<std::size_t, std::size_t>> places;  // begin and size of each text
  std::size_t total = 0;
};

Corpus corpus() {
  Corpus made;
  for (const std::string& text : texts()) {
    made.places.emplace_back(made.bytes.size(), text.size());
    made.bytes.append(text).append(64, '\0');
    made.total += text.size();
  }
  return made;
}

void scan_texts(benchmark::State& state) {
  const auto set = scan::PatternSet::compile(patterns());
  if (!set) return state.SkipWithError(base::render(set.errors()).c_str());
  const Corpus text = corpus();
  const base::RegionMap regions;
  const scan::Eligible everywhere = [](scan::PatternId) { return true; };
  const scan::LazyRegions all_code = [&]() -> const base::RegionMap& { return regions; };
  scan::Scanner scanner(*set);
  std::vector<scan::Hit> hits;
  std::size_t count = 0;
  for (auto _ : state) {
    count = 0;
    for (const auto& [begin, size] : text.places) {
      hits.clear();
      scanner.scan(std::string_view(text.bytes).substr(begin, size), everywhere, all_code, hits);
      count += hits.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.total));
  state.counters["patterns"] = static_cast<double>(set->size());
  state.counters["slow"] = static_cast<double>(set->slow().size());
  state.counters["hits_per_MB"] = static_cast<double>(count) * 1e6 / static_cast<double>(text.total);
}
BENCHMARK(scan_texts)->Unit(benchmark::kMillisecond);

void compile_patterns(benchmark::State& state) {
  const std::vector<scan::PatternSpec> specs = patterns();
  for (auto _ : state) benchmark::DoNotOptimize(scan::PatternSet::compile(specs).ok());
}
BENCHMARK(compile_patterns)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
