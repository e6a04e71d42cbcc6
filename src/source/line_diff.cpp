// SPDX-License-Identifier: Apache-2.0
// Lines become numbers; lines that the other text does not have are set aside, as they are changes whatever
// the rest is; then boxes are cut in two at the middle of their shortest path until one side is empty.
#include "source/line_diff.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace readiness::source {
namespace {

constexpr std::int64_t kMostEdits = 4'096;  // of half a path; beyond it a box is called altered as a whole

constexpr std::int64_t kFromNowhere = -1;        // no path has come here yet: going down …
constexpr std::int64_t kFromBeyond = INT64_MAX;  // … and going up

using LineId = std::uint32_t;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

struct Box {
  std::int64_t a0, a1, b0, b1;
};

/// A point on the shortest path, near its middle.
struct Middle {
  std::int64_t a, b;
};

class Differ {
 public:
  Differ(const std::vector<LineId>& before, const std::vector<LineId>& after, std::vector<bool>& changed)
      : a_(before), b_(after), changed_(changed) {}

  // Marks the positions of `after` that are on no path of equal lines.
  void run() {
    std::vector<Box> boxes{{0, std::int64_t(a_.size()), 0, std::int64_t(b_.size())}};
    while (!boxes.empty()) {
      Box box = boxes.back();
      boxes.pop_back();
      while (box.a0 < box.a1 && box.b0 < box.b1 && same(box.a0, box.b0)) ++box.a0, ++box.b0;
      while (box.a0 < box.a1 && box.b0 < box.b1 && same(box.a1 - 1, box.b1 - 1)) --box.a1, --box.b1;
      if (box.b0 == box.b1) continue;
      const std::optional<Middle> middle = box.a0 == box.a1 ? std::nullopt : middle_of(box);
      if (!middle) {
        for (std::int64_t i = box.b0; i < box.b1; ++i) changed_[static_cast<std::size_t>(i)] = true;
        continue;
      }
      boxes.push_back({box.a0, middle->a, box.b0, middle->b});
      boxes.push_back({middle->a, box.a1, middle->b, box.b1});
    }
  }

 private:
  bool same(std::int64_t a, std::int64_t b) const {
    return a_[static_cast<std::size_t>(a)] == b_[static_cast<std::size_t>(b)];
  }

  /// How far the paths from one corner have come, a diagonal (a - b) each.
  struct Front {
    std::vector<std::int64_t> reach{};  // the a of the farthest point; by diagonal, from `shift` on
    std::int64_t low = 0, high = 0;     // diagonals in use; every second one is of this round
  };

  std::int64_t& at(Front& front, std::int64_t diagonal) const {
    return front.reach[static_cast<std::size_t>(diagonal + shift_)];
  }

  // One more edit reaches one more diagonal on each side, as far as the box goes; what lies beyond can be
  // nobody's way.
  void widen(Front& front, const Box& box, std::int64_t unreached) const {
    if (front.low > box.a0 - box.b1)
      at(front, --front.low - 1) = unreached;
    else
      ++front.low;
    if (front.high < box.a1 - box.b0)
      at(front, ++front.high + 1) = unreached;
    else
      --front.high;
  }

  bool covers(const Front& front, std::int64_t diagonal) const {
    return front.low <= diagonal && diagonal <= front.high;
  }

  // Paths grow from both corners, one edit at a time, until they meet. The corners' own lines differ.
  std::optional<Middle> middle_of(const Box& box) {
    shift_ = 1 - (box.a0 - box.b1);
    const auto width = static_cast<std::size_t>(box.a1 - box.b0 + shift_ + 2);
    const std::int64_t start = box.a0 - box.b0, end = box.a1 - box.b1;
    for (Front* front : {&down_, &up_}) front->reach.resize(std::max(front->reach.size(), width));
    down_.low = down_.high = start;
    up_.low = up_.high = end;
    at(down_, start) = box.a0;
    at(up_, end) = box.a1;
    const bool meets_going_down = ((start - end) & 1) != 0;
    for (std::int64_t edits = 1; edits <= kMostEdits; ++edits) {
      if (const auto met = grow_down(box, meets_going_down)) return met;
      if (const auto met = grow_up(box, !meets_going_down)) return met;
    }
    return {};
  }

