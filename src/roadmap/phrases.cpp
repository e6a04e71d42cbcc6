// SPDX-License-Identifier: Apache-2.0
#include "roadmap/phrases.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace readiness::roadmap {
namespace {

// What a task is written with, whatever it is about. Without these, "Implement rate limiting middleware" is
// about rate limiting, and "Add file upload rate limiting" only partly so.
constexpr std::array<std::string_view, 91> kLight{"a",
                                                  "an",
                                                  "the",
                                                  "of",
                                                  "for",
                                                  "to",
                                                  "in",
                                                  "on",
                                                  "with",
                                                  "and",
                                                  "or",
                                                  "all",
                                                  "any",
                                                  "every",
                                                  "each",
                                                  "from",
                                                  "by",
                                                  "as",
                                                  "at",
                                                  "is",
                                                  "are",
                                                  "be",
                                                  "it",
                                                  "its",
                                                  "into",
                                                  "via",
                                                  "no",
                                                  "not",
                                                  "without",
                                                  "use",
                                                  "used",
                                                  "using",
                                                  "new",
                                                  "more",
                                                  "our",
                                                  "your",
                                                  "this",
                                                  "that",
                                                  "add",
                                                  "added",
                                                  "implement",
                                                  "create",
                                                  "created",
                                                  "set",
                                                  "up",
                                                  "setup",
                                                  "configure",
                                                  "configured",
                                                  "enable",
                                                  "enabled",
                                                  "integrate",
                                                  "integration",
                                                  "support",
                                                  "write",
                                                  "build",
                                                  "make",
                                                  "ensure",
                                                  "introduce",
                                                  "complete",
                                                  "completed",
                                                  "finish",
                                                  "provide",
                                                  "define",
                                                  "establish",
                                                  "apply",
                                                  "enforce",
                                                  "remove",
                                                  "replace",
                                                  "proper",
                                                  "basic",
                                                  "system",
                                                  "strategy",
                                                  "layer",
                                                  "process",
                                                  "mechanism",
                                                  "feature",
                                                  "comprehensive",
                                                  "working",
                                                  "automated",
                                                  "existing",
                                                  "implementation",
                                                  "infrastructure",
                                                  "production",
                                                  "ready",
                                                  "code",
                                                  "component",
                                                  "file",
                                                  "middleware",
                                                  "framework",
                                                  "logic",
                                                  "service"};

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != std::string_view::npos; }

/// Takes `ending` off when a word is left.
bool take(std::string& word, std::string_view ending) {
  const std::string_view rest =
      std::string_view(word).substr(0, word.size() - std::min(word.size(), ending.size()));
  if (!word.ends_with(ending) || rest.size() < 3 || !has_vowel(rest)) return false;
  word.resize(rest.size());
  return true;
}

const std::set<std::string>& light_stems() {
  static const std::set<std::string> kStems = [] {
    std::set<std::string> out;
    for (const std::string_view word : kLight) out.insert(stem_of(word));
    return out;
  }();
  return kStems;
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool stands_at(const std::vector<std::string>& stems, const std::vector<Word>& words, std::size_t at) {
  if (at + stems.size() > words.size()) return false;
  for (std::size_t i = 0; i < stems.size(); ++i)
    if (words[at + i].stem != stems[i]) return false;
  return true;
}

struct Span {
  std::size_t begin = 0, end = 0, verdict = 0;
  bool inside(const Span& other) const {
    return begin >= other.begin && end <= other.end && end - begin < other.end - other.begin;
  }
};

void mark(std::vector<bool>& words, const Span& span) {
  std::fill(words.begin() + static_cast<std::ptrdiff_t>(span.begin),
            words.begin() + static_cast<std::ptrdiff_t>(span.end), true);
}

/// Of the words that weigh, or that some phrase speaks of, the share that is marked in `own`.
double share_of(const std::vector<Word>& words, const std::vector<bool>& own,
                const std::vector<bool>& spoken_of) {
  double all = 0;
  double spoken = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].weighs && !spoken_of[i]) continue;
    all += 1;
    spoken += own[i] ? 1 : 0;
  }
  return all > 0 ? spoken / all : 0;
}

bool joins(std::string_view text) {
  constexpr std::array<std::string_view, 5> kJoints{" and ", " & ", " + ", ", ", "/"};
  return std::any_of(kJoints.begin(), kJoints.end(),
                     [&](std::string_view joint) { return text.find(joint) != std::string_view::npos; });
}

}  // namespace

std::string stem_of(std::string_view word) {
  std::string out(word);
  if (take(out, "ies"))
    out += 'y';
  else if (!out.ends_with("ss") && !out.ends_with("us") && !out.ends_with("is"))
    take(out, "s");
  const bool verb = take(out, "ing") || take(out, "ed");
  take(out, "e");
  const std::size_t size = out.size();
  if (verb && size > 3 && out[size - 1] == out[size - 2] && out[size - 1] != 's' && out[size - 1] != 'l')
    out.pop_back();
  return out;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  const std::string lower = base::lower(text);
  int brackets = 0;
  for (std::size_t i = 0; i < lower.size();) {
    if (!is_word(lower[i])) {
      brackets += lower[i] == '(' ? 1 : lower[i] == ')' && brackets > 0 ? -1 : 0;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < lower.size() && is_word(lower[end])) ++end;
    std::string stem = stem_of(std::string_view(lower).substr(i, end - i));
    const bool weighs = brackets == 0 && !is_number(stem) && !light_stems().contains(stem);
    out.push_back({std::move(stem), weighs});
    i = end;
  }
  return out;
}

PhraseBook::PhraseBook(const checks::Verdicts& verdicts) {
  for (std::size_t i = 0; i < verdicts.verdicts.size(); ++i) {
    const rulepack::Check& check = verdicts.verdicts[i].check;
    if (check.preview || check.disabled) continue;
    for (const std::string& phrase : check.phrases) add(phrase, i);
    add(check.title, i);
    add(check.id, i);
  }
}

void PhraseBook::add(std::string_view phrase, std::size_t verdict) {
  Phrase out{.verdict = verdict};
  for (Word& word : words_of(phrase)) out.stems.push_back(std::move(word.stem));
  if (out.stems.empty()) return;
  std::vector<Phrase>& row = by_first_[out.stems.front()];
  row.push_back(std::move(out));
}

Match PhraseBook::match(std::string_view text) const {
  const std::vector<Word> words = words_of(text);
  std::vector<Span> spans;
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const auto row = by_first_.find(words[at].stem); row != by_first_.end())
      for (const Phrase& phrase : row->second)
        if (stands_at(phrase.stems, words, at))
          spans.push_back({at, at + phrase.stems.size(), phrase.verdict});
  // "backup retention" speaks of retention, not of backups.
  std::set<std::size_t> verdicts;
  std::vector<bool> spoken_of(words.size(), false);
  for (const Span& span : spans) {
    if (std::any_of(spans.begin(), spans.end(), [&](const Span& other) { return span.inside(other); }))
      continue;
    verdicts.insert(span.verdict);
    mark(spoken_of, span);
  }
  Match out{.verdicts = {verdicts.begin(), verdicts.end()}, .share = share_of(words, spoken_of, spoken_of)};
  for (const std::size_t verdict : verdicts) {
    std::vector<bool> own(words.size(), false);
    for (const Span& span : spans)
      if (span.verdict == verdict) mark(own, span);
    out.best_share = std::max(out.best_share, share_of(words, own, spoken_of));
  }
  out.lists = joins(text);
  return out;
}

}  // namespace readiness::roadmap
