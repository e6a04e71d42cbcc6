// SPDX-License-Identifier: Apache-2.0
// The matcher remembers the last `*` and the last `**` only, so no pattern can make it backtrack
// exponentially.
#include "base/glob.h"

#include <mutex>

#include "base/text.h"

namespace readiness::base {
namespace {

constexpr std::size_t kMaxAlternatives = 512;
constexpr std::size_t kMaxLength = 4096;
constexpr std::size_t kNone = std::string_view::npos;

// The next of `wanted` at or behind `from` that no backslash takes away; kNone when there is none.
std::size_t find_bare(const std::string& pattern, std::size_t from, std::string_view wanted) {
  for (std::size_t i = from; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
      continue;
    }
    for (const char c : wanted)
      if (pattern[i] == c) return i;
  }
  return kNone;
}

// Matches one character of the path against the pattern at `p`; sets `next` behind what was consumed.
bool one(std::string_view pattern, std::size_t p, char c, std::size_t& next) {
  if (p >= pattern.size()) return false;
  next = p + 1;
  if (pattern[p] == '?') return c != '/';
  if (pattern[p] == '\\' && p + 1 < pattern.size()) return next = p + 2, pattern[p + 1] == c;
  if (pattern[p] != '[') return pattern[p] == c;
  std::size_t i = p + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      found |= c >= pattern[i] && c <= pattern[i + 2];
      i += 2;
    } else {
      found |= c == pattern[i];
    }
  }
  if (i >= pattern.size()) return pattern[p] == c;  // no closing bracket: a plain character
  next = i + 1;
  return found != negated && c != '/';
}

// A retry point: where the star stood in the pattern and how much of the path it has taken.
struct Star {
  std::size_t pattern = kNone;
  std::size_t path = 0;
};

// Where the star at `star` can end next: before the plain byte that follows it, if one does, or at once.
void take_up_to_next(std::string_view pattern, std::string_view path, Star& star) {
  if (star.pattern >= pattern.size() || is_wild(pattern[star.pattern])) return;
  while (star.path < path.size() && path[star.path] != '/' && path[star.path] != pattern[star.pattern]) ++star.path;
}

}  // namespace

// The first group is expanded, those inside it and behind it by recursion.
bool expand_braces(const std::string& pattern, std::vector<std::string>& out) {
  const std::size_t open = pattern.find('{') == kNone ? kNone : find_bare(pattern, 0, "{");
  if (open == kNone) {
    out.push_back(pattern);
    return out.size() <= kMaxAlternatives;
  }
  int depth = 0;
  std::size_t start = open + 1;
  std::vector<std::string> choices;
  for (std::size_t i = open; i != kNone; i = find_bare(pattern, i + 1, "{,}")) {
    if (pattern[i] == '{') ++depth;
    if (pattern[i] == ',' && depth == 1) {
      choices.push_back(pattern.substr(start, i - start));
      start = i + 1;
    }
    if (pattern[i] == '}' && --depth == 0) {
      choices.push_back(pattern.substr(start, i - start));
      for (const std::string& choice : choices)
        if (!expand_braces(pattern.substr(0, open) + choice + pattern.substr(i + 1), out)) return false;
      return true;
    }
  }
  return false;
}

bool matches_path(std::string_view pattern, std::string_view path) {
  Star star;
  Star deep;
  std::size_t p = 0;
  std::size_t s = 0;
  while (true) {
    if (pattern.substr(p, 2) == "**") {
      const bool whole_name = p == 0 || pattern[p - 1] == '/';
      p += 2;
      if (whole_name && p < pattern.size() && pattern[p] == '/') ++p;  // "**/" also matches nothing
      deep = {p, s};
      star = {};
      if (p == pattern.size()) return true;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star = {++p, s};
      take_up_to_next(pattern, path, star);
      s = star.path;
      continue;
    }
    std::size_t next = p;
    if (s < path.size() && one(pattern, p, path[s], next)) {
      p = next;
      ++s;
      continue;
    }
    if (p == pattern.size() && s == path.size()) return true;
    if (star.pattern != kNone && star.path < path.size() && path[star.path] != '/') {
      ++star.path;
      take_up_to_next(pattern, path, star);
      p = star.pattern;
      s = star.path;
      continue;
    }
    if (deep.pattern == kNone || deep.path >= path.size()) return false;
    // "**/" resumes behind a slash only; a bare "**" at any byte.
    if (deep.pattern > 0 && pattern[deep.pattern - 1] == '/') {
      const std::size_t slash = path.find('/', deep.path);
      if (slash == kNone) return false;
      deep.path = slash + 1;
    } else {
      ++deep.path;
    }
    p = deep.pattern;
    s = deep.path;
    star = {};
  }
}

