// SPDX-License-Identifier: Apache-2.0
// Walks a regex from left to right, growing runs as long as the bytes are known, and keeps the cheapest set
// of runs.
#include "scan/literal_run.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"
#include "scan/checked_regex.h"
#include "scan/run_choice.h"

namespace readiness::scan {
namespace {

constexpr std::size_t kMaxAlternatives = 96;  // of runs that grow together
constexpr std::size_t kMaxRuns = 256;         // of one pattern
constexpr std::size_t kMaxOpenBytes = 256;    // of a run that grows, so that hostile repeats stay small
constexpr std::size_t kMaxPiece = 128;        // of a text that is taken in at once
constexpr std::uint32_t kMaxCopies = 12;      // of a repeated class that a run takes in
constexpr std::size_t kMostNextBytes = 128;   // more exclude too little

// Positions looked at again for each byte of source code, above which PCRE2 alone on eligible texts is
// cheaper.
constexpr double kMostCost = 0.02;

using Texts = std::vector<ByteRun>;  // alternatives

// Where in a match the walk stands: how many bytes, and which, may be before it.
struct Place {
  std::uint32_t lo = 0;
  std::uint32_t hi = 0;
  ByteSet before{};
};

class RunFinder {
 public:
  RunFinder(ByteClasses& classes, Place place) : classes_(classes), place_(place), start_(place) {}

  std::optional<RunSet> find(const Node& node) {
    walk(node);
    end_runs();
    return std::move(best_);
  }

 private:
  void walk(const Node& node) {
    switch (node.kind) {
      case NodeKind::zero_width:
        return;
      case NodeKind::sequence:
        return walk_all(node.children);
      case NodeKind::text:
        walk_text(node.text);
        return;
      case NodeKind::code_point:
      case NodeKind::alternation:
      case NodeKind::repeat:
        break;
    }
    const std::optional<Texts> texts = texts_of(node);
    if (texts && (grow(*texts) || (restart(), grow(*texts)))) {
      pass(node);
      return;
    }
    walk_vague(node);
  }

  void walk_all(std::span<const Node> nodes) {
    for (; !nodes.empty(); nodes = nodes.subspan(1)) {
      rest_ = nodes;
      walk(nodes.front());
    }
    rest_ = {};
  }

  // In pieces, so that a very long text does not count as one that is too long to grow.
  void walk_text(const ByteRun& text) {
    for (std::size_t at = 0; at < text.size(); at += kMaxPiece) {
      const Node piece{.kind = NodeKind::text, .text = text.substr(at, kMaxPiece)};
      if (!grow({piece.text})) {
        restart();
        grow({piece.text});
      }
      pass(piece);
    }
  }

  // A part whose bytes are not all known: runs end before it and begin again behind it.
  void walk_vague(const Node& node) {
    offer_with_next_byte();
    const Texts tail = node.kind == NodeKind::repeat && node.min > 0 ? walk_repeat(node) : Texts{};
    end_runs();
    if (node.kind == NodeKind::alternation) offer(inside_alternatives(node));
    if (node.kind == NodeKind::repeat && node.min > 0 && tail.empty()) {
      offer(RunFinder(classes_, place_).find(node.children.front()));
    }
    pass(node);
    restart_with(tail);
  }

  // What can follow the runs is one byte more to be compared: `exp\s*=` is never "expression".
  void offer_with_next_byte() {
    const std::optional<ByteSet> next = first_bytes(rest_, classes_);
    if (!next || next->count() > kMostNextBytes) return;
    const Texts open = open_;
    if (grow({ByteRun(1, classes_.id_of(*next))})) end_runs();
    open_ = open;
  }

  // x{2,}: the run before takes in the least, the run behind begins with some; returns what it begins with.
  Texts walk_repeat(const Node& node) {
    const std::optional<Texts> once = texts_of(node.children.front());
    if (!once || once->size() != 1 || once->front().empty()) return {};
    const ByteRun& unit = once->front();
    const std::uint32_t most =
        std::max<std::uint32_t>(1, kMaxCopies / static_cast<std::uint32_t>(unit.size()));
    ByteRun copies;
    for (std::uint32_t i = 0; i < std::min(node.min, most); ++i) copies += unit;
    grow({copies});
    ByteRun tail;
    for (std::uint32_t i = 0; i < std::min<std::uint32_t>(node.min, 3) && tail.size() < 4; ++i) tail += unit;
    return {tail};
  }

  std::optional<RunSet> inside_alternatives(const Node& node) {
    RunSet all;
    for (const Node& child : node.children) {
      std::optional<RunSet> set = RunFinder(classes_, place_).find(child);
      if (!set || all.runs.size() + set->runs.size() > kMaxRuns) return std::nullopt;
      all.prefix |= set->prefix;
      all.runs.insert(all.runs.end(), set->runs.begin(), set->runs.end());
    }
    return choose_windows(std::move(all), most(), classes_);
  }

  // All texts that the node can be, when they are few and their bytes are known.
  std::optional<Texts> texts_of(const Node& node) {
    switch (node.kind) {
      case NodeKind::zero_width:
        return Texts{{}};
      case NodeKind::text:
        return Texts{node.text};
      case NodeKind::code_point:
        return std::nullopt;
      case NodeKind::sequence: {
        Texts texts{{}};
        for (const Node& child : node.children) {
          const std::optional<Texts> next = texts_of(child);
          if (!next || !append(texts, *next)) return std::nullopt;
        }
        return texts;
      }
      case NodeKind::alternation: {
        Texts texts;
        for (const Node& child : node.children) {
          const std::optional<Texts> some = texts_of(child);
          if (!some || texts.size() + some->size() > kMaxAlternatives) return std::nullopt;
          texts.insert(texts.end(), some->begin(), some->end());
        }
        return texts;
      }
      case NodeKind::repeat:
        return texts_of_repeat(node);
    }
    return std::nullopt;
  }

