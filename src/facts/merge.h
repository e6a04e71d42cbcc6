// SPDX-License-Identifier: Apache-2.0
// Brings the findings of all threads into the files' order while they arrive, so that caps cut the same hits
// always and memory is given back early.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "facts/findings.h"

namespace readiness::facts {

/// A file read as a manifest, and one asked for images; answered when all are there.
struct ReadManifest {
  std::uint32_t file;
  const manifest::Row* row;
  manifest::Reading reading;
};
struct ImagesOfFile {
  std::uint32_t file;
  std::vector<Image> images;
};

class Merge {
 public:
  /// Borrows `facts`, whose files are being filled in, and `full`, which it sets for queries that have enough
  /// hits.
  Merge(Facts& facts, const std::vector<Query>& queries, std::vector<std::atomic<bool>>& full,
        const std::function<void(std::size_t, std::size_t)>& progress);
  /// From any thread, once a file and after its slot of Facts::files was written.
  void finish(std::uint32_t index, Findings findings);
  /// After all threads have ended.
  void finish_all();

  std::vector<ReadManifest>& manifests() { return manifests_; }
  std::vector<ImagesOfFile>& images() { return images_; }
  std::size_t& budget() { return budget_; }
  /// True when memory ran out and findings are missing.
  bool lost_some() const { return lost_.load(); }

 private:
  struct Slot {
    std::atomic<bool> done{false};
    std::unique_ptr<Findings> findings{};
  };
  void fold_ready();
  void fold(std::uint32_t index, Findings findings);
  void drop_repeated(Found& found);

  Facts& facts_;
  std::vector<std::atomic<bool>>& full_;
  const std::function<void(std::size_t, std::size_t)>& progress_;
  std::vector<Slot> slots_;
  std::mutex folding_;  // whoever gets it folds what is ready; nobody waits for it
  std::atomic<bool> lost_{false};
  std::size_t next_ = 0;
  std::map<QueryId, std::unordered_set<std::string>> seen_;  // captures of the queries that keep each once
  std::size_t budget_ = kMostHits;
  std::vector<ReadManifest> manifests_;
  std::vector<ImagesOfFile> images_;
};

/// Adds hits to an answer within the caps and what is left of `budget`; true when the answer is full.
bool append(Answer& answer, std::vector<Hit> hits, std::uint64_t total, std::size_t& budget);

}  // namespace readiness::facts
