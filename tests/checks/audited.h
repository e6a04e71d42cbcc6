// SPDX-License-Identifier: Apache-2.0
// A pack of a few lines held against a repository of a few files.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "checks/compile.h"
#include "checks/evaluate.h"
#include "rulepack/load.h"
#include "source/source.h"

namespace readiness::checks::testing {

using Files = std::vector<std::pair<std::string, std::string>>;

/// Everything an audit has in its hands, as members that live as long as the test.
struct Audited {
  source::MemorySource source;
  Program program;
  facts::Facts facts;
  Verdicts verdicts;

  const Verdict& of(const std::string& id) const {
    for (const Verdict& verdict : verdicts.verdicts)
      if (verdict.check.id == id) return verdict;
    FAIL("no verdict for " << id);
    return verdicts.verdicts.front();
  }
};

inline source::MemorySource tree_of(const Files& files) {
  std::vector<source::MemorySource::File> out;
  for (const auto& [path, bytes] : files) out.push_back({.path = path, .bytes = bytes});
  return source::MemorySource(std::move(out));
}

inline Program program_of(const std::string& pack, const Settings& settings = {}) {
  const auto book = rulepack::load({{.name = "pack.yaml", .text = pack}});
  INFO((book.ok() ? std::string() : base::render(book.errors())));
  REQUIRE(book.ok());
  auto program = compile(*book, settings);
  INFO((program.ok() ? std::string() : base::render(program.errors())));
  REQUIRE(program.ok());
  return std::move(*program);
}

inline Audited audit(const std::string& pack, const Files& files, const Settings& settings = {}) {
  Audited out{.source = tree_of(files), .program = program_of(pack, settings), .facts = {}, .verdicts = {}};
  auto facts = facts::gather(out.source, out.program.queries, {.jobs = 1});
  REQUIRE(facts.ok());
  out.facts = std::move(*facts);
  out.verdicts = evaluate(out.program, out.facts);
  return out;
}

/// A pack with one check, `p.x`, made of these lines of YAML ("require: …"), each indented by nothing.
inline std::string one_check(const std::vector<std::string>& lines, const std::string& probes = "") {
  std::string out = "pack: p\n" + probes +
                    "checks:\n  - id: p.x\n    title: X\n    effort: 1h\n    why: because\n    tasks: [do]\n";
  for (const std::string& line : lines) out += "    " + line + "\n";
  return out +
         "    tests:\n      - {name: a, files: {a: b}, expect: pass}\n      - {name: b, files: {a: b}, "
         "expect: fail}\n";
}

}  // namespace readiness::checks::testing