Result<Glob> Glob::compile(std::string_view pattern) {
  if (pattern.empty() || pattern.size() > kMaxLength)
    return Diagnostic{.file = {},
                      .message = pattern.empty() ? "empty glob" : "glob of more than 4096 characters"};
  Glob glob;
  glob.text_ = pattern;
  std::string body(pattern);
  if (body.back() == '/') body += "**";
  glob.last_name_only_ = body.find('/') == kNone;
  if (body.front() == '/') body.erase(0, 1);
  if (!expand_braces(body, glob.alternatives_))
    return Diagnostic{.file = {},
                      .message = "glob with an open or too large brace group: " + std::string(pattern)};
  return glob;
}

bool Glob::matches(std::string_view path) const {
  if (last_name_only_) path.remove_prefix(path.rfind('/') == kNone ? 0 : path.rfind('/') + 1);
  for (const std::string& alternative : alternatives_)
    if (matches_path(alternative, path)) return true;
  return false;
}

struct GlobSet::Rules {
  struct Rule {
    Glob glob;
    bool negated;
  };
  std::vector<std::string> texts{};
  mutable std::once_flag once{};
  mutable std::vector<Rule> compiled{};  // at the first match, by any thread

  const std::vector<Rule>& all() const {
    std::call_once(once, [this] {
      for (const std::string& text : texts) {
        const bool negated = text.starts_with('!');
        if (Result<Glob> glob = Glob::compile(std::string_view(text).substr(negated ? 1 : 0)); glob)
          compiled.push_back({std::move(*glob), negated});
      }
    });
    return compiled;
  }
};

Result<GlobSet> GlobSet::compile(const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    const bool negated = pattern.starts_with('!');
    if (const Result<Glob> glob = Glob::compile(std::string_view(pattern).substr(negated ? 1 : 0)); !glob)
      return glob.errors();
  }
  return known_good(patterns);
}

GlobSet GlobSet::known_good(std::vector<std::string> patterns) {
  GlobSet set;
  if (patterns.empty()) return set;
  auto rules = std::make_shared<Rules>();
  rules->texts = std::move(patterns);
  set.rules_ = std::move(rules);
  return set;
}

bool GlobSet::matches(std::string_view path) const {
  if (!rules_) return false;
  bool in = false;
  for (const Rules::Rule& rule : rules_->all())
    if (in == rule.negated && rule.glob.matches(path)) in = !rule.negated;
  return in;
}

const std::vector<std::string>& GlobSet::texts() const {
  static const std::vector<std::string> kNone;
  return rules_ ? rules_->texts : kNone;
}

bool name_matches(std::string_view pattern, std::string_view name) {
  const std::string folded_pattern = lower(pattern);
  const std::string folded_name = lower(name);
  Star star;
  std::size_t p = 0;
  std::size_t s = 0;
  while (s < folded_name.size()) {
    if (p < folded_pattern.size() && folded_pattern[p] == '*') {
      star = {++p, s};
    } else if (p < folded_pattern.size() &&
               (folded_pattern[p] == '?' || folded_pattern[p] == folded_name[s])) {
      ++p;
      ++s;
    } else if (star.pattern != kNone) {
      p = star.pattern;
      s = ++star.path;
    } else {
      return false;
    }
  }
  while (p < folded_pattern.size() && folded_pattern[p] == '*') ++p;
  return p == folded_pattern.size();
}

}  // namespace readiness::base
