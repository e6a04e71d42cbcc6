// SPDX-License-Identifier: Apache-2.0
// The shape of a name: how tests are called in each ecosystem, and first parts that may have anything behind
// them.
#include "classify/name_shapes.h"

#include <algorithm>

namespace readiness::classify {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// `OrderTest.java`, `OrderSpec.scala`, `OrdersIT.java`: a capital word at the end of the stem.
// Known first parts with anything behind them.
struct Beginning {
  std::string_view begin;
  std::string_view end;
  Hints hints;
};
constexpr Beginning kBeginnings[] = {
    {"dockerfile.", "", kDeploy},
    {"dockerfile-", "", kDeploy},
    {"containerfile.", "", kDeploy},
    {"docker-compose", ".yml", kDeploy},
    {"docker-compose", ".yaml", kDeploy},
    {"compose", ".yml", kDeploy},
    {"compose", ".yaml", kDeploy},
    {"docker-stack", ".yml", kDeploy},
    {"procfile.", "", kDeploy},
    {"fly.", ".toml", kDeploy},
    {"nginx", ".conf", kDeploy},
    {"nginx", ".template", kDeploy},
    {"pulumi.", ".yaml", kDeploy},
    {"playbook", ".yml", kDeploy},
    {"playbook", ".yaml", kDeploy},
    {"k8s", ".yaml", kDeploy},
    {"k8s", ".yml", kDeploy},
    {"kubernetes", ".yaml", kDeploy},
    {"kubernetes", ".yml", kDeploy},
    {"cloudbuild", ".yaml", kCi},
    {"cloudbuild", ".yml", kCi},
    {"azure-pipelines", ".yml", kCi},
    {"azure-pipelines", ".yaml", kCi},
    {"jenkinsfile", "", kCi},
    {"buildspec", ".yml", kCi},
    {".gitlab-ci", ".yml", kCi},
    {"zz_generated", ".go", kGenerated},
    {"requirements", ".txt", kConfig},
    {"requirements", ".in", kConfig},
    {"tsconfig", ".json", kConfig},
    {".env", "", kConfig},
    {"license", "", kDocs},
    {"licence", "", kDocs},
    {"copying", "", kDocs},
    {"readme", "", kDocs},
    {"changelog", "", kDocs},
    {"webpack.", ".js", kConfig},
    {"webpack.", ".ts", kConfig},
    {"webpack.", ".cjs", kConfig},
    {"gemfile.", "", kConfig},
    {"phpunit", ".dist", kConfig},
    {"jquery-", ".js", kVendored},
    {"jquery.min", ".js", kVendored},
    {"jquery-", ".css", kVendored},
    {"bootstrap.bundle", ".js", kVendored},
    {"bootstrap.", "css", kVendored},
    {"bootstrap-", ".js", kVendored},
    {"makefile.", "", kScript},
    {"values", ".yaml", 0},
};

}  // namespace

bool has_test_word(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  const std::string_view extension = name.substr(std::min(stem.size() + 1, name.size()));
  struct Word {
    std::string_view word;
    std::string_view extensions;
  };
  constexpr Word kWords[] = {
      {"Test", "java kt kts scala groovy cs vb fs php swift m mm dart cpp cc js ts tsx jsx hs rb cls"},
      {"Tests", "java kt scala groovy cs vb fs swift m mm cpp cc js ts php dart hs"},
      {"TestCase", "java php swift m py"},
      {"Spec", "scala kt groovy swift js ts jsx tsx hs php"},
      {"Specs", "scala kt groovy swift js ts cs"},
      {"IT", "java kt groovy scala"},
      {"ITCase", "java scala"},
      {"Cest", "php"},
      {"Benchmark", "java kt scala cs"},
      {"Benchmarks", "java kt scala cs"},
  };
  if (stem.empty() || std::string_view("tsceTk").find(stem.back()) == kNone) return false;
  for (const Word& row : kWords) {
    if (stem.back() != row.word.back() || stem.size() <= row.word.size() || !stem.ends_with(row.word) ||
        !is_lower(stem[stem.size() - row.word.size() - 1]))
      continue;
    const std::size_t at = row.extensions.find(extension);
    if (at != kNone && !extension.empty() && (at == 0 || row.extensions[at - 1] == ' ') &&
        (at + extension.size() == row.extensions.size() || row.extensions[at + extension.size()] == ' '))
      return true;
  }
  return false;
}

bool begins_like_test(std::string_view lower, std::string_view name) {
  if (lower.front() != 't' && lower.front() != 'm') return false;
  if (lower.starts_with("test_") || lower.starts_with("tests_"))
    return lower.ends_with(".py") || lower.ends_with(".rb") || lower.ends_with(".c") ||
           lower.ends_with(".cpp") || lower.ends_with(".cc") || lower.ends_with(".js") ||
           lower.ends_with(".ts") || lower.ends_with(".sh") || lower.ends_with(".jl") ||
           lower.ends_with(".ipynb") || lower.ends_with(".el") || lower.ends_with(".lua") ||
           lower.ends_with(".rs");
  if (lower.starts_with("test-"))
    return lower.ends_with(".js") || lower.ends_with(".r") || lower.ends_with(".sh") ||
           lower.ends_with(".mjs");
  if (lower.starts_with("mock_")) return lower.ends_with(".go");
  return name.size() > 5 && name.starts_with("Test") && is_upper(name[4]) && lower.ends_with(".java");
}

Hints by_beginning(std::string_view lower) {
  for (const Beginning& row : kBeginnings) {
    if (lower.front() != row.begin.front() || !lower.starts_with(row.begin)) continue;
    if (lower.size() < row.begin.size() + row.end.size() || !lower.ends_with(row.end)) continue;
    const bool is_stem = row.hints == kDocs;  // LICENSE-MIT, README.ja.md, but not license_checker.py
    if (!is_stem) return row.hints;
    const char next = lower.size() > row.begin.size() ? lower[row.begin.size()] : '.';
    const std::string_view extension = lower.substr(lower.rfind('.') + 1);
    const bool is_text = extension == lower || extension == "txt" || extension == "md" ||
                         extension == "rst" || extension == "adoc" || extension == "html" ||
                         extension == "org" || extension == "rdoc" || extension == "markdown" ||
                         extension.size() > 8 || lower.find('.') == kNone;
    if ((next == '.' || next == '-' || next == '_') && is_text) return kDocs;
  }
  return 0;
}

}  // namespace readiness::classify
