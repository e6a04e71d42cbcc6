// SPDX-License-Identifier: Apache-2.0
// A source that lends entries of another one.
#include "source/staged_view.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "source/object_store.h"
#include "source/repository.h"

namespace readiness::source {
namespace {

using Path = StagedDifference::Path;

struct Lent {
  std::size_t index = 0;         // in the other source
  const Path* before = nullptr;  // set: HEAD's bytes are wanted
};

class ViewReader final : public Reader {
 public:
  ViewReader(std::unique_ptr<Reader> staged, const std::vector<Lent>& lent,
             const std::shared_ptr<const ObjectFolder>& objects)
      : staged_(std::move(staged)), lent_(lent) {
    if (objects) store_.emplace(objects);
  }

  Load load(std::size_t index, std::uint64_t max_bytes) override {
    const Lent& lent = lent_[index];
    if (lent.before == nullptr) return staged_->load(lent.index, max_bytes);
    if (lent.before->is_new) return {.status = LoadStatus::vanished, .bytes = {}, .size = 0, .detail = "new"};
    return store_->read(lent.before->before, max_bytes).as_blob();
  }

  std::optional<std::string> link_text(std::size_t index) override {
    return staged_->link_text(lent_[index].index);
  }

 private:
  std::unique_ptr<Reader> staged_;
  const std::vector<Lent>& lent_;
  std::optional<ObjectStore> store_{};
};

class View final : public Source {
 public:
  View(const Source& staged, const StagedDifference& difference, std::shared_ptr<const ObjectFolder> objects)
      : staged_(staged), objects_(std::move(objects)) {
    auto next = difference.changed.begin();
    for (std::size_t i = 0; i < staged.entries().size(); ++i) {
      const Entry& entry = staged.entries()[i];
      while (next != difference.changed.end() && next->path < entry.path) ++next;
      const bool is_changed = next != difference.changed.end() && next->path == entry.path;
      if (!is_changed && !tells_how_to_read(entry.path)) continue;
      entries_.push_back(entry);
      lent_.push_back({.index = i, .before = is_changed && objects_ ? &*next : nullptr});
    }
  }
  const std::vector<Entry>& entries() const override { return entries_; }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<ViewReader>(staged_.make_reader(), lent_, objects_);
  }
  const std::vector<Note>& notes() const override { return staged_.notes(); }
  const Identity& identity() const override { return staged_.identity(); }

 private:
  // Attributes decide roles, a chart makes templates of what lies below it.
  static bool tells_how_to_read(std::string_view path) {
    for (const std::string_view name : {".gitattributes", "Chart.yaml"})
      if (path.ends_with(name) && (path.size() == name.size() || path[path.size() - name.size() - 1] == '/'))
        return true;
    return false;
  }

  const Source& staged_;
  std::vector<Entry> entries_;
  std::vector<Lent> lent_;
  std::shared_ptr<const ObjectFolder> objects_;  // none: as it is staged
};

}  // namespace

std::unique_ptr<Source> changed_part(const Source& staged, const StagedDifference& difference) {
  return std::make_unique<View>(staged, difference, nullptr);
}

base::Result<std::unique_ptr<Source>> changed_part_before(const Source& staged,
                                                          const StagedDifference& difference,
                                                          const std::string& root) {
  const base::Result<Repository> repository = find_repository(root);
  if (!repository) return repository.errors();
  return std::unique_ptr<Source>(
      std::make_unique<View>(staged, difference, std::make_shared<const ObjectFolder>(*repository)));
}

}  // namespace readiness::source
