// SPDX-License-Identifier: Apache-2.0
// Several sources under the same queries, one after the other: a file with the same bytes at the same path as
// in a source before is not read again, and the answers are those of `gather`.
#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "facts/facts.h"

namespace readiness::facts {

class Gatherer {
 public:
  /// `queries` outlive it. Fails when one does not compile.
  static base::Result<Gatherer> prepare(const std::vector<Query>& queries, GatherOptions options);
  Gatherer(Gatherer&&) noexcept;
  Gatherer& operator=(Gatherer&&) noexcept;
  ~Gatherer();

  /// What may differ from source to source; as in GatherOptions.
  struct Turn {
    std::int64_t now = 0;
    std::function<void(std::size_t done, std::size_t total)> progress{};
  };
  Facts gather(const source::Source& source, Turn turn);
  /// How many files did not have to be read again, of all sources so far.
  std::uint64_t recalled() const;

 private:
  struct State;
  explicit Gatherer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace readiness::facts
