// SPDX-License-Identifier: Apache-2.0
// Which patterns see which windows of a text.
#include "scan/scanner.h"

#include "scan/pattern_set.h"
#include "scan/text_scan.h"

namespace readiness::scan {

struct Scanner::Impl {
  const PatternSet::Impl& set;
  TextScan text_scan{};
};

Scanner::Scanner(const PatternSet& patterns) : impl_(new Impl{*patterns.impl_}) {}
Scanner::~Scanner() = default;

Outcome Scanner::scan(std::string_view text, const Eligible& eligible, const LazyRegions& regions,
                      std::vector<Hit>& hits) {
  TextScan& scan = impl_->text_scan;
  scan.begin(text, regions);
  if (!text.empty()) {
    const Window everything{0, static_cast<std::uint32_t>(text.size() - 1)};
    for (const PatternId id : impl_->set.searched_whole) {
      if (eligible(id)) scan.search(id, impl_->set.patterns[id], &everything, 1);
    }
  }
  return scan.finish(impl_->set.patterns, hits);
}

}  // namespace readiness::scan