  std::optional<Texts> texts_of_repeat(const Node& node) {
    if (node.max == kUnbounded || node.max > 64 || node.max - node.min > 2) return std::nullopt;
    const std::optional<Texts> once = texts_of(node.children.front());
    if (!once || (node.min != node.max && !are_telling(*once))) return std::nullopt;
    Texts all;
    Texts texts{{}};
    for (std::uint32_t count = 0; count <= node.max; ++count) {
      if (count > 0 && !append(texts, *once)) return std::nullopt;
      if (count < node.min) continue;
      if (all.size() + texts.size() > kMaxAlternatives) return std::nullopt;
      all.insert(all.end(), texts.begin(), texts.end());
    }
    return all;
  }

  // Worth several runs when it is optional: `[_-]?` is, `\\w?` would only make the runs around it vague.
  bool are_telling(const Texts& texts) const {
    constexpr std::size_t kMostBytes = 8;
    const auto is_vague = [&](ClassId id) { return classes_.bytes_in(id) > kMostBytes; };
    return std::none_of(texts.begin(), texts.end(),
                        [&](const ByteRun& text) { return std::any_of(text.begin(), text.end(), is_vague); });
  }

  // Every text followed by every one of `next`; false when there would be too many.
  static bool append(Texts& texts, const Texts& next) {
    if (next.empty() || texts.size() * next.size() > kMaxAlternatives) return false;
    Texts longer;
    longer.reserve(texts.size() * next.size());
    for (const ByteRun& text : texts) {
      for (const ByteRun& more : next) {
        if (text.size() + more.size() > kMaxOpenBytes) return false;
        longer.push_back(text + more);
      }
    }
    texts = std::move(longer);
    return true;
  }

  bool grow(const Texts& next) { return append(open_, next); }

  void add_alphabet(const Node& node, ByteSet& bytes) const {
    if (node.kind == NodeKind::zero_width) return;
    for (const ClassId id : node.text) bytes |= classes_.at(id);
    for (const Node& child : node.children) add_alphabet(child, bytes);
  }

  // The walk goes past `node`.
  void pass(const Node& node) {
    const Width width = width_of(node);
    place_.lo = add_widths(place_.lo, width.min);
    place_.hi = add_widths(place_.hi, width.max);
    add_alphabet(node, place_.before);
  }

  void restart() {
    end_runs();
    restart_with({});
  }

  // New runs begin here, or `tail` bytes earlier when the regex just matched those.
  void restart_with(const Texts& tail) {
    open_ = {tail.empty() ? ByteRun{} : tail.front()};
    const auto back = static_cast<std::uint32_t>(open_.front().size());
    start_ = place_;
    start_.lo -= back;
    if (start_.hi != kUnbounded) start_.hi -= back;
  }

  void end_runs() {
    RunSet set{.prefix = start_.before};
    for (const ByteRun& run : open_) {
      if (run.size() < kShortestRun) return;
      set.runs.push_back({.classes = run, .lo = start_.lo, .hi = start_.hi});
    }
    offer(choose_windows(std::move(set), most(), classes_));
  }

  double most() const { return best_ ? best_->cost : std::numeric_limits<double>::infinity(); }

  void offer(std::optional<RunSet> set) {
    if (set && (!best_ || set->cost < best_->cost)) best_ = std::move(set);
  }

  ByteClasses& classes_;
  std::span<const Node> rest_{};  // of the innermost sequence, from the node that is walked on
  Place place_;
  Place start_;            // of the open runs
  Texts open_{ByteRun{}};  // runs that still grow, all from start_ on
  std::optional<RunSet> best_{};
};

std::string shown(const ByteRun& run, const ByteClasses& classes) {
  std::string out;
  for (const ClassId id : run.substr(0, 24)) {
    if (id < 256) {
      out += static_cast<char>(id);
    } else if (classes.folded(id).size() == 1) {
      out += static_cast<char>(classes.folded(id).front());
    } else {
      out += "[…]";
    }
  }
  return base::printable(out);
}

}  // namespace

RunPlan plan_runs(const Node& root, ByteClasses& classes) {
  const Beginning beginning = beginning_of(root, classes);
  std::optional<RunSet> set = RunFinder(classes, {}).find(root);
  const auto slow = [&](std::string why) {
    return RunPlan{.head = {.beginning = beginning, .why_slow = std::move(why)}};
  };
  if (!set) return slow("not every alternative has a run of three fixed characters");
  if (set->cost > kMostCost) {
    const auto dearest = std::max_element(set->runs.begin(), set->runs.end(),
                                          [](const auto& a, const auto& b) { return a.cost < b.cost; });
    return slow("'" + shown(dearest->classes, classes) + "' is too frequent in source code to be looked for");
  }
  PlanHead head{.prefix = set->prefix, .has_runs = true, .is_exact = true, .beginning = beginning};
  for (const LiteralRun& run : set->runs) {
    head.hi = std::max(head.hi, run.hi);
    head.is_exact = head.is_exact && run.lo == run.hi;
  }
  return {.runs = std::move(set->runs), .head = std::move(head)};
}

}  // namespace readiness::scan
