// SPDX-License-Identifier: Apache-2.0
#include "app/item_files.h"

#include <algorithm>
#include <iterator>

#include "source/find_entry.h"

namespace readiness::app {

void settle_files(checks::Verdicts& verdicts, const source::Source& tree) {
  for (checks::Verdict& verdict : verdicts.verdicts) {
    std::vector<std::string> named = std::move(verdict.check.create);
    std::move(verdict.check.update.begin(), verdict.check.update.end(), std::back_inserter(named));
    verdict.check.create.clear();
    verdict.check.update.clear();
    for (std::string& path : named) {
      const bool is_there = source::find_entry(tree.entries(), path).has_value();
      std::vector<std::string>& list = is_there ? verdict.check.update : verdict.check.create;
      list.push_back(std::move(path));
    }
  }
}

}  // namespace readiness::app
