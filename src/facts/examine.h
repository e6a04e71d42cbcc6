// SPDX-License-Identifier: Apache-2.0
// One thread's work: takes an entry of the source through classification, reading, scanning and parsing.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/documents.h"
#include "facts/findings.h"
#include "facts/memory.h"
#include "facts/questions.h"

namespace readiness::facts {

/// What all threads share; borrowed.
struct Audit {
  const source::Source& source;
  const Questions& questions;
  const GatherOptions& options;
  const classify::Classifier& classifier;
  std::vector<std::atomic<std::uint32_t>>& searched;  ///< by WhereId
  const std::vector<std::atomic<bool>>&
      full;                  ///< by QueryId: files before all that are to come gave enough hits
  Memory* memory = nullptr;  ///< of the source before; may be null
};

class Examiner {
 public:
  explicit Examiner(const Audit& audit);
  /// Fills `file` (one disposition, always) and returns what was found. Never throws.
  Findings examine(std::uint32_t index, File& file);

 private:
  void look(std::uint32_t index, File& file, Findings& out);
  bool recall(std::uint32_t index, File& file, Findings& out);
  void remember(std::uint32_t index, const File& file, const Findings& out);
  void give_up(File& file, const char* why, Findings& out);
  bool is_excluded() const;
  bool settled_by_name(const source::Entry& entry, File& file) const;
  bool is_wanted(File& file);
  bool settled_by_load(const source::Load& load, File& file, Findings& out);
  void find_kinds(File& file, std::string_view text);
  void turn_to(const File& file);
  bool has_entry(std::string_view path) const;
  std::optional<std::uint32_t> entry_at(std::string_view path) const;
  bool leads_to_a_file(std::uint32_t index);
  bool has_neighbour(std::string_view path);
  bool is_lock_needed(std::string_view path, const manifest::Row& row);
  bool count(Channel channel);

  // The questions, put to the file turned to (examine_questions.cpp).
  void ask_path(std::uint32_t index, Findings& out);
  void ask_text(std::uint32_t index, const File& file, std::string_view text, Findings& out);
  void ask_structure(std::uint32_t index, const File& file, std::string_view text, Findings& out);
  void ask_documents_of(std::uint32_t index, const File& file, std::string_view text, Trees& trees,
                        Findings& out);
  void ask_manifest(const File& file, std::string_view text, Trees* trees, Findings& out);
  void stop(QueryId query, std::string_view asked, const char* limit, const File& file, Findings& out);
  const std::vector<scan::PatternId>& subset_of(bool with_dependent);
  void add_dropped(std::uint64_t dropped, Findings& out);
  void mark_unread(Channel channel, Findings& out);
  void keep(QueryId query, Hit hit, Findings& out);

  const Audit audit_;
  std::unique_ptr<source::Reader> reader_;
  std::unique_ptr<scan::Scanner> scanner_;
  scan::Eligible eligible_;
  std::vector<std::unique_ptr<std::vector<scan::PatternId>>>
      subsets_;  // two a class of files, as they come up
  base::PathIndex::Matches paths_;
  WhereAnswers answers_;
  // About the file at hand.
  std::optional<DocumentShape> shape_;
  const manifest::Row* manifest_ = nullptr;
  bool is_helm_ = false;
  bool asks_text_ = true;
  std::string blob_{};        // with a memory: git's name of its bytes, once they were read
  std::uint8_t counted_ = 0;  // bit set of Channel
  std::vector<WhereId> counted_by_path_{};
  std::vector<std::pair<std::string, bool>> neighbours_{};
  // Scratch.
  std::vector<scan::Hit> hits_;
  std::vector<WhereId> wheres_;
  std::vector<std::uint32_t> found_at_;  // by QueryId: index into Findings::found + 1, 0 = none yet
};

}  // namespace readiness::facts
