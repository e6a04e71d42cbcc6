// SPDX-License-Identifier: Apache-2.0
// Whose file is it: whole name, then name patterns, then the longest extension, then the first line. Hash
// look-ups only.
#include <algorithm>
#include <array>

#include "base/name_table.h"
#include "language/ambiguous.h"
#include "language/language.h"
#include "language/table.h"

namespace readiness::language {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Tables {
  base::NameTable names;
  base::NameTable extensions;
  base::NameTable interpreters;
};

const Tables& tables() {
  static const Tables made = [] {
    Tables out;
    for (LanguageId id = 1; name_of(id) != name_of(kUnknown); ++id) {
      out.names.add_all(row_of(id).names, id);
      out.extensions.add_all(row_of(id).extensions, id);
      out.interpreters.add_all(row_of(id).interpreters, id);
    }
    return out;
  }();
  return made;
}

// File names in lower case; what is longer than the longest allowed name keeps its end.
class LowerName {
 public:
  explicit LowerName(std::string_view name) {
    if (name.size() > bytes_.size()) name.remove_prefix(name.size() - bytes_.size());
    std::transform(name.begin(), name.end(), bytes_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    size_ = name.size();
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 256> bytes_;  // only what is written is read
  std::size_t size_ = 0;
};

// `Dockerfile.dev`, `.env.production`, `Makefile.am`: a known first part and anything behind it.
struct FirstPart {
  std::string_view prefix;
  std::string_view language;
};
constexpr FirstPart kFirstParts[] = {
    {"dockerfile.", "dockerfile"},
    {"dockerfile-", "dockerfile"},
    {"dockerfile_", "dockerfile"},
    {"containerfile.", "dockerfile"},
    {".env.", "dotenv"},
    {".env-", "dotenv"},
    {"env.", "dotenv"},
    {"makefile.", "makefile"},
    {"jenkinsfile.", "groovy"},
    {"jenkinsfile-", "groovy"},
    {"requirements", "requirements"},
    {"gemfile.", "ruby"},
    {"procfile.", "procfile"},
    {"caddyfile.", "caddyfile"},
    {".eslintrc", "jsonc"},
    {"vagrantfile.", "ruby"},
};

// `dockerfile.ex` is a module about Dockerfiles; `Dockerfile.go` is how Go's image is built.
bool is_module(std::string_view full_name, std::optional<LanguageId> by_extension) {
  return by_extension && is_programming(*by_extension) && full_name.front() >= 'a' && full_name.front() <= 'z';
}

std::optional<LanguageId> by_first_part(std::string_view name, bool has_known_extension) {
  for (const FirstPart& row : kFirstParts) {
    if (name.empty() || name.front() != row.prefix.front() || !name.starts_with(row.prefix)) continue;
    if (row.prefix == "requirements") {
      if (name.ends_with(".txt") || name.ends_with(".in")) return find(row.language);
      continue;
    }
    const bool beats_extension = row.language == "dockerfile" || row.prefix == ".env.";
    if (beats_extension || !has_known_extension) return find(row.language);
  }
  return std::nullopt;
}

// `requirements/prod.txt`
bool is_requirements(std::string_view path, std::string_view name) {
  if (!name.ends_with(".txt") && !name.ends_with(".in")) return false;
  const std::string_view folder = path.substr(0, path.size() - name.size());
  return folder == "requirements/" || folder.ends_with("/requirements/");
}

// The longest known extension: `html.erb` before `erb`. At most the last four parts are asked.
std::optional<LanguageId> by_extension(std::string_view name, std::string_view& extension) {
  std::array<std::size_t, 4> dots{};
  std::size_t count = 0;
  for (std::size_t dot = name.rfind('.'); dot != kNone && count < dots.size();
       dot = dot == 0 ? kNone : name.rfind('.', dot - 1))
    dots[count++] = dot;
  while (count > 0) {
    extension = name.substr(dots[--count] + 1);
    if (const auto id = tables().extensions.find(extension)) return id;
  }
  return std::nullopt;
}

// A copy that shows how a file should look: `config.yml.example` is YAML.
std::string_view without_template_suffix(std::string_view name) {
  for (const std::string_view suffix :
       {".example", ".sample", ".dist", ".template", ".tmpl", ".tpl", ".orig", ".bak", ".default", ".in"})
    if (name.size() > suffix.size() && name.ends_with(suffix))
      return name.substr(0, name.size() - suffix.size());
  return {};
}

std::string_view next_word(std::string_view& line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
  const std::string_view word = line.substr(begin, end - begin);
  line.remove_prefix(end);
  return word;
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view without_version(std::string_view name) {
  return name.substr(0, std::min(name.find_last_not_of("0123456789.-") + 1, name.size()));
}

}  // namespace

// `#!/usr/bin/env -S python3 -u`, `#!/bin/sh`
LanguageId by_shebang(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (!head.starts_with("#!")) return kUnknown;
  std::string_view line = head.substr(2, std::min(head.find('\n'), std::size_t{256}) - 2);
  std::string_view program = last_name(next_word(line));
  if (program == "env") do
      program = last_name(next_word(line));
    while (!program.empty() && (program.front() == '-' || program.find('=') != kNone));
  const LowerName lower(program);
  if (const auto id = tables().interpreters.find(lower.view())) return *id;
  return tables().interpreters.find(without_version(lower.view())).value_or(kUnknown);
}

LanguageId detect(std::string_view path, std::string_view head) {
  const std::string_view full_name = last_name(path);
  const LowerName lower(full_name);
  const std::string_view name = lower.view();
  if (const auto id = tables().names.find(name)) return *id;
  std::string_view extension;
  std::optional<LanguageId> id = by_extension(name, extension);
  if (!is_module(full_name, id))
    if (const auto first = by_first_part(name, id.has_value())) return *first;
  if (is_requirements(path, name)) return find("requirements").value_or(kUnknown);
  if (const auto settled =
          by_content(extension.empty() ? name.substr(name.rfind('.') + 1) : extension, full_name, head))
    return *settled;
  if (id) return *id;
  if (const std::string_view shown = without_template_suffix(name); !shown.empty()) {
    if (const auto whole = tables().names.find(shown)) return *whole;
    if ((id = by_extension(shown, extension))) return *id;
  }
  if (name.starts_with('.') && name.ends_with("ignore")) return find("ignore").value_or(kUnknown);
  if (name.starts_with('.') && name.ends_with("rc")) return find("conf").value_or(kUnknown);
  return by_shebang(head);
}

}  // namespace readiness::language
