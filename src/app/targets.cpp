// SPDX-License-Identifier: Apache-2.0
#include "app/targets.h"

#include <algorithm>
#include <set>

#include "base/nearest.h"
#include "base/text.h"

namespace readiness::app {

std::size_t find_word(const std::string& option, const std::string& word,
                      const std::vector<std::string>& words, std::vector<base::Diagnostic>& problems) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) {
    const std::string nearest = base::did_you_mean(word, words);
    problems.push_back({.file = option,
                        .message = "cannot be '" + word + "'",
                        .hint = nearest.empty() ? "one of: " + base::joined(words, ", ") : nearest});
  }
  return static_cast<std::size_t>(found - words.begin());
}

std::vector<Target> parse_targets(std::vector<std::string> wanted, const std::vector<std::string>& names,
                                  std::vector<base::Diagnostic>& problems) {
  if (wanted.empty()) wanted.push_back(names.front());
  std::vector<Target> out;
  std::set<std::string> files;
  for (const std::string& text : wanted) {
    const std::size_t equals = text.find('=');
    const std::string file = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (equals != std::string::npos && file.empty())
      problems.push_back({.file = "--format", .message = "'" + text + "' names no file"});
    if (("/" + file).find("/.git/") != std::string::npos)
      problems.push_back({.file = "--format", .message = file + " lies in a .git folder, which is git's"});
    if (!files.insert(file).second)
      problems.push_back({.file = "--format",
                          .message = file.empty() ? "two reports would share standard output"
                                                  : "two reports would share the file " + file,
                          .hint = "name a file for one: --format json=report.json"});
    const std::size_t format = find_word("--format", text.substr(0, equals), names, problems);
    if (format < names.size()) out.push_back({format, file});
  }
  return out;
}

}  // namespace readiness::app
