// SPDX-License-Identifier: Apache-2.0
// Compiling and matching. A `*` never leaves its name, so remembering the last `*` and the last `**` is
// enough: two matches of what stands between two `**` span equally many names, and the earliest is as good as
// any.
#include "source/wildcard.h"

#include <cctype>
#include <optional>
#include <utility>

namespace readiness::source {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

using Predicate = int (*)(int);
constexpr std::pair<std::string_view, Predicate> kClasses[] = {
    {"alnum", std::isalnum}, {"alpha", std::isalpha}, {"blank", std::isblank}, {"cntrl", std::iscntrl},
    {"digit", std::isdigit}, {"graph", std::isgraph}, {"lower", std::islower}, {"print", std::isprint},
    {"punct", std::ispunct}, {"space", std::isspace}, {"upper", std::isupper}, {"xdigit", std::isxdigit},
};

bool add_class(std::string_view name, std::bitset<256>& set) {
  for (const auto& [known, predicate] : kClasses) {
    if (known != name) continue;
    for (int c = 0; c < 128; ++c)  // git's own tables know ASCII only
      if (predicate(c) != 0) set.set(static_cast<std::size_t>(c));
    return true;
  }
  return false;
}

// Reads a set whose '[' stands at `at - 1`; leaves `at` behind its ']'. None when it is malformed.
std::optional<std::bitset<256>> read_set(std::string_view pattern, std::size_t& at) {
  std::bitset<256> set;
  const auto peek = [&](std::size_t i) {
    return i < pattern.size() ? static_cast<unsigned char>(pattern[i]) : 0U;
  };
  const bool negated = peek(at) == '!' || peek(at) == '^';
  if (negated) ++at;
  unsigned previous = 0;
  for (bool first = true; first || peek(at) != ']'; first = false, ++at) {
    unsigned c = peek(at);
    if (c == 0) return std::nullopt;
    if (c == '\\') {
      if ((c = peek(++at)) == 0) return std::nullopt;
      set.set(c);
    } else if (c == '-' && previous != 0 && peek(at + 1) != 0 && peek(at + 1) != ']') {
      c = peek(++at);
      if (c == '\\' && (c = peek(++at)) == 0) return std::nullopt;
      for (unsigned member = previous; member <= c; ++member) set.set(member);
      c = 0;
    } else if (c == '[' && peek(at + 1) == ':') {
      const std::size_t close = pattern.find(']', at + 2);
      if (close == kNone) return std::nullopt;
      if (close < at + 3 || pattern[close - 1] != ':') {
        set.set(c);
      } else {
        if (!add_class(pattern.substr(at + 2, close - at - 3), set)) return std::nullopt;
        at = close;
        c = 0;
      }
    } else {
      set.set(c);
    }
    previous = c;
  }
  ++at;
  return negated ? ~set : set;
}

}  // namespace

Wildcard Wildcard::compile(std::string_view pattern, bool in_path) {
  Wildcard wildcard;
  wildcard.in_path_ = in_path;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '*') {
      wildcard.add_star(pattern, at);
    } else if (c == '[') {
      wildcard.add_set(pattern, ++at);
    } else if (c == '?') {
      wildcard.tokens_.push_back({Kind::any});
      ++at;
    } else if (c == '\\' && at + 1 == pattern.size()) {
      wildcard.tokens_.push_back({Kind::never});
      ++at;
    } else {
      if (c == '\\') ++at;
      wildcard.tokens_.push_back({Kind::byte, static_cast<unsigned char>(pattern[at])});
      ++at;
    }
  }
  return wildcard;
}

void Wildcard::add_star(std::string_view pattern, std::size_t& at) {
  const std::size_t begin = at;
  while (at < pattern.size() && pattern[at] == '*') ++at;
  const std::string_view behind = pattern.substr(at);
  const bool whole_name = (begin == 0 || pattern[begin - 1] == '/') &&
                          (behind.empty() || behind.front() == '/' || behind.starts_with("\\/"));
  if (!in_path_ || at - begin < 2 || !whole_name) {
    tokens_.push_back({Kind::star});
  } else if (behind.starts_with('/')) {
    tokens_.push_back({Kind::folders});
    ++at;
  } else {
    tokens_.push_back({Kind::rest});
  }
}

void Wildcard::add_set(std::string_view pattern, std::size_t& at) {
  std::optional<Set> set = read_set(pattern, at);
  if (!set) {
    tokens_.push_back({Kind::never});
    at = pattern.size();
    return;
  }
  if (in_path_) set->reset('/');
  tokens_.push_back({Kind::set, 0, static_cast<std::uint32_t>(sets_.size())});
  sets_.push_back(*set);
}

bool Wildcard::takes(const Token& token, unsigned char byte) const {
  switch (token.kind) {
    case Kind::byte:
      return token.byte == byte;
    case Kind::any:
      return !in_path_ || byte != '/';
    case Kind::set:
      return sets_[token.set].test(byte);
    case Kind::star:
    case Kind::folders:
    case Kind::rest:
    case Kind::never:
      return false;
  }
  return false;
}

bool Wildcard::matches(std::string_view text) const {
  struct Retry {
    std::size_t token = kNone;  // where matching goes on
    std::size_t text = 0;       // how far the wildcard reaches
  };
  Retry star;
  Retry deep;
  bool deep_by_folder = false;
  std::size_t token = 0;
  std::size_t at = 0;
  while (true) {
    if (token < tokens_.size()) {
      const Kind kind = tokens_[token].kind;
      if (kind == Kind::folders || kind == Kind::rest) {
        deep_by_folder = kind == Kind::folders;
        deep = {++token, at};
        star = {};
        continue;
      }
      if (kind == Kind::star) {
        star = {++token, at};
        continue;
      }
      if (at < text.size() && takes(tokens_[token], static_cast<unsigned char>(text[at]))) {
        ++token;
        ++at;
        continue;
      }
    } else if (at == text.size()) {
      return true;
    }
    if (star.token != kNone && star.text < text.size() && (!in_path_ || text[star.text] != '/')) {
      token = star.token;
      at = ++star.text;
      continue;
    }
    if (deep.token == kNone || deep.text >= text.size()) return false;
    if (deep_by_folder) {
      const std::size_t slash = text.find('/', deep.text);
      if (slash == kNone) return false;
      deep.text = slash;
    }
    token = deep.token;
    at = ++deep.text;
    star = {};
  }
}

}  // namespace readiness::source
