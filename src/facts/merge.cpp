// SPDX-License-Identifier: Apache-2.0
// Slots are folded from the front as far as they are done; a slot that is done early waits for those before
// it.
#include "facts/merge.h"

#include <algorithm>
#include <iterator>
#include <new>

namespace readiness::facts {
namespace {

constexpr std::size_t kMostNotes = 1'000;   // of broken files told one by one
constexpr std::size_t kProgressStep = 256;  // files between two calls of the progress function

}  // namespace

bool append(Answer& answer, std::vector<Hit> hits, std::uint64_t total, std::size_t& budget) {
  answer.total += total;
  const std::size_t room =
      std::min(budget, kMostHitsOfQuery - std::min(kMostHitsOfQuery, answer.hits.size()));
  if (hits.size() > room) hits.resize(room);
  budget -= hits.size();
  std::move(hits.begin(), hits.end(), std::back_inserter(answer.hits));
  return answer.hits.size() >= kMostHitsOfQuery || budget == 0;
}

Merge::Merge(Facts& facts, const std::vector<Query>& queries, std::vector<std::atomic<bool>>& full,
             const std::function<void(std::size_t, std::size_t)>& progress)
    : facts_(facts), full_(full), progress_(progress), slots_(facts.files.size()) {
  for (QueryId id = 0; id < queries.size(); ++id)
    if (const auto* text = std::get_if<TextQuery>(&queries[id].what); text != nullptr && text->once)
      seen_[id];
}

void Merge::drop_repeated(Found& found) {
  const auto seen = seen_.find(found.query);
  if (seen == seen_.end()) return;
  std::erase_if(found.hits, [&](const Hit& hit) {
    std::string key;
    for (const auto& [name, value] : hit.captures) key += value + '\0';
    return !seen->second.insert(std::move(key)).second;
  });
  found.total = found.hits.size();
}

void Merge::finish(std::uint32_t index, Findings findings) {
  Slot& slot = slots_[index];
  try {
    if (!findings.empty()) slot.findings = std::make_unique<Findings>(std::move(findings));
  } catch (const std::bad_alloc&) {
    lost_.store(true);
  }
  slot.done.store(true, std::memory_order_release);
  if (!folding_.try_lock()) return;
  const std::lock_guard<std::mutex> lock(folding_, std::adopt_lock);
  finish_all();
}

void Merge::finish_all() {
  try {
    fold_ready();
  } catch (const std::bad_alloc&) {
    lost_.store(true);
  }
}

void Merge::fold_ready() {
  while (next_ < slots_.size() && slots_[next_].done.load(std::memory_order_acquire)) {
    const auto index = static_cast<std::uint32_t>(next_++);  // first: what throws below is not folded twice
    const File& file = facts_.files[index];
    ++facts_.ledger.files[static_cast<std::size_t>(file.disposition)];
    ++facts_.ledger.entries;
    if (file.disposition == Disposition::scanned) facts_.ledger.bytes_scanned += file.size;
    if (const std::unique_ptr<Findings> findings = std::move(slots_[index].findings))
      fold(index, std::move(*findings));
    if (progress_ && next_ % kProgressStep == 0) progress_(next_, slots_.size());
  }
}

void Merge::fold(std::uint32_t index, Findings findings) {
  for (Found& found : findings.found) {
    drop_repeated(found);
    if (append(facts_.answers[found.query], std::move(found.hits), found.total, budget_))
      full_[found.query].store(true, std::memory_order_relaxed);
  }
  std::sort(findings.unread.begin(), findings.unread.end());
  findings.unread.erase(std::unique(findings.unread.begin(), findings.unread.end()), findings.unread.end());
  for (const QueryId query : findings.unread) facts_.answers[query].unread.push_back(index);
  if (findings.manifest != nullptr)
    manifests_.push_back({index, findings.manifest, std::move(findings.reading)});
  if (findings.asked_for_images) images_.push_back({index, std::move(findings.images)});
  Ledger& ledger = facts_.ledger;
  ledger.documents_parsed += findings.documents;
  if (!findings.unparsed.empty() && ledger.unparsed.size() < kMostNotes)
    ledger.unparsed.emplace_back(facts_.files[index].path, std::move(findings.unparsed));
  for (std::string& stopped : findings.stopped)
    if (ledger.stopped_patterns.size() < kMostNotes) ledger.stopped_patterns.push_back(std::move(stopped));
}

}  // namespace readiness::facts
