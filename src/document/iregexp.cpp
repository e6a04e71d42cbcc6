// SPDX-License-Identifier: Apache-2.0
// Parsed to a tree, unfolded to a Thompson automaton, run with a set of states (no backtracking).
#include "document/iregexp.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/code_points.h"
#include "document/unicode_category.h"

namespace readiness::document {
namespace {

constexpr std::size_t kMostStates = 2000;
constexpr std::size_t kDeepest = 50;
constexpr std::size_t kLongest = 4096;
constexpr unsigned kUnbounded = ~0U;
constexpr char32_t kLastCodePoint = 0x10FFFF;

struct NotValid {};

/// A set of code points: ranges and whole general categories, possibly turned round.
struct CharacterClass {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  CategorySet categories = 0;
  bool is_negated = false;

  bool holds(char32_t c) const {
    bool found = false;
    for (const auto& [first, last] : ranges) found = found || (c >= first && c <= last);
    found = found || (categories != 0 && (categories >> category_of(c) & 1) != 0);
    return found != is_negated;
  }
};

struct Piece {
  enum class Kind : std::uint8_t { character, begin, end, sequence, choice, repeat };
  Kind kind = Kind::sequence;
  CharacterClass character{};
  std::vector<Piece> parts{};
  unsigned least = 1;
  unsigned most = 1;
};

/// RFC 9485, section 4.
class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  Piece parse() {
    Piece whole = choice();
    if (!rest_.empty()) throw NotValid{};
    return whole;
  }

 private:
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  char32_t next() {
    if (rest_.empty()) throw NotValid{};
    return take_code_point(rest_);
  }

  Piece choice() {
    if (++depth_ > kDeepest) throw NotValid{};
    Piece out{.kind = Piece::Kind::choice};
    do out.parts.push_back(sequence());
    while (take('|'));
    --depth_;
    return out;
  }

  Piece sequence() {
    Piece out;
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') out.parts.push_back(quantified());
    return out;
  }

  Piece quantified() {
    Piece one = atom();
    std::pair<unsigned, unsigned> times{1, 1};
    if (take('*'))
      times = {0, kUnbounded};
    else if (take('+'))
      times = {1, kUnbounded};
    else if (take('?'))
      times = {0, 1};
    else if (take('{'))
      times = range_quantifier();
    else
      return one;
    Piece out{.kind = Piece::Kind::repeat, .least = times.first, .most = times.second};
    out.parts.push_back(std::move(one));
    return out;
  }

  std::pair<unsigned, unsigned> range_quantifier() {
    const unsigned least = number();
    unsigned most = least;
    if (take(',')) most = rest_.starts_with('}') ? kUnbounded : number();
    if (!take('}') || most < least) throw NotValid{};
    return {least, most};
  }

  unsigned number() {
    unsigned value = 0;
    std::size_t digits = 0;
    for (; !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; ++digits) {
      value = value * 10 + static_cast<unsigned>(rest_[0] - '0');
      if (value > kMostStates) throw NotValid{};
      rest_.remove_prefix(1);
    }
    if (digits == 0) throw NotValid{};
    return value;
  }

  Piece atom() {
    constexpr std::string_view kReserved = ")*+?]{|}";
    if (take('(')) {
      Piece inner = choice();
      if (!take(')')) throw NotValid{};
      return inner;
    }
    if (take('^')) return {.kind = Piece::Kind::begin};
    if (take('$')) return {.kind = Piece::Kind::end};
    if (kReserved.find(rest_[0]) != std::string_view::npos) throw NotValid{};
    Piece out{.kind = Piece::Kind::character};
    if (take('.'))
      out.character = {.ranges = {{'\n', '\n'}, {'\r', '\r'}}, .is_negated = true};
    else if (take('['))
      out.character = bracketed();
    else if (rest_.starts_with("\\p") || rest_.starts_with("\\P"))
      out.character.categories = property();
    else
      out.character.ranges.push_back(single(rest_[0] == '\\' ? escaped() : next()));
    return out;
  }

