// SPDX-License-Identifier: Apache-2.0
// Which patterns see which windows of a text.
#include "scan/scanner.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

#include "scan/pattern_set.h"
#include "scan/subset.h"
#include "scan/text_scan.h"

namespace readiness::scan {

namespace {

// A table of its own is worth its making when this many bytes of its class have gone by.
constexpr std::uint64_t kBytesWorthATable = std::uint64_t{192} * 1024;

struct Subset {
  std::uint64_t bytes = 0;           ///< searched so far
  const GramTable* table = nullptr;  ///< the filter's
};

}  // namespace

struct Scanner::Impl {
  const PatternSet::Impl& set;
  TextScan text_scan{};
  Wanted wanted{};
  std::vector<Candidate> candidates{};
  std::vector<Window> windows{};
  std::unordered_map<const std::vector<PatternId>*, Subset> subsets{};
  const GramTable* whole_table = nullptr;  // the filter's, when it was needed

  const GramTable& table_for(const std::vector<PatternId>* patterns, std::size_t bytes) {
    if (patterns != nullptr) {
      const auto [at, is_new] = subsets.try_emplace(patterns);
      Subset& subset = at->second;
      subset.bytes += bytes;
      if (is_new) subset.table = set.filter.known_table_of(*patterns);
      if (subset.table == nullptr && subset.bytes >= kBytesWorthATable)
        subset.table = &set.filter.table_of(*patterns);
      if (subset.table != nullptr) return *subset.table;
    }
    if (whole_table == nullptr) whole_table = &set.filter.whole_table();
    return *whole_table;
  }

  void search_whole(std::string_view text) {
    const Window everything{0, static_cast<std::uint32_t>(text.size() - 1)};
    for (const PatternId id : set.searched_whole) {
      if (wanted.ask(id)) text_scan.search(id, set.patterns[id], {&everything, 1});
    }
  }

  void search_candidates(std::string_view text, const std::vector<PatternId>* subset) {
    candidates.clear();
    set.filter.scan(table_for(subset, text.size()), text, wanted, candidates);
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.pattern, a.at) < std::tie(b.pattern, b.at);
    });
    const std::span<const Candidate> all(candidates);
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      const PatternId id = all[begin].pattern;
      while (end < all.size() && all[end].pattern == id) ++end;
      const Pattern& pattern = set.patterns[id];
      make_windows(text, all.subspan(begin, end - begin), pattern.prefix, windows);
      text_scan.search(id, pattern, windows);
    }
  }
};

Scanner::Scanner(const PatternSet& patterns) : impl_(new Impl{*patterns.impl_}) {}
Scanner::~Scanner() = default;

Outcome Scanner::scan(std::string_view text, const Eligible& eligible, const LazyRegions& regions,
                      std::vector<Hit>& hits) {
  impl_->text_scan.begin(text, regions);
  impl_->wanted.begin(impl_->set.patterns.size(), eligible);
  if (!text.empty()) {
    const auto* known = eligible.target<EligibleOfSubset>();
    impl_->search_candidates(text, known == nullptr ? nullptr : known->subset);
    impl_->search_whole(text);
  }
  return impl_->text_scan.finish(impl_->set.patterns, hits);
}

}  // namespace readiness::scan
