// SPDX-License-Identifier: Apache-2.0
// The runs of all patterns, each once, and whose they are; flat, so that a table made when the program was
// built is used where it lies.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan/byte_classes.h"
#include "scan/literal_run.h"
#include "scan/pattern.h"

namespace readiness::scan {

class RunTable {
 public:
  struct Run {
    std::uint32_t first_class;
    std::uint32_t size;                   ///< bytes, and classes
    std::array<std::int32_t, 2> windows;  ///< see LiteralRun
    std::uint32_t first_use;
    std::uint32_t end_use;
  };
  struct Use {
    std::uint32_t run;
    PatternId pattern;
    std::uint32_t lo;
    std::uint32_t hi;
  };

  RunTable() = default;
  RunTable(RunTable&&) noexcept = default;
  RunTable& operator=(RunTable&&) noexcept = default;

  /// Takes in the runs of one pattern; call seal() after the last.
  void add(PatternId pattern, const std::vector<LiteralRun>& runs);
  void seal(const ByteClasses& classes);
  /// The sealed table as bytes, for machines of this byte order.
  std::string pack() const;
  /// A table in the bytes that pack() made, which must outlive it and begin at an address that eight divides;
  /// nothing when they are anything else.
  static std::optional<RunTable> borrow(std::string_view bytes);

  std::span<const Run> runs() const { return runs_; }
  /// Ascending by run.
  std::span<const Use> uses() const { return uses_; }
  std::span<const ClassId> classes_of(const Run& run) const {
    return classes_.subspan(run.first_class, run.size);
  }
  const ByteSet& set(ClassId id) const { return sets_[id]; }
  /// Above the greatest number of a pattern.
  std::size_t patterns() const { return patterns_; }

 private:
  std::unordered_map<ByteRun, std::uint32_t> numbers_{};  ///< of runs, until seal()
  std::vector<Run> own_runs_{};
  std::vector<Use> own_uses_{};
  std::vector<ClassId> own_classes_{};
  std::vector<ByteSet> own_sets_{};
  std::size_t patterns_ = 0;
  // What is ours, or borrowed.
  std::span<const Run> runs_{};
  std::span<const Use> uses_{};
  std::span<const ClassId> classes_{};
  std::span<const ByteSet> sets_{};  ///< by class
};

}  // namespace readiness::scan