  static std::pair<char32_t, char32_t> single(char32_t c) { return {c, c}; }

  char32_t escaped() {
    constexpr std::string_view kThemselves = "()*+-.?[\\]^{|}$";
    rest_.remove_prefix(1);
    const char32_t c = next();
    if (c == 'n') return '\n';
    if (c == 'r') return '\r';
    if (c == 't') return '\t';
    if (c >= 0x80 || kThemselves.find(static_cast<char>(c)) == std::string_view::npos) throw NotValid{};
    return c;
  }

  CategorySet property() {
    const bool is_complement = rest_[1] == 'P';
    rest_.remove_prefix(2);
    const std::size_t close = rest_.find('}');
    if (!rest_.starts_with('{') || close == std::string_view::npos) throw NotValid{};
    const std::optional<CategorySet> found = category_set(rest_.substr(1, close - 1));
    if (!found) throw NotValid{};
    rest_.remove_prefix(close + 1);
    return is_complement ? ~*found : *found;
  }

  CharacterClass bracketed() {
    CharacterClass out;
    out.is_negated = take('^');
    if (take('-'))
      out.ranges.push_back(single('-'));
    else
      class_item(out);
    while (!take(']')) {
      if (!take('-')) {
        class_item(out);
        continue;
      }
      out.ranges.push_back(single('-'));  // only the last one may stand for itself
      if (!rest_.starts_with(']')) throw NotValid{};
    }
    return out;
  }

  void class_item(CharacterClass& out) {
    if (rest_.starts_with("\\p") || rest_.starts_with("\\P")) {
      out.categories |= property();
      return;
    }
    const char32_t first = class_character();
    const bool is_range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
    if (is_range) rest_.remove_prefix(1);
    const char32_t last = is_range ? class_character() : first;
    if (last < first) throw NotValid{};
    out.ranges.push_back({first, last});
  }

  char32_t class_character() {
    if (rest_.starts_with('\\')) return escaped();
    if (rest_.starts_with('[') || rest_.starts_with(']') || rest_.starts_with('-')) throw NotValid{};
    return next();
  }

  std::string_view rest_;  // the pattern's, which outlives the parser
  std::size_t depth_ = 0;
};

struct State {
  enum class Kind : std::uint8_t { character, begin, end, split, accept };
  Kind kind = Kind::accept;
  std::uint32_t character = 0;  // index into the classes
  std::uint32_t next = 0;
  std::uint32_t other = 0;  // of a split
};

}  // namespace

struct IRegexp::Automaton {
  std::vector<State> states;
  std::vector<CharacterClass> classes;
  std::uint32_t start = 0;
};

namespace {

/// Builds from the end to the beginning: every piece is given the state that follows it.
class Unfolder {
 public:
  Unfolder(std::vector<State>& states, std::vector<CharacterClass>& classes)
      : states_(states), classes_(classes) {}

  std::uint32_t add(State state) {
    if (states_.size() >= kMostStates) throw NotValid{};
    states_.push_back(state);
    return static_cast<std::uint32_t>(states_.size() - 1);
  }

  std::uint32_t unfold(const Piece& piece, std::uint32_t next) {
    switch (piece.kind) {
      case Piece::Kind::character:
        classes_.push_back(piece.character);
        return add({State::Kind::character, static_cast<std::uint32_t>(classes_.size() - 1), next, 0});
      case Piece::Kind::begin:
        return add({State::Kind::begin, 0, next, 0});
      case Piece::Kind::end:
        return add({State::Kind::end, 0, next, 0});
      case Piece::Kind::sequence:
        for (auto part = piece.parts.rbegin(); part != piece.parts.rend(); ++part) next = unfold(*part, next);
        return next;
      case Piece::Kind::choice:
        return choose(piece, next);
      case Piece::Kind::repeat:
        return repeat(piece, next);
    }
    return next;
  }

 private:
  std::uint32_t choose(const Piece& piece, std::uint32_t next) {
    std::uint32_t start = unfold(piece.parts.back(), next);
    for (std::size_t i = piece.parts.size() - 1; i-- > 0;)
      start = add({State::Kind::split, 0, unfold(piece.parts[i], next), start});
    return start;
  }

