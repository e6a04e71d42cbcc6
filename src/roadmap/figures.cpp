// SPDX-License-Identifier: Apache-2.0
#include "roadmap/figures.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace readiness::roadmap {
namespace {

constexpr std::size_t kMostDigits = 12;
// A unit of time or of staff makes an estimate of a number.
constexpr std::array<std::string_view, 8> kUnits{"min",  "h",     "hour", "day",
                                                 "week", "month", "year", "engineer"};
// In front of a number these make a bound of it.
constexpr std::array<std::string_view, 10> kBounds{"than",  "under", "below", "over", "most",
                                                   "least", "above", "max",   "to",   "phase"};
constexpr std::array<std::string_view, 12> kAhead{"success metric", "goal",       "target",     "projected",
                                                  "projection",     "milestone",  "forecast",   "objective",
                                                  "acceptance",     "definition", "key result", "expected"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> out;
  const std::string lower = base::lower(text);
  for (const std::string_view word : base::split(lower, ' '))
    if (!word.empty()) out.emplace_back(word);
  return out;
}

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_unit(std::string_view word) {
  const std::size_t last = word.find_last_not_of(".,;:()");
  word = word.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return is_one_of(word, kUnits) ||
         (word.ends_with('s') && is_one_of(word.substr(0, word.size() - 1), kUnits));
}

}  // namespace

std::optional<std::uint64_t> bare_number(std::string_view text) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > kMostDigits || !is_digit(text.front())) return {};
  for (const char c : text) {
    if (c == ',') continue;
    if (!is_digit(c)) return {};
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::optional<std::uint64_t> count_in(std::string_view text) {
  // In front of the number stands at most "Resolve all the"; further on it is a number of something else.
  constexpr std::size_t kMostWordsBefore = 3;
  const std::vector<std::string> words = words_in(text);
  for (std::size_t i = 0; i + 1 < words.size() && i <= kMostWordsBefore; ++i) {
    if (i > 0 && is_one_of(words[i - 1], kBounds)) return {};
    const std::optional<std::uint64_t> value = bare_number(words[i]);
    if (!value) continue;
    return is_unit(words[i + 1]) || is_digit(words[i + 1][0]) || words[i + 1][0] == '%' ? std::nullopt
                                                                                        : value;
  }
  return {};
}

bool looks_ahead(std::string_view title) {
  const std::string words = base::lower(title);
  const std::size_t first = std::min(words.find_first_of("abcdefghijklmnopqrstuvwxyz"), words.size());
  const std::string_view rest = std::string_view(words).substr(first);
  return rest.starts_with("after ") || rest.starts_with("once ") || rest.starts_with("by the end") ||
         std::any_of(kAhead.begin(), kAhead.end(),
                     [&](std::string_view word) { return rest.find(word) != std::string_view::npos; });
}

bool is_the_whole(std::string_view text) {
  constexpr std::array<std::string_view, 5> kNames{"readiness", "ready", "overall", "production-ready",
                                                   "maturity"};
  constexpr std::array<std::string_view, 7> kBeside{"production", "score", "current", "total",
                                                    "status",     "our",   "the"};
  std::string plain(text.substr(0, text.find('(')));
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == ':' || c == '*' || c == ','; }, ' ');
  const std::vector<std::string> words = words_in(plain);
  const auto names = [&](const std::string& word) { return is_one_of(word, kNames); };
  return std::any_of(words.begin(), words.end(), names) &&
         std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return names(word) || is_one_of(word, kBeside); });
}

}  // namespace readiness::roadmap
