// SPDX-License-Identifier: Apache-2.0
#include "roadmap/state.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/code_point.h"
#include "base/text.h"

namespace readiness::roadmap {
namespace {

struct Icon {
  char32_t code;
  State state;
};
constexpr std::array kIcons{Icon{U'✅', State::done},
                            Icon{U'✔', State::done},
                            Icon{U'✓', State::done},
                            Icon{U'☑', State::done},
                            Icon{U'❌', State::open},
                            Icon{U'✗', State::open},
                            Icon{U'✘', State::open},
                            Icon{U'❎', State::open},
                            Icon{U'☐', State::open},
                            Icon{U'⬜', State::open},
                            Icon{U'⏳', State::open},
                            Icon{U'⌛', State::open},
                            Icon{U'\U0001F532', State::open},
                            Icon{U'\U0001F6AB', State::open},
                            Icon{U'⚠', State::partial},
                            Icon{U'\U0001F504', State::partial},
                            Icon{U'\U0001F6A7', State::partial},
                            Icon{U'\U0001F3D7', State::partial}};

struct Word {
  std::string_view text;
  State state;
};
// Longer ones before their beginnings.
constexpr std::array kWords{Word{"not started", State::open},
                            Word{"not complete", State::open},
                            Word{"not done", State::open},
                            Word{"not implemented", State::open},
                            Word{"not yet", State::open},
                            Word{"incomplete", State::open},
                            Word{"pending", State::open},
                            Word{"to do", State::open},
                            Word{"todo", State::open},
                            Word{"planned", State::open},
                            Word{"missing", State::open},
                            Word{"next up", State::open},
                            Word{"next", State::open},
                            Word{"blocked", State::open},
                            Word{"backlog", State::open},
                            Word{"remaining", State::open},
                            Word{"deferred", State::open},
                            Word{"open", State::open},
                            Word{"partially complete", State::partial},
                            Word{"partially done", State::partial},
                            Word{"partially", State::partial},
                            Word{"partial", State::partial},
                            Word{"in progress", State::partial},
                            Word{"work in progress", State::partial},
                            Word{"wip", State::partial},
                            Word{"ongoing", State::partial},
                            Word{"started", State::partial},
                            Word{"underway", State::partial},
                            Word{"in review", State::partial},
                            Word{"mostly done", State::partial},
                            Word{"mostly complete", State::partial},
                            Word{"complete", State::done},
                            Word{"completed", State::done},
                            Word{"done", State::done},
                            Word{"finished", State::done},
                            Word{"implemented", State::done},
                            Word{"fixed", State::done},
                            Word{"shipped", State::done},
                            Word{"resolved", State::done},
                            Word{"deployed", State::done},
                            Word{"delivered", State::done},
                            Word{"merged", State::done},
                            Word{"passed", State::done}};
constexpr std::array<std::string_view, 7> kFillers{"already", "just",    "fully", "what's",
                                                   "what’s",  "what is", "now"};
constexpr std::array<std::string_view, 6> kSeparators{" - ", " – ", " — ", ": ", " | ", " -- "};
constexpr std::array<std::string_view, 4> kArrows{"→", "->", "=>", "–>"};
// An icon in front of these speaks of the line's weight, not of its state: "⚠️ MEDIUM EFFORT".
constexpr std::array<std::string_view, 4> kBadges{"effort", "priority", "impact", "risk"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ornament(char32_t code) {
  return (code >= 0x2300 && code <= 0x23FF) || (code >= 0x25A0 && code <= 0x27BF) ||
         (code >= 0x2B00 && code <= 0x2BFF) || (code >= 0x1F000 && code <= 0x1FAFF) || code == 0xFE0F ||
         code == 0x200D || code == 0x20E3;
}

State icon_state(char32_t code) {
  const auto found =
      std::find_if(kIcons.begin(), kIcons.end(), [&](const Icon& i) { return i.code == code; });
  return found == kIcons.end() ? State::none : found->state;
}

std::string_view without_end(std::string_view text, std::string_view marks) {
  const std::size_t last = text.find_last_not_of(marks);
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

/// Takes icons off the front; the first that is a state is it.
State take_icons(std::string_view& text) {
  State state = State::none;
  for (;;) {
    text = base::trimmed(text);
    if (text.empty()) return state;
    const base::CodePoint first = base::first_code_point(text);
    if (!first.valid || !is_ornament(first.code)) return state;
    if (state == State::none) state = icon_state(first.code);
    text.remove_prefix(first.bytes);
  }
}

/// "7. ", "12) ", "#3 " off the front.
void take_number(std::string_view& text) {
  std::size_t at = text.starts_with('#') ? 1 : 0;
  const std::size_t digits = at;
  while (at < text.size() && at < digits + 4 && is_digit(text[at])) ++at;
  if (at == digits) return;
  const bool numbered = at < text.size() && (text[at] == '.' || text[at] == ')') &&
                        (at + 1 == text.size() || text[at + 1] == ' ');
  if (numbered) text = base::trimmed(text.substr(at + 1));
}

bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string normal(std::string_view text) {
  std::string out = base::lower(base::trimmed(text));
  for (const std::string_view filler : kFillers)
    if (out.starts_with(filler) && out.size() > filler.size() && out[filler.size()] == ' ')
      out = std::string(base::trimmed(std::string_view(out).substr(filler.size())));
  return std::string(without_end(out, " .!:*)"));
}

/// A word of state that `text` begins with.
const Word* leading_word(std::string_view normal_text) {
  const auto begins = [&](const Word& word) {
    return normal_text.starts_with(word.text) &&
           (normal_text.size() == word.text.size() || !is_word_byte(normal_text[word.text.size()]));
  };
  const auto found = std::find_if(kWords.begin(), kWords.end(), begins);
  return found == kWords.end() ? nullptr : &*found;
}

State whole_word(std::string_view text) {
  const std::string words = normal(text);
  const Word* word = leading_word(words);
  return word != nullptr && word->text.size() == words.size() ? word->state : State::none;
}

std::optional<int> number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  int value = 0;
  const auto [rest, error] = std::from_chars(text.data() + begin, text.data() + end, value);
  return error == std::errc{} && value <= 1000 ? std::optional(value) : std::nullopt;
}

/// The next "N %" from `at`; moves `at` behind it.
std::optional<int> next_percent(std::string_view text, std::size_t& at) {
  at = text.find('%', at);
  if (at == std::string_view::npos) return {};
  const std::optional<int> value = number_before(text, without_end(text.substr(0, at), " ").size());
  ++at;
  return value;
}

State state_of_percent(int percent) {
  return percent >= 100 ? State::done : percent > 0 ? State::partial : State::open;
}

/// "30% → Target: 70%+", "30 % to 70 %", "100% complete", "30%": numbers of progress. Not "80%+ coverage".
bool read_progress(std::string_view text, Stated& out) {
  std::size_t at = 0;
  const std::optional<int> first = next_percent(text, at);
  if (!first) return false;
  const std::string rest = base::lower(text.substr(at));
  const bool arrow = std::any_of(kArrows.begin(), kArrows.end(),
                                 [&](std::string_view a) { return rest.find(a) != std::string::npos; });
  std::size_t after = 0;
  const std::optional<int> second = next_percent(rest, after);
  const bool alone = base::trimmed(without_end(rest, ")+ ")).empty() &&
                     text.find_first_not_of("(0123456789. %~") >= text.find('%');
  const State word = whole_word(rest);
  if (!(arrow && second) && !alone && word == State::none) return false;
  out.current = first;
  if (arrow) out.target = second;
  if (out.state == State::none)
    out.state = word == State::done && *first < 100 ? State::partial : state_of_percent(*first);
  return true;
}

bool is_badge(std::string_view text) {
  const std::string words = normal(text);
  return std::any_of(kBadges.begin(), kBadges.end(), [&](std::string_view b) {
    return words.ends_with(b) || words.find(std::string(b) + " ") != std::string::npos;
  });
}

/// What stands behind the last icon of the line, when that is a badge or nothing: taken off.
void take_icon_at_end(std::string_view& text, Stated& out) {
  for (std::size_t i = text.size(); i > 0; --i) {
    if ((static_cast<unsigned char>(text[i - 1]) & 0xC0) == 0x80 ||
        static_cast<unsigned char>(text[i - 1]) < 0x80)
      continue;
    const base::CodePoint code = base::first_code_point(text.substr(i - 1));
    if (!code.valid || !is_ornament(code.code)) continue;
    if (code.code == 0xFE0F || code.code == 0x200D) continue;
    std::string_view tail = text.substr(i - 1 + code.bytes);
    take_icons(tail);
    const bool note = tail.starts_with('(') || tail.empty();
    if (!note && !is_badge(tail)) return;
    if (note && out.state == State::none) out.state = icon_state(code.code);
    text = base::trimmed(text.substr(0, i - 1));
    return;
  }
}

/// One "(…)", "- DONE" or ": done" off the end. False when there is none that speaks of state.
bool take_tail(std::string_view& text, Stated& out) {
  text = without_end(text, " .");
  std::size_t cut = std::string_view::npos;
  std::size_t begin = 0;
  if (text.ends_with(')')) {
    cut = text.rfind('(');
    begin = cut + 1;
  } else {
    for (const std::string_view separator : kSeparators)
      if (const std::size_t at = text.rfind(separator);
          at != std::string_view::npos && (cut == std::string_view::npos || at > cut))
        cut = at, begin = at + separator.size();
  }
  if (cut == std::string_view::npos || begin >= text.size()) return false;
  std::string_view tail = without_end(text.substr(begin), ") ");
  const State icon = take_icons(tail);
  const State word = whole_word(tail);
  if (word != State::none) {
    out.state = word;
  } else if (!read_progress(tail, out)) {
    if (icon == State::none || !tail.empty()) return false;
    if (out.state == State::none) out.state = icon;
  }
  text = base::trimmed(text.substr(0, cut));
  return true;
}

}  // namespace

std::string_view name_of(State state) {
  switch (state) {
    case State::none:
      return "none";
    case State::open:
      return "open";
    case State::partial:
      return "partial";
    case State::done:
      return "done";
  }
  return "none";
}

Stated read_statement(std::string_view text) {
  Stated out;
  std::string_view rest = base::trimmed(text);
  const State first = take_icons(rest);
  take_number(rest);
  const State second = take_icons(rest);
  const State icon = first != State::none ? first : second;
  if (icon != State::partial || !is_badge(rest)) out.state = icon;
  // A line has at most a note, a word and a number behind it.
  for (int i = 0; i < 4 && take_tail(rest, out); ++i) {
  }
  take_icon_at_end(rest, out);
  if (const State word = whole_word(rest); word != State::none && out.state == State::none) out.state = word;
  out.subject = std::string(base::trimmed(rest));
  return out;
}

Stated read_value(std::string_view text) {
  Stated out;
  std::string_view rest = base::trimmed(text);
  const State icon = take_icons(rest);
  const std::string words = normal(rest);
  const Word* word = leading_word(words);
  out.state = word != nullptr ? word->state : icon;
  std::string_view tail = rest;
  Stated at_end;
  for (int i = 0; i < 3 && take_tail(tail, at_end); ++i) {
  }
  take_icon_at_end(tail, at_end);
  if (!at_end.current) read_progress(rest, at_end);
  // "60% Production Ready": a number that stands in front is one of progress, whatever it is called.
  const std::size_t digits = rest.find_first_not_of("0123456789");
  if (!at_end.current && digits > 0 && digits != std::string_view::npos &&
      base::trimmed(rest.substr(digits)).starts_with('%'))
    at_end.current = read_percent(rest);
  out.current = at_end.current, out.target = at_end.target;
  if (out.state == State::none) out.state = at_end.state;
  out.subject = std::string(rest);
  return out;
}

State group_state(std::string_view text) {
  std::string_view rest = base::trimmed(text);
  const State icon = take_icons(rest);
  Stated tail;
  take_icon_at_end(rest, tail);
  const std::size_t note = rest.rfind('(');
  if (rest.ends_with(')') && note != std::string_view::npos) rest = rest.substr(0, note);
  const State word = whole_word(rest);
  if (word != State::none) return word;
  return base::trimmed(rest).empty() ? (icon != State::none ? icon : tail.state) : State::none;
}

std::optional<int> read_percent(std::string_view text) {
  std::size_t at = 0;
  if (const auto percent = next_percent(text, at)) return percent;
  if (const std::size_t hundred = text.find("/100"); hundred != std::string_view::npos)
    return number_before(text, hundred);
  const std::string_view bare = base::trimmed(text);
  if (!bare.empty() && std::all_of(bare.begin(), bare.end(), is_digit))
    return number_before(bare, bare.size());
  return {};
}

}  // namespace readiness::roadmap
