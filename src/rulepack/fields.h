// SPDX-License-Identifier: Apache-2.0
// Reading a mapping of a rule file key by key: wrong types and unknown keys become diagnostics, all of them at once.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"
#include "rulepack/model.h"

namespace readiness::rulepack {

/// Collects what is wrong in one rule file.
class Problems {
 public:
  Problems(const Sources& sources, std::uint32_t file) : sources_(sources), file_(file) {}
  void add(base::Mark mark, std::string message, std::string hint = {});
  Place place(base::Mark mark) const { return {file_, mark}; }
  const std::vector<base::Diagnostic>& all() const { return problems_; }

 private:
  const Sources& sources_;
  std::uint32_t file_;
  std::vector<base::Diagnostic> problems_;
};

/// A mapping whose keys are taken one by one; `finish` reports those that nobody took.
class Fields {
 public:
  Fields(const document::Node& node, std::string_view what, Problems& problems);
  bool valid() const { return valid_; }
  const document::Node& node() const { return node_; }
  Problems& problems() { return problems_; }

  /// The value of `key`, marked as known and taken; nullptr when it is absent.
  const document::Node* take(std::string_view key);
  bool has(std::string_view key) const { return node_.find(key) != nullptr; }
  std::string text(std::string_view key);
  /// One scalar or a list of scalars.
  std::vector<Text> texts(std::string_view key);
  std::vector<std::string> strings(std::string_view key);
  std::optional<double> number(std::string_view key, double min, double max);
  std::optional<std::uint64_t> count(std::string_view key);
  /// "80%" as 0.8.
  std::optional<double> share(std::string_view key);
  /// A word of `words`; its index, or nothing (after a diagnostic when it is another word).
  std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
  /// Reports every key that was not taken, with the nearest known one.
  void finish();

 private:
  const document::Node& node_;
  std::string what_;
  Problems& problems_;
  bool valid_ = false;
  std::vector<std::string> known_;
};

std::vector<Text> texts_of(const document::Node& node, Problems& problems);
/// "64KB", "1MB", "200" (bytes, multiples of 1024).
std::optional<std::uint64_t> parse_size(std::string_view text);
/// "30min", "2h", "2-3h", "1-2d", "1-2w" in hours (8 a day, 40 a week).
std::optional<Effort> parse_effort(std::string_view text);

}  // namespace readiness::rulepack
