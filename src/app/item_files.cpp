// SPDX-License-Identifier: Apache-2.0
#include "app/item_files.h"

#include <algorithm>
#include <iterator>

namespace readiness::app {
namespace {

bool has(const source::Source& tree, const std::string& path) {
  const std::vector<source::Entry>& entries = tree.entries();
  const auto at = std::lower_bound(entries.begin(), entries.end(), path,
                                   [](const source::Entry& entry, const std::string& wanted) { return entry.path < wanted; });
  return at != entries.end() && at->path == path;
}

}  // namespace

void settle_files(checks::Verdicts& verdicts, const source::Source& tree) {
  for (checks::Verdict& verdict : verdicts.verdicts) {
    std::vector<std::string> named = std::move(verdict.check.create);
    std::move(verdict.check.update.begin(), verdict.check.update.end(), std::back_inserter(named));
    verdict.check.create.clear();
    verdict.check.update.clear();
    for (std::string& path : named) {
      std::vector<std::string>& list = has(tree, path) ? verdict.check.update : verdict.check.create;
      list.push_back(std::move(path));
    }
  }
}

}  // namespace readiness::app
