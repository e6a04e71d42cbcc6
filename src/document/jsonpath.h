// SPDX-License-Identifier: Apache-2.0
// JSONPath as in RFC 9535, with its five standard functions; match() and search() take I-Regexp (RFC 9485),
// which is simulated as an automaton in linear time.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/node.h"

namespace readiness::document {

/// A compiled query; cheap to copy, safe to share between threads.
class JsonPath {
 public:
  /// `$…` per RFC 9535. Errors carry the column inside `query`.
  static base::Result<JsonPath> compile(std::string_view query);
  /// A query that compile() took before, as those of the built-in rules: it is parsed when first asked.
  static JsonPath known_good(std::string query);

  struct Match {
    const Node* node;      ///< borrowed from the tree that was searched
    std::string location;  ///< normalized path (RFC 9535, section 2.7)
  };
  /// The node list in the RFC's order. At most `max_matches` nodes; a query that would visit more than some
  /// ten million nodes (filters in filters over large trees) ends early with what it has found; then `*cut`
  /// becomes true.
  std::vector<Match> select(const Node& root, std::size_t max_matches = 100'000, bool* cut = nullptr) const;
  const std::string& text() const;

 private:
  struct Program;
  std::shared_ptr<const Program> program_{};  // shared by copies of the query; never changed but for the first search
};

}  // namespace readiness::document
