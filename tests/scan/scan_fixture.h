// SPDX-License-Identifier: Apache-2.0
// Runs patterns over a text with both engines and demands that they agree.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "scan/scanner.h"

namespace scan_test {

using readiness::scan::Engine;
using readiness::scan::Hit;
using readiness::scan::Outcome;
using readiness::scan::PatternId;
using readiness::scan::PatternSet;
using readiness::scan::PatternSpec;

struct FoundSpan {
  PatternId pattern;
  std::uint32_t begin;
  std::uint32_t end;
  bool operator==(const FoundSpan&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const FoundSpan& s) {
  return out << s.pattern << ':' << s.begin << '-' << s.end;
}

struct Scanned {
  std::vector<Hit> hits;
  Outcome outcome;
};

/// The scanner may read 64 bytes behind the text.
inline std::string padded(std::string_view text) { return std::string(text) + std::string(64, '\0'); }

inline Scanned scan_set(const PatternSet& set, std::string_view text,
                        const readiness::base::RegionMap& regions = {}) {
  readiness::scan::Scanner scanner(set);
  const std::string bytes = padded(text);
  Scanned result;
  result.outcome = scanner.scan(
      std::string_view(bytes).substr(0, text.size()), [](PatternId) { return true; },
      [&]() -> const readiness::base::RegionMap& { return regions; }, result.hits);
  return result;
}

inline Scanned scan_with(Engine engine, const std::vector<PatternSpec>& specs, std::string_view text,
                         const readiness::base::RegionMap& regions = {}) {
  auto set = PatternSet::compile(specs, engine);
  if (!set) FAIL(readiness::base::render(set.errors()));
  return scan_set(*set, text, regions);
}

inline std::vector<FoundSpan> spans_of(const std::vector<Hit>& hits) {
  std::vector<FoundSpan> spans;
  for (const Hit& hit : hits) spans.push_back({hit.pattern, hit.begin, hit.end});
  return spans;
}

inline std::vector<Hit> hits_of(const std::vector<PatternSpec>& specs, std::string_view text,
                                const readiness::base::RegionMap& regions = {}) {
  Scanned fast = scan_with(Engine::fast, specs, text, regions);
  const Scanned reference = scan_with(Engine::reference, specs, text, regions);
  CHECK(spans_of(fast.hits) == spans_of(reference.hits));
  return std::move(fast.hits);
}

inline std::vector<FoundSpan> spans_of(const std::vector<std::string>& regexes, std::string_view text) {
  std::vector<PatternSpec> specs;
  for (const std::string& regex : regexes) specs.push_back({.regex = regex});
  return spans_of(hits_of(specs, text));
}

}  // namespace scan_test
