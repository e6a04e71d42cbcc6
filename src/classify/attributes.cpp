// SPDX-License-Identifier: Apache-2.0
#include "classify/attributes.h"

#include <algorithm>

#include "base/text.h"
#include "language/language.h"

namespace readiness::classify {
namespace {

constexpr std::size_t kMaxText = std::size_t{1} << 20U;
constexpr std::size_t kMaxLine = 2048;  // gitattributes(5)
constexpr std::size_t kMaxRules = 4096;
constexpr std::size_t kNone = std::string_view::npos;

// The pattern at the line's begin: bare, or quoted as in C. Empty when broken.
std::string take_pattern(std::string_view& line) {
  std::string out;
  if (line.front() != '"') {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    out = line.substr(0, end);
    line.remove_prefix(end);
    return out;
  }
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '"') return line.remove_prefix(i + 1), out;
    if (line[i] == '\\' && i + 1 < line.size()) ++i;
    out += line[i];
  }
  return {};
}

// Git knows no braces: they stand for themselves.
std::optional<base::Glob> glob_of(std::string_view pattern) {
  if (pattern.empty() || pattern.front() == '!' || pattern.back() == '/')
    return std::nullopt;  // a folder is no file
  std::string escaped;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size())
      escaped += pattern[i++];
    else if (pattern[i] == '{' || pattern[i] == '}' || pattern[i] == ',')
      escaped += '\\';
    escaped += pattern[i];
  }
  base::Result<base::Glob> glob = base::Glob::compile(escaped);
  if (!glob) return std::nullopt;
  return std::move(*glob);
}

std::string language_of(std::string_view value) {
  struct Alias {
    std::string_view theirs;
    std::string_view ours;
  };
  constexpr Alias kAliases[] = {{"c++", "cpp"},
                                {"c#", "csharp"},
                                {"f#", "fsharp"},
                                {"viml", "vim-script"},
                                {"vim", "vim-script"},
                                {"objective-c++", "objective-c"},
                                {"bash", "shell"},
                                {"sh", "shell"},
                                {"golang", "go"},
                                {"js", "javascript"},
                                {"ts", "typescript"},
                                {"tsx", "typescript"},
                                {"jsx", "javascript"},
                                {"html+erb", "erb"},
                                {"html+eex", "eex"},
                                {"html+php", "php"},
                                {"docker", "dockerfile"},
                                {"batchfile", "batch"},
                                {"starlark", "bazel"},
                                {"json-with-comments", "jsonc"},
                                {"protocol-buffer", "protobuf"},
                                {"protocol-buffers", "protobuf"},
                                {"visual-basic-.net", "vb"},
                                {"plpgsql", "sql"},
                                {"jupyter-notebook", "jupyter"},
                                {"restructured-text", "restructuredtext"},
                                {"fluent", "text"},
                                {"plain-text", "text"}};
  std::string name = base::lower(value);
  std::replace(name.begin(), name.end(), ' ', '-');
  std::replace(name.begin(), name.end(), '_', '-');
  for (const Alias& alias : kAliases)
    if (alias.theirs == name) name = alias.ours;
  return language::find(name) ? name : std::string{};
}

// One word behind the pattern: `name`, `-name`, `!name`, `name=value`.
bool apply(std::string_view word, AttributeRule& rule) {
  Said said = Said::yes;
  if (word.front() == '-' || word.front() == '!') {
    said = word.front() == '-' ? Said::no : Said::cleared;
    word.remove_prefix(1);
  }
  const std::size_t equals = word.find('=');
  const std::string_view name = word.substr(0, equals);
  const std::string_view value = equals == kNone ? std::string_view{} : word.substr(equals + 1);
  if (value == "false" || value == "no" || value == "0") said = Said::no;
  if (name == "linguist-vendored") return rule.vendored = said, true;
  if (name == "linguist-generated" || name == "gitlab-generated") return rule.generated = said, true;
  if (name == "linguist-documentation") return rule.documentation = said, true;
  if (name == "linguist-language" || name == "gitlab-language")
    return rule.language = language_of(value), !rule.language.empty();
  return false;
}

void read_line(std::string_view folder, std::string_view line, std::vector<AttributeRule>& rules) {
  line = base::trimmed(line);
  if (line.empty() || line.front() == '#' || line.starts_with("[attr]") || line.size() > kMaxLine) return;
  if (line.find("linguist-") == kNone && line.find("gitlab-") == kNone) return;
  std::optional<base::Glob> glob = glob_of(take_pattern(line));
  if (!glob) return;
  AttributeRule rule{.folder = std::string(folder), .glob = std::move(*glob)};
  bool says = false;
  for (line = base::trimmed(line); !line.empty(); line = base::trimmed(line)) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    says = apply(line.substr(0, end), rule) || says;
    line.remove_prefix(end);
  }
  if (says) rules.push_back(std::move(rule));
}

void take(Said said, std::optional<bool>& value, bool& settled) {
  if (settled || said == Said::nothing) return;
  settled = true;
  if (said != Said::cleared) value = said == Said::yes;
}

}  // namespace

void read_attributes(std::string_view folder, std::string_view text, std::vector<AttributeRule>& rules) {
  std::string prefix(folder);
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  text = text.substr(0, kMaxText);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty() && rules.size() < kMaxRules) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    read_line(prefix, text.substr(0, end), rules);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Overrides overrides_of(const std::vector<AttributeRule>& rules, std::string_view path) {
  Overrides out;
  bool vendored = false;
  bool generated = false;
  bool documentation = false;
  for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
    if (!path.starts_with(rule->folder) || !rule->glob.matches(path.substr(rule->folder.size()))) continue;
    take(rule->vendored, out.vendored, vendored);
    take(rule->generated, out.generated, generated);
    take(rule->documentation, out.documentation, documentation);
    if (out.language.empty()) out.language = rule->language;
  }
  return out;
}

}  // namespace readiness::classify
