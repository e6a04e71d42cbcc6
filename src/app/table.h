// SPDX-License-Identifier: Apache-2.0
// One table of the configuration, taken key by key; what is wrong becomes diagnostics, all of them at once.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/node.h"

namespace readiness::app {

/// Collects what is wrong in one configuration file.
class ConfigProblems {
 public:
  ConfigProblems(std::string_view file, std::string_view text) : file_(file), text_(text) {}
  void add(base::Mark mark, std::string message, std::string hint = {}, std::size_t length = 1);
  const std::vector<base::Diagnostic>& all() const { return problems_; }

 private:
  std::string file_;
  std::string_view text_;  // the caller's
  std::vector<base::Diagnostic> problems_;
};

/// A scalar and where it stands.
struct PlacedText {
  std::string text{};
  base::Mark mark{};
};

class Table {
 public:
  /// `what` is how messages call the table: "[gate]". Both borrowed values outlive it.
  Table(const document::Node& node, std::string what, ConfigProblems& problems);

  /// The value of `key`, which is known from now on; nullptr when it is absent.
  const document::Node* take(std::string_view key);
  std::optional<PlacedText> text(std::string_view key);
  /// A string that must be there and not be empty; else a diagnostic and an empty text.
  PlacedText required_text(std::string_view key);
  std::vector<PlacedText> texts(std::string_view key);
  std::optional<int> whole(std::string_view key, int min, int max);
  std::optional<double> number(std::string_view key, double min, double max);
  /// One of `words`: its index.
  std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
  std::string date(std::string_view key);
  /// Calls `each` with every member of the table `key`.
  void members(std::string_view key, const std::function<void(const document::Member&)>& each);
  /// Calls `each` with every table of the list `key` ([[waive]]).
  void tables(std::string_view key, const std::function<void(Table&)>& each);
  /// Reports the keys that nobody took.
  void finish();

  ConfigProblems& problems() { return problems_; }
  base::Mark mark() const { return node_.mark; }

 private:
  const document::Node& node_;
  std::string what_;
  ConfigProblems& problems_;
  std::vector<std::string> known_;
};

}  // namespace readiness::app
