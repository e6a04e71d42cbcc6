// SPDX-License-Identifier: Apache-2.0
#include "roadmap/named_files.h"

#include <algorithm>
#include <array>

#include "base/glob.h"
#include "base/text.h"

namespace readiness::roadmap {
namespace {

constexpr std::array<std::string_view, 6> kCreates{"create", "add", "write", "generate", "introduce", "new"};
constexpr std::array<std::string_view, 10> kUpdates{"update", "modify",   "expand", "extend", "review",
                                                    "verify", "complete", "change", "fix",    "harden"};

constexpr std::size_t kMostPathBytes = 255;
// Of a word without a slash, these make it a file; "console.log" and "e.g" are none.
constexpr std::array<std::string_view, 65> kEndings{
    "py",   "pyi",  "js",   "mjs",  "cjs",     "ts",       "tsx",   "jsx",  "vue",   "svelte",    "go",
    "rs",   "java", "kt",   "kts",  "scala",   "rb",       "php",   "cs",   "fs",    "swift",     "dart",
    "ex",   "exs",  "c",    "h",    "cpp",     "hpp",      "cc",    "md",   "mdx",   "rst",       "adoc",
    "txt",  "yml",  "yaml", "json", "toml",    "ini",      "cfg",   "conf", "xml",   "sql",       "sh",
    "bash", "ps1",  "tf",   "html", "css",     "scss",     "proto", "env",  "lock",  "gradle",    "csproj",
    "sln",  "tpl",  "j2",   "csv",  "example", "template", "puml",  "svg",  "ipynb", "dockerfile"};
constexpr std::array<std::string_view, 12> kNames{
    "dockerfile", "makefile",    "justfile", "procfile",      ".gitignore",     ".dockerignore",
    "codeowners", "jenkinsfile", "license",  ".editorconfig", ".gitattributes", ".env"};

bool is_path_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("._-/*@+{}[],~").find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string_view last_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

template <typename List>
bool has(const List& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_known_ending(std::string_view name) {
  const std::string word = base::lower(name);
  const std::size_t dot = word.rfind('.');
  return has(kNames, word) || (dot != std::string::npos && has(kEndings, word.substr(dot + 1)));
}

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && std::string_view(",;:.").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

template <typename List>
bool begins_with_one_of(std::string_view text, const List& words) {
  const std::string first = base::lower(text.substr(0, text.find(' ')));
  return std::find(words.begin(), words.end(), first) != words.end();
}

}  // namespace

FileAction action_in(std::string_view text, FileAction otherwise) {
  const std::string lower = base::lower(text);
  if (lower.find("(new") != std::string::npos || lower.find("(directory") != std::string::npos)
    return FileAction::create;
  if (lower.find("(verify") != std::string::npos || lower.find("(add") != std::string::npos)
    return FileAction::update;
  if (lower.find("(update") != std::string::npos || begins_with_one_of(text, kUpdates))
    return FileAction::update;
  return begins_with_one_of(text, kCreates) ? FileAction::create : otherwise;
}

bool looks_like_path(std::string_view text) {
  if (text.size() < 2 || text.size() > kMostPathBytes || text.front() == '/' || text.front() == '-' ||
      text.front() == '@')
    return false;
  if (!std::all_of(text.begin(), text.end(), is_path_byte)) return false;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return has_known_ending(text);
  if (text.find("//") != std::string_view::npos || text.find("..") != std::string_view::npos) return false;
  // "console.log/warn/error" and "S3/GCS" are words; a path has a folder's /, a file's ending, or a dot in
  // front.
  return text.ends_with('/') || has_known_ending(last_name(text)) || text.front() == '.' ||
         text.find('*') != std::string_view::npos;
}

std::vector<std::string> paths_in(const Wording& wording, bool bare) {
  std::vector<std::string> out;
  for (const std::string& code : wording.codes)
    if (looks_like_path(code)) out.push_back(code);
  if (!out.empty() || !bare) return out;
  const std::string_view word =
      without_marks(std::string_view(wording.text).substr(0, wording.text.find(' ')));
  if (looks_like_path(word)) out.emplace_back(word);
  return out;
}

TreePaths::TreePaths(std::vector<std::string> paths) : paths_(std::move(paths)) {
  std::sort(paths_.begin(), paths_.end());
  for (std::size_t i = 0; i < paths_.size(); ++i)
    by_last_name_[std::string(last_name(paths_[i]))].push_back(i);
}

std::optional<std::string> TreePaths::below(const std::string& folder) const {
  const auto found = std::lower_bound(paths_.begin(), paths_.end(), folder);
  if (found == paths_.end() || !found->starts_with(folder)) return {};
  return *found;
}

std::optional<std::string> TreePaths::by_end(std::string_view written) const {
  const auto named = by_last_name_.find(std::string(last_name(written)));
  if (named == by_last_name_.end()) return {};
  const std::string end = "/" + std::string(written);
  for (const std::size_t i : named->second)
    if (paths_[i] == written || paths_[i].ends_with(end)) return paths_[i];
  return {};
}

std::optional<std::string> TreePaths::find(std::string_view written) const {
  if (written.starts_with("./")) written.remove_prefix(2);
  if (written.find_first_of("*{[") != std::string_view::npos) {
    const base::Result<base::Glob> glob = base::Glob::compile(written);
    if (!glob) return {};
    const auto found = std::find_if(paths_.begin(), paths_.end(),
                                    [&](const std::string& path) { return glob->matches(path); });
    return found == paths_.end() ? std::nullopt : std::optional(*found);
  }
  if (written.ends_with('/')) return below(std::string(written));
  if (auto file = by_end(written)) return file;
  return below(std::string(written) + "/");
}

}  // namespace readiness::roadmap