  std::optional<Middle> grow_down(const Box& box, bool may_meet) {
    widen(down_, box, kFromNowhere);
    for (std::int64_t k = down_.high; k >= down_.low; k -= 2) {
      const std::int64_t left = at(down_, k - 1), above = at(down_, k + 1);
      std::int64_t a = kFromNowhere;
      if (left >= box.a0 && left < box.a1) a = left + 1;
      if (above >= box.a0 && above - k <= box.b1) a = std::max(a, above);
      if (a != kFromNowhere)
        while (a < box.a1 && a - k < box.b1 && same(a, a - k)) ++a;
      at(down_, k) = a;
      if (may_meet && a != kFromNowhere && covers(up_, k) && at(up_, k) <= a) return Middle{a, a - k};
    }
    return {};
  }

  std::optional<Middle> grow_up(const Box& box, bool may_meet) {
    widen(up_, box, kFromBeyond);
    for (std::int64_t k = up_.high; k >= up_.low; k -= 2) {
      const std::int64_t right = at(up_, k + 1), below = at(up_, k - 1);
      std::int64_t a = kFromBeyond;
      if (right != kFromBeyond && right > box.a0) a = right - 1;
      if (below != kFromBeyond && below - k >= box.b0) a = std::min(a, below);
      if (a != kFromBeyond)
        while (a > box.a0 && a - k > box.b0 && same(a - 1, a - 1 - k)) --a;
      at(up_, k) = a;
      if (may_meet && a != kFromBeyond && covers(down_, k) && a <= at(down_, k)) return Middle{a, a - k};
    }
    return {};
  }

  const std::vector<LineId>& a_;
  const std::vector<LineId>& b_;
  std::vector<bool>& changed_;
  Front down_, up_;
  std::int64_t shift_ = 0;
};

/// The lines of both texts as numbers, equal lines equal ones; those that only one text has left out.
class Numbered {
 public:
  Numbered(std::string_view before, std::string_view after) {
    std::unordered_map<std::string_view, LineId> ids;
    const std::vector<LineId> all_before = number(before, ids), all_after = number(after, ids);
    lines_after = static_cast<std::uint32_t>(all_after.size());
    std::vector<unsigned char> sides(ids.size(), 0);
    for (const LineId id : all_before) sides[id] |= 1U;
    for (const LineId id : all_after) sides[id] |= 2U;
    for (const LineId id : all_before)
      if (sides[id] == 3) before_ids.push_back(id);
    for (std::uint32_t i = 0; i < all_after.size(); ++i)
      if (sides[all_after[i]] == 3) after_ids.push_back(all_after[i]), after_numbers.push_back(i);
  }

  std::vector<LineId> before_ids{}, after_ids{};
  std::vector<std::uint32_t> after_numbers{};  // of `after_ids`: which line it is, from 0
  std::uint32_t lines_after = 0;

 private:
  static std::vector<LineId> number(std::string_view text,
                                    std::unordered_map<std::string_view, LineId>& ids) {
    std::vector<LineId> out;
    while (!text.empty())
      out.push_back(ids.try_emplace(take_line(text), static_cast<LineId>(ids.size())).first->second);
    return out;
  }
};

}  // namespace

std::vector<LineRange> changed_lines(std::string_view before, std::string_view after) {
  const Numbered lines(before, after);
  std::vector<bool> changed(lines.after_ids.size(), false);
  Differ(lines.before_ids, lines.after_ids, changed).run();
  std::vector<bool> kept(lines.lines_after, false);
  for (std::size_t i = 0; i < changed.size(); ++i)
    if (!changed[i]) kept[lines.after_numbers[i]] = true;
  std::vector<LineRange> out;
  for (std::uint32_t line = 1; line <= lines.lines_after; ++line) {
    if (kept[line - 1]) continue;
    if (!out.empty() && out.back().last + 1 == line)
      out.back().last = line;
    else
      out.push_back({line, line});
  }
  return out;
}

double similarity(std::string_view before, std::string_view after) {
  const std::size_t larger = std::max(before.size(), after.size());
  if (larger == 0) return 1;
  std::unordered_map<std::string_view, std::size_t> left;
  for (std::string_view rest = before; !rest.empty();) ++left[take_line(rest)];
  std::size_t common = 0;
  for (std::string_view rest = after; !rest.empty();) {
    const std::string_view line = take_line(rest);
    const auto found = left.find(line);
    if (found == left.end() || found->second == 0) continue;
    --found->second;
    common += line.size();
  }
  return static_cast<double>(common) / static_cast<double>(larger);
}

}  // namespace readiness::source