  std::uint32_t repeat(const Piece& piece, std::uint32_t next) {
    const Piece& one = piece.parts[0];
    if (piece.most == kUnbounded) {
      const std::uint32_t loop = add({State::Kind::split, 0, 0, next});
      const std::uint32_t body = unfold(one, loop);
      states_[loop].next = body;
      next = loop;
    } else {
      const std::uint32_t after = next;
      for (unsigned i = piece.least; i < piece.most; ++i)
        next = add({State::Kind::split, 0, unfold(one, next), after});
    }
    for (unsigned i = 0; i < piece.least; ++i) next = unfold(one, next);
    return next;
  }

  std::vector<State>& states_;
  std::vector<CharacterClass>& classes_;
};

/// The states that are alive at one place of the text, each once.
class StateSet {
 public:
  explicit StateSet(std::size_t count) : seen_(count, 0) {}

  void clear() {
    alive_.clear();
    ++round_;
  }
  // Follows splits and assertions; an explicit stack, because chains are as long as the automaton.
  void add(const std::vector<State>& states, std::uint32_t first, bool at_begin, bool at_end) {
    pending_.push_back(first);
    while (!pending_.empty()) {
      const std::uint32_t id = pending_.back();
      pending_.pop_back();
      if (std::exchange(seen_[id], round_) == round_) continue;
      const State& state = states[id];
      switch (state.kind) {
        case State::Kind::split:
          pending_.push_back(state.other);
          pending_.push_back(state.next);
          break;
        case State::Kind::begin:
          if (at_begin) pending_.push_back(state.next);
          break;
        case State::Kind::end:
          if (at_end) pending_.push_back(state.next);
          break;
        case State::Kind::accept:
          accepts_ = round_;
          break;
        case State::Kind::character:
          alive_.push_back(id);
          break;
      }
    }
  }
  const std::vector<std::uint32_t>& alive() const { return alive_; }
  bool accepts() const { return accepts_ == round_; }

 private:
  std::vector<std::uint32_t> alive_;
  std::vector<std::uint32_t> pending_;
  std::vector<std::uint64_t> seen_;
  std::uint64_t round_ = 1;
  std::uint64_t accepts_ = 0;
};

}  // namespace

std::optional<IRegexp> IRegexp::compile(std::string_view pattern) try {
  if (pattern.size() > kLongest) return std::nullopt;
  const Piece whole = Parser(pattern).parse();
  auto automaton = std::make_shared<Automaton>();
  Unfolder unfolder(automaton->states, automaton->classes);
  automaton->start = unfolder.unfold(whole, unfolder.add({}));
  IRegexp out;
  out.automaton_ = std::move(automaton);
  return out;
} catch (const NotValid&) {
  return std::nullopt;
}

bool IRegexp::run(std::string_view text, bool anywhere, std::uint64_t& budget) const {
  const std::vector<State>& states = automaton_->states;
  StateSet now(states.size());
  StateSet then(states.size());
  now.add(states, automaton_->start, true, text.empty());
  while (!text.empty()) {
    if (anywhere && now.accepts()) return true;
    const char32_t c = take_code_point(text);
    const std::uint64_t cost = now.alive().size() + 1;
    if (budget < cost) return false;
    budget -= cost;
    then.clear();
    for (const std::uint32_t id : now.alive())
      if (automaton_->classes[states[id].character].holds(c))
        then.add(states, states[id].next, false, text.empty());
    if (anywhere)
      then.add(states, automaton_->start, false, text.empty());
    else if (then.alive().empty() && !then.accepts())
      return false;
    std::swap(now, then);
  }
  return now.accepts();
}

bool IRegexp::matches(std::string_view text, std::uint64_t& budget) const { return run(text, false, budget); }
bool IRegexp::is_found_in(std::string_view text, std::uint64_t& budget) const {
  return run(text, true, budget);
}

}  // namespace readiness::document
