// SPDX-License-Identifier: Apache-2.0
// Nothing is copied from the text before finish() knows every secret in it.
#include "scan/text_scan.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "scan/line_marks.h"

namespace readiness::scan {
namespace {

std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  return text;
}

}  // namespace

void TextScan::begin(std::string_view text, const LazyRegions& regions) {
  text_ = text;
  regions_ = &regions;
  region_map_ = nullptr;
  budget_.begin_text(text.size());
  raw_.clear();
  groups_.clear();
  secrets_.clear();
  outcome_.hits_dropped = 0;
  outcome_.limits_reached.clear();
}

void TextScan::search(PatternId id, const Pattern& pattern, std::span<const Window> windows) {
  WindowSearch search(matcher_, pattern.code, pattern.beginning ? &*pattern.beginning : nullptr, text_,
                      budget_);
  budget_.begin_pattern();
  std::uint32_t kept = 0;
  seen_.clear();
  for (const Window window : windows) {
    search.search(window, [&] { keep_if_wanted(id, pattern, kept); });
  }
  if (search.limit_reached()) outcome_.limits_reached.push_back(id);
}

void TextScan::keep_if_wanted(PatternId id, const Pattern& pattern, std::uint32_t& kept) {
  const Span whole = matcher_.span(0);
  match_.begin = static_cast<std::uint32_t>(whole.begin);
  match_.end = static_cast<std::uint32_t>(whole.end);
  if (pattern.region && region_at(match_.begin) != *pattern.region) return;
  match_.groups.clear();
  for (const NamedGroup& group : pattern.code.groups()) match_.groups.push_back(matcher_.span(group.number));
  if (!pattern.filters.keeps(text_, match_, filter_matcher_, seen_)) return;
  const Span secret = pattern.filters.secret(match_);
  if (secret.set)
    secrets_.add(static_cast<std::uint32_t>(secret.begin), static_cast<std::uint32_t>(secret.end));
  if (kept++ >= kMaxHitsOfPattern) {
    ++outcome_.hits_dropped;
    return;
  }
  raw_.push_back({id, match_.begin, match_.end, groups_.size()});
  groups_.insert(groups_.end(), match_.groups.begin(), match_.groups.end());
}

base::Region TextScan::region_at(std::uint32_t offset) {
  if (region_map_ == nullptr) region_map_ = &(*regions_)();
  return region_map_->at(offset);
}

Outcome TextScan::finish(const std::vector<Pattern>& patterns, std::vector<Hit>& hits) {
  if (!raw_.empty()) {
    std::sort(raw_.begin(), raw_.end(), [](const RawHit& a, const RawHit& b) {
      return std::tie(a.begin, a.pattern) < std::tie(b.begin, b.pattern);
    });
    secrets_.seal(text_);
    LineMarks lines(text_);
    for (const RawHit& raw : raw_) hits.push_back(build(raw, patterns[raw.pattern], lines.at(raw.begin)));
  }
  std::sort(outcome_.limits_reached.begin(), outcome_.limits_reached.end());
  return outcome_;
}

Hit TextScan::build(const RawHit& raw, const Pattern& pattern, base::Mark mark) const {
  Hit hit{.pattern = raw.pattern, .begin = raw.begin, .end = raw.end, .mark = mark};
  hit.excerpt = excerpt_of(text_, raw.begin, secrets_);
  const std::vector<NamedGroup>& groups = pattern.code.groups();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Span& span = groups_[raw.first_group + i];
    if (!span.set) continue;
    const auto begin = static_cast<std::uint32_t>(span.begin);
    const auto end = static_cast<std::uint32_t>(span.end);
    hit.captures.emplace_back(groups[i].name,
                              cut(base::valid_utf8(secrets_.masked(begin, end)), kMaxCaptureBytes));
  }
  return hit;
}

}  // namespace readiness::scan
