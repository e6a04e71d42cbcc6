// SPDX-License-Identifier: Apache-2.0
// git-config(1)'s syntax as far as single-line values need it.
#include "source/config_file.h"

#include <algorithm>

#include "base/text.h"

namespace readiness::source {
namespace {

// The sections that we ask about; others are not worth their memory. Which remote it is, is all one to us.
constexpr std::string_view kSections[] = {"core", "extensions", "remote"};

bool is_asked_for(std::string_view section) {
  for (const std::string_view known : kSections)
    if (section == known) return true;
  return false;
}

// Takes quotes and escapes away, ends at a comment.
std::string plain_value(std::string_view text) {
  std::string value;
  bool quoted = false;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!quoted && (c == '#' || c == ';')) break;
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '\\' && i + 1 < text.size()) {
      value += text[++i];
    } else {
      value += c;
    }
    if (quoted || c != ' ') kept = value.size();
  }
  value.resize(kept);
  return value;
}

}  // namespace

ConfigFile ConfigFile::parse(std::string_view text) {
  ConfigFile config;
  std::string section;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = base::trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.starts_with('[')) {
      const std::size_t close = line.find(']');
      if (close == std::string_view::npos) continue;
      section = base::lower(line.substr(1, std::min(close, line.find(' ')) - 1));
      line = base::trimmed(line.substr(close + 1));
    }
    if (line.empty() || line.front() == '#' || line.front() == ';' || !is_asked_for(section)) continue;
    const std::size_t equals = line.find('=');
    const std::string key = base::lower(base::trimmed(line.substr(0, equals)));
    if (section == "remote" && key != "promisor") continue;
    config.values_[section + "." + key] =
        equals == std::string_view::npos ? "true" : plain_value(base::trimmed(line.substr(equals + 1)));
  }
  return config;
}

std::string_view ConfigFile::value(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string_view() : found->second;
}

std::vector<std::string> ConfigFile::keys_of(std::string_view section) const {
  const std::string prefix = std::string(section) + ".";
  std::vector<std::string> keys;
  for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix); ++at)
    keys.push_back(at->first.substr(prefix.size()));
  return keys;
}

bool ConfigFile::is_true(std::string_view name) const {
  const std::string word = base::lower(value(name));
  return word == "true" || word == "yes" || word == "on" || word == "1";
}

}  // namespace readiness::source
