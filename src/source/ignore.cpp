// SPDX-License-Identifier: Apache-2.0
// Lines to patterns, patterns to verdicts.
#include "source/ignore.h"

namespace readiness::source {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSpecial = "*?[\\";

// Trailing spaces go, unless a backslash keeps them.
std::string_view without_trailing_spaces(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      if (++i == line.size()) return line;
      end = i + 1;
    } else if (line[i] != ' ') {
      end = i + 1;
    }
  }
  return line.substr(0, end);
}

std::string_view last_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == kNone ? path : path.substr(slash + 1);
}

}  // namespace

IgnoreFile IgnoreFile::parse(std::string_view text) {
  IgnoreFile file;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == kNone ? text.size() : end + 1);
    if (end != kNone && line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line.size() > kMaxPatternLength || file.patterns_.size() == kMaxPatterns) {
      file.complete_ = false;
      continue;
    }
    file.add(without_trailing_spaces(line.substr(0, line.find('\0'))));
  }
  return file;
}

void IgnoreFile::add(std::string_view line) {
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  if (line.empty()) return;
  pattern.name_only = line.find('/') == kNone;
  if (!pattern.name_only && line.front() == '/') line.remove_prefix(1);
  const std::size_t special = line.find_first_of(kSpecial);
  if (special == kNone) {
    pattern.literal = line;
  } else if (pattern.name_only && special == 0 && line[0] == '*' &&
             line.find_first_of(kSpecial, 1) == kNone) {
    pattern.shape = Shape::suffix;
    pattern.literal = line.substr(1);
  } else {
    // git compares what stands before the first wildcard as it is and hands the rest to its matcher, so that
    // in "foo**/bar" the stars count as a whole name.
    pattern.shape = Shape::wildcard;
    pattern.literal = pattern.name_only ? std::string_view() : line.substr(0, special);
    pattern.wildcard = Wildcard::compile(pattern.name_only ? line : line.substr(special), !pattern.name_only);
  }
  patterns_.push_back(std::move(pattern));
}

bool IgnoreFile::matches(const Pattern& pattern, std::string_view path, std::string_view name) {
  const std::string_view text = pattern.name_only ? name : path;
  switch (pattern.shape) {
    case Shape::literal:
      return text == pattern.literal;
    case Shape::suffix:
      return text.ends_with(pattern.literal);
    case Shape::wildcard:
      return text.starts_with(pattern.literal) &&
             pattern.wildcard.matches(text.substr(pattern.literal.size()));
  }
  return false;
}

IgnoreFile::Verdict IgnoreFile::verdict(std::string_view path, bool is_folder) const {
  const std::string_view name = last_name(path);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern)
    if ((is_folder || !pattern->folders_only) && matches(*pattern, path, name))
      return pattern->negated ? Verdict::kept : Verdict::ignored;
  return Verdict::none;
}

}  // namespace readiness::source
