// SPDX-License-Identifier: Apache-2.0
// Masks by offset and by value, so that neither a second pattern's excerpt nor a repeated value gives a
// secret away.
#include "scan/redact.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace readiness::scan {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kShortestWithPrefix = 16;
// A shorter value is too common to be hidden wherever it stands ("root", "1234").
constexpr std::size_t kShortestRepeated = 6;
constexpr std::size_t kMostRepeatedValues = 1000;

// The first four characters of public token formats, published by their makers.
constexpr std::array<std::string_view, 40> kPublicPrefixes{
    "AIza", "AKIA", "ASIA", "ATAT", "ATCT", "EAAA", "GOCS", "LTAI", "SG.",  "SK-",
    "dapi", "dckr", "dop_", "eyJ",  "gho_", "ghp_", "ghr_", "ghs_", "ghu_", "gith",
    "glc_", "glpa", "glrt", "glsa", "hf_",  "hvs.", "lin_", "ntn_", "npm_", "pul-",
    "pypi", "rk_l", "rk_t", "sk-a", "sk-p", "sk_l", "sk_t", "whse", "xapp", "xoxb"};

bool has_public_prefix(std::string_view value) {
  return std::any_of(kPublicPrefixes.begin(), kPublicPrefixes.end(),
                     [&](std::string_view prefix) { return value.starts_with(prefix); });
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string mask_of(std::string_view secret) {
  std::string mask;
  if (secret.size() >= kShortestWithPrefix && has_public_prefix(secret)) mask = secret.substr(0, 4);
  return mask.append(kEllipsis);
}

void Secrets::clear() {
  stretches_.clear();
  values_.clear();
}

void Secrets::add(std::uint32_t begin, std::uint32_t end) {
  if (begin < end) stretches_.push_back({begin, end});
}

void Secrets::seal(std::string_view text) {
  text_ = text;
  if (stretches_.empty()) return;
  for (const Stretch& s : stretches_) {
    if (s.end - s.begin >= kShortestRepeated) values_.push_back(text.substr(s.begin, s.end - s.begin));
  }
  std::sort(values_.begin(), values_.end());
  values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  if (values_.size() > kMostRepeatedValues) values_.resize(kMostRepeatedValues);
  std::sort(stretches_.begin(), stretches_.end(), [](auto a, auto b) { return a.begin < b.begin; });
  std::vector<Stretch> merged;
  for (const Stretch& s : stretches_) {
    if (!merged.empty() && s.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, s.end);
    } else {
      merged.push_back(s);
    }
  }
  stretches_ = std::move(merged);
}

// Values that stand a second time between `begin` and `end`, where no pattern found them.
void Secrets::hide_repeated_values(std::uint32_t begin, std::uint32_t end,
                                   std::vector<Stretch>& hidden) const {
  for (const std::string_view value : values_) {
    const auto size = static_cast<std::uint32_t>(value.size());
    const std::uint32_t from = begin - std::min(begin, size);  // one that begins or ends outside counts too
    const std::string_view near = text_.substr(from, end - from + size);
    for (std::size_t at = near.find(value); at != std::string_view::npos; at = near.find(value, at + 1)) {
      const auto first = static_cast<std::uint32_t>(from + at);
      if (first < end && first + size > begin) hidden.push_back({first, first + size});
    }
  }
}

std::string Secrets::masked(std::uint32_t begin, std::uint32_t end) const {
  if (stretches_.empty()) return std::string(text_.substr(begin, end - begin));
  std::vector<Stretch> hidden;
  auto it = std::lower_bound(stretches_.begin(), stretches_.end(), begin,
                             [](const Stretch& s, std::uint32_t at) { return s.end <= at; });
  for (; it != stretches_.end() && it->begin < end; ++it) hidden.push_back(*it);
  hide_repeated_values(begin, end, hidden);
  std::sort(hidden.begin(), hidden.end(), [](auto a, auto b) { return a.begin < b.begin; });
  std::string out;
  std::uint32_t at = begin;
  for (const Stretch& s : hidden) {
    if (s.end <= at) continue;
    if (s.begin >= at) {
      out.append(text_.substr(at, s.begin - at)).append(mask_of(text_.substr(s.begin, s.end - s.begin)));
    } else if (at == begin) {
      out.append(kEllipsis);
    }
    at = std::min(s.end, end);
  }
  return out.append(text_.substr(at, end - at));
}

std::string excerpt_of(std::string_view text, std::uint32_t begin, const Secrets& secrets) {
  constexpr std::uint32_t kBefore = 80;
  const auto is_break = [](char c) { return c == '\n' || c == '\r'; };
  std::uint32_t first = begin;
  while (first > 0 && begin - first < kMaxExcerptBytes && !is_break(text[first - 1])) --first;
  std::uint32_t last = begin;
  while (last < text.size() && last - begin < kMaxExcerptBytes && !is_break(text[last])) ++last;
  if (last - first > kMaxExcerptBytes) {
    first = std::max(first, begin - std::min(begin, kBefore));
    last = std::min(last, first + kMaxExcerptBytes);
    if (last - first < kMaxExcerptBytes) first = last - std::min(last, kMaxExcerptBytes);
  }
  while (first < begin && is_continuation(text[first])) ++first;
  std::string shown = secrets.masked(first, last);
  const auto is_ascii = [](char c) { return static_cast<signed char>(c) >= 0; };
  const bool plain = std::all_of(shown.begin(), shown.end(), is_ascii);
  shown = plain ? std::string(base::trimmed(shown)) : base::valid_utf8(base::trimmed(shown));
  if (shown.size() >
      kMaxExcerptBytes) {  // masks and replacement characters can be longer than what they replace
    std::size_t cut = kMaxExcerptBytes;
    while (cut > 0 && is_continuation(shown[cut])) --cut;
    shown.resize(cut);
  }
  return shown;
}

}  // namespace readiness::scan
