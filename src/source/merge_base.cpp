// SPDX-License-Identifier: Apache-2.0
// Both sides are painted downwards, newest commit first. A commit with both colours is a common ancestor, and
// all below it are stale: the walk ends when nothing else is left to visit.
#include "source/merge_base.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace readiness::source {
namespace {

constexpr unsigned kOurs = 1, kTheirs = 2, kBoth = 3, kStale = 4;
constexpr std::size_t kMaxCommits = 5'000'000;

class Painter {
 public:
  explicit Painter(CommitReader& commits) : commits_(commits) {}

  MergeBases run(const ObjectId& ours, const ObjectId& theirs) {
    paint(ours, kOurs);
    paint(theirs, kTheirs);
    while (fresh_ > 0 && seen_.size() < kMaxCommits) visit(take());
    for (const ObjectId& id : found_)
      if (seen_[id].is_best) out_.commits.push_back(id);
    drop_ancestors();
    return std::move(out_);
  }

 private:
  struct Seen {
    unsigned colours = 0;
    unsigned waiting = 0;  // how often it stands in the queue
    bool is_best = false;  // stale by its own doing: a common ancestor that nothing above made stale
    bool was_read = false;
    std::int64_t time = 0;
    std::vector<ObjectId> parents{};
  };
  struct Waiting {
    std::int64_t time;
    std::size_t order;
    ObjectId id;
    bool operator<(const Waiting& other) const {
      return std::tuple(time, other.order) < std::tuple(other.time, order);
    }
  };

  Seen& known(const ObjectId& id) {
    Seen& seen = seen_[id];
    if (seen.was_read) return seen;
    seen.was_read = true;
    if (const std::optional<Commit> commit = commits_.read(id)) {
      seen.time = commit->time;
      seen.parents = commit->parents;
    } else {
      out_.unreadable = id.hex();
    }
    return seen;
  }

  void paint(const ObjectId& id, unsigned colours) {
    Seen& seen = known(id);
    if ((colours & kStale) != 0) seen.is_best = false;
    if ((seen.colours & colours) == colours) return;
    const bool was_fresh = (seen.colours & kStale) == 0;
    seen.colours |= colours;
    const bool is_fresh = (seen.colours & kStale) == 0;
    if (was_fresh && !is_fresh) fresh_ -= seen.waiting;
    queue_.push({seen.time, order_++, id});
    ++seen.waiting;
    if (is_fresh) ++fresh_;
  }

  ObjectId take() {
    const ObjectId id = queue_.top().id;
    queue_.pop();
    Seen& seen = seen_[id];
    --seen.waiting;
    if ((seen.colours & kStale) == 0) --fresh_;
    return id;
  }

  void visit(const ObjectId& id) {
    Seen& seen = seen_[id];
    unsigned colours = seen.colours;
    if (colours == kBoth) {  // common, and not below another common one as far as is known
      found_.push_back(id);
      seen.is_best = true;
      fresh_ -= seen.waiting;
      seen.colours |= kStale;
      colours |= kStale;
    }
    if (commits_.is_border(id)) {
      if ((colours & kStale) == 0) out_.is_cut = true;
      return;
    }
    const std::vector<ObjectId> parents = seen.parents;  // painting may move `seen`
    for (const ObjectId& parent : parents) paint(parent, colours);
  }

  // Dates that lie let an ancestor of a common ancestor be found first.
  void drop_ancestors() {
    if (out_.commits.size() < 2) return;
    std::vector<ObjectId> best;
    for (const ObjectId& id : out_.commits) {
      const bool is_below = std::any_of(out_.commits.begin(), out_.commits.end(), [&](const ObjectId& other) {
        return other != id && is_ancestor(id, other);
      });
      if (!is_below) best.push_back(id);
    }
    out_.commits = std::move(best);
    std::stable_sort(out_.commits.begin(), out_.commits.end(),
                     [&](const ObjectId& a, const ObjectId& b) { return seen_[a].time > seen_[b].time; });
  }

  bool is_ancestor(const ObjectId& old, const ObjectId& young) {
    std::vector<ObjectId> pending{young};
    ObjectIds visited{young};
    while (!pending.empty() && visited.size() < kMaxCommits) {
      const ObjectId id = pending.back();
      pending.pop_back();
      if (id == old) return true;
      if (commits_.is_border(id)) continue;
      const std::vector<ObjectId> parents = known(id).parents;
      for (const ObjectId& parent : parents)
        if (visited.insert(parent).second) pending.push_back(parent);
    }
    return false;
  }

  CommitReader& commits_;
  MergeBases out_;
  std::unordered_map<ObjectId, Seen, ObjectIdHash> seen_;
  std::priority_queue<Waiting> queue_;
  std::vector<ObjectId> found_;
  std::size_t order_ = 0;
  std::size_t fresh_ = 0;  // places in the queue that are not stale
};

}  // namespace

MergeBases merge_bases(CommitReader& commits, const ObjectId& ours, const ObjectId& theirs) {
  return Painter(commits).run(ours, theirs);
}

}  // namespace readiness::source
