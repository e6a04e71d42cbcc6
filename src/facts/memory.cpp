// SPDX-License-Identifier: Apache-2.0
#include "facts/memory.h"

namespace readiness::facts {
namespace {

std::string key_of(const std::string& path, const std::string& blob, std::uint64_t rules) {
  std::string key = path;
  key += '\0';
  key += blob;
  key.append(reinterpret_cast<const char*>(&rules), sizeof rules);
  return key;
}

std::size_t hits_in(const Findings& findings) {
  std::size_t out = 0;
  for (const Found& found : findings.found) out += found.hits.size();
  return out;
}

}  // namespace

// Takes what the last source brought in; when it becomes too much, all begins anew.
void Memory::settle() {
  for (std::unique_ptr<Remembered>& known : new_) {
    if (known == nullptr) continue;
    const std::size_t hits = hits_in(known->findings);
    if (hits > kMostHitsOfFile) continue;
    if (all_.size() >= kMostFiles || hits_ + hits > kMostHits) {
      all_.clear();
      hits_ = 0;
    }
    hits_ += hits;
    std::string key = key_of(known->file.path, known->blob, rules_);
    all_.insert_or_assign(std::move(key), std::move(known));
  }
}

void Memory::turn_to(const source::Source& source, std::uint64_t rules) {
  settle();
  rules_ = rules;
  const std::vector<source::Entry>& entries = source.entries();
  known_.assign(entries.size(), nullptr);
  new_ = std::vector<std::unique_ptr<Remembered>>(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_file =
        entries[i].kind == source::EntryKind::file || entries[i].kind == source::EntryKind::executable;
    if (!is_file || entries[i].blob.empty()) continue;
    const auto known = all_.find(key_of(entries[i].path, entries[i].blob, rules));
    if (known != all_.end()) known_[i] = known->second.get();
  }
}

}  // namespace readiness::facts
