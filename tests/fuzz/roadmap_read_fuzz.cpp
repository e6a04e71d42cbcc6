// SPDX-License-Identifier: Apache-2.0
// libFuzzer entry for hand-written roadmaps: whatever the bytes are, claims keep to their file, boxes stand
// on a blank or an x between brackets, and ticking changes nothing but those bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "roadmap/verification.h"

using namespace readiness;

namespace {

void demand(bool promise) {
  if (!promise) std::abort();
}

const checks::Verdicts& verdicts() {
  static const checks::Verdicts kVerdicts = [] {
    checks::Verdicts out;
    checks::Verdict verdict{.outcome = checks::Outcome::pass};
    verdict.check = {
        .id = "api.rate-limit", .title = "Requests are rate limited", .phrases = {"a", "rate limiting"}};
    out.verdicts.push_back(std::move(verdict));
    return out;
  }();
  return kVerdicts;
}

const score::Scorecard& scores() {
  static const score::Scorecard kScores{
      .overall = {.weight = 100, .earned = 56, .counted = 3},
      .categories = {
          {.pack = "api", .title = "Api and a", .tally = {.weight = 1, .earned = 1, .counted = 1}}}};
  return kScores;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  base::Result<roadmap::Roadmap> read = roadmap::read_roadmap(bytes, "f");
  if (!read) {
    demand(!read.errors().front().message.empty());
    return 0;
  }
  std::size_t lines = 1;
  for (const char c : bytes) lines += c == '\n' || c == '\r' ? 1U : 0U;
  for (const roadmap::Claim& claim : read->claims) {
    demand(claim.line >= 1 && claim.line <= lines + 1);
    demand(base::is_valid_utf8(claim.text));
    if (claim.box)
      demand(claim.box->offset > 0 && claim.box->offset + 1 < size && bytes[claim.box->offset - 1] == '[' &&
             bytes[claim.box->offset + 1] == ']');
  }
  const roadmap::TreePaths tree({"docs/a.md", "src/b.py"});
  const roadmap::VerifiedRoadmap verified =
      roadmap::verify(std::move(*read), {verdicts(), scores(), "2026-01-02"}, tree);
  demand(verified.judgements.size() == verified.roadmap.claims.size());
  const std::vector<std::size_t> ticks = roadmap::tickable(verified);
  const std::string written = roadmap::with_ticks(bytes, verified.roadmap, ticks);
  std::size_t changed = 0;
  demand(written.size() == size);
  for (std::size_t i = 0; i < size; ++i) changed += written[i] == bytes[i] ? 0U : 1U;
  demand(changed == ticks.size());
  return 0;
}
