// SPDX-License-Identifier: Apache-2.0
// Path globs: `*` and `?` inside a name, `**` across names, `[a-z]`, `{a,b}`, and `!glob` to take matches back.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace readiness::base {

/// A byte that stands for others in a glob, or takes that away from the next.
constexpr bool is_wild(char c) { return c == '*' || c == '?' || c == '[' || c == '\\'; }

/// One glob over '/'-separated paths relative to the root. Without a '/' it is matched against the last name, so
/// `*.md` finds every Markdown file; `/README.md` and `docs/*` are anchored at the root. Linear in pattern × path.
class Glob {
 public:
  static Result<Glob> compile(std::string_view pattern);
  bool matches(std::string_view path) const;
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  std::vector<std::string> alternatives_;  // braces expanded, each anchored
  bool last_name_only_ = false;
};

/// An ordered list of globs; a path belongs to it when some glob matches and no later `!glob` takes it back.
class GlobSet {
 public:
  static Result<GlobSet> compile(const std::vector<std::string>& patterns);
  /// Of globs that compile() took before, as those of the built-in rules: they are looked at when first matched.
  static GlobSet known_good(std::vector<std::string> patterns);
  bool matches(std::string_view path) const;
  bool empty() const { return rules_ == nullptr; }
  const std::vector<std::string>& texts() const;

 private:
  struct Rules;
  // Shared because hundreds of questions ask for the same few sets; never changed but for the first match.
  std::shared_ptr<const Rules> rules_{};
};

/// The parts of Glob, for those who file globs by what is in them. Appends the alternatives of `glob` without braces;
/// false when a group is open or there are too many.
bool expand_braces(const std::string& glob, std::vector<std::string>& out);
/// One alternative over a whole path.
bool matches_path(std::string_view alternative, std::string_view path);

/// `*` and `?` over a whole name in which '/' is nothing special; ASCII case is ignored (dependency and image names).
bool name_matches(std::string_view pattern, std::string_view name);

}  // namespace readiness::base
