// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: whatever regex and text come in, the fast engine and PCRE2 alone find the same.
// Input: the regex, a zero byte, then the text, in which bytes from 0x80 to 0xBF stand for pieces of the
// regex.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "scan/scanner.h"

using namespace readiness;

namespace {

struct Result {
  std::vector<scan::Hit> hits;
  scan::Outcome outcome;
};

Result run(const scan::PatternSet& set, std::string_view text) {
  const base::RegionMap regions;
  scan::Scanner scanner(set);
  Result result;
  result.outcome = scanner.scan(
      text, [](scan::PatternId) { return true; }, [&]() -> const base::RegionMap& { return regions; },
      result.hits);
  return result;
}

bool same(const std::vector<scan::Hit>& a, const std::vector<scan::Hit>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].begin != b[i].begin || a[i].end != b[i].end || a[i].captures != b[i].captures) return false;
  }
  return true;
}

// Letters of the regex make the text likely to hold what the regex wants.
std::string grown_text(std::string_view regex, std::string_view seed) {
  std::string text;
  for (const char c : seed) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && byte < 0xC0 && !regex.empty()) {
      text += regex.substr(byte % regex.size(), 6);
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = input.find('\0');
  if (zero == std::string_view::npos || zero > 200) return 0;
  const std::string regex(input.substr(0, zero));
  const std::string grown = grown_text(regex, input.substr(zero + 1, 4000));
  const std::string padded = grown + std::string(64, 'x');
  const std::string_view text = std::string_view(padded).substr(0, grown.size());
  const std::vector<scan::PatternSpec> specs{{.regex = regex}};
  auto fast = scan::PatternSet::compile(specs, scan::Engine::fast);
  auto reference = scan::PatternSet::compile(specs, scan::Engine::reference);
  if (fast.ok() != reference.ok()) std::abort();
  if (!fast) return 0;
  const Result expected = run(*reference, text);
  const Result got = run(*fast, text);
  if (!expected.outcome.limits_reached.empty() || !got.outcome.limits_reached.empty()) return 0;
  if (same(expected.hits, got.hits)) return 0;
  std::fprintf(stderr, "regex: %s\nreference %zu hits, fast %zu hits\n", regex.c_str(), expected.hits.size(),
               got.hits.size());
  std::abort();
}
