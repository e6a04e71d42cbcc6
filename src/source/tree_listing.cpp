// SPDX-License-Identifier: Apache-2.0
// A stack of half-read trees instead of recursion; git's order of names makes the paths come out sorted.
#include "source/tree_listing.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "source/index_file.h"

namespace readiness::source {
namespace {

constexpr std::size_t kMaxFiles = 2'000'000;
constexpr std::size_t kMaxPathBytes = 256ULL * 1024 * 1024;
constexpr std::size_t kMaxName = 4096;
constexpr std::size_t kMaxNotes = 20;

// The folder in front of what is wrong with it.
std::string shown(const std::string& folder) {
  return (folder.empty() ? "./" : base::shortened(base::printable(folder), 200)) + ": ";
}

class Lister {
 public:
  Lister(ObjectStore& store, const std::string& prefix, TreeCache* cache, const PassBy& pass_by)
      : store_(store), prefix_(prefix), cache_(cache), pass_by_(pass_by) {}

  TreeListing run(const ObjectId& root) {
    open(root, "");
    while (!stack_.empty() && !full()) {
      Level& level = stack_.back();
      std::string_view rest = std::string_view(level.bytes).substr(level.at);
      TreeItem item;
      if (take_tree_item(rest, root.size, item)) {
        level.at = level.bytes.size() - rest.size();
        meet(level.path, item);
      } else {
        if (!rest.empty())
          fault("git-object", shown(level.path) + "object " + level.id.hex() + " is no proper tree");
        stack_.pop_back();
      }
    }
    if (dropped_ > 0)
      listing_.notes.push_back({true, "tree", std::to_string(dropped_) + " more problems of this kind"});
    sort_out();
    return std::move(listing_);
  }

 private:
  struct Level {
    ObjectId id;
    std::string path;  // "" or "some/folder/"
    std::string bytes;
    std::size_t at = 0;
  };

  void fault(std::string reason, std::string text) {
    if (listing_.notes.size() < kMaxNotes)
      listing_.notes.push_back({true, std::move(reason), std::move(text)});
    else
      ++dropped_;
  }

  bool full() {
    if (listing_.files.size() < kMaxFiles && path_bytes_ < kMaxPathBytes) return false;
    fault("too-many-files", "more than 2 million paths; the rest was not listed");
    return true;
  }

  // Folders on the way to the prefix and below it are of interest.
  bool is_wanted(const std::string& folder) const {
    return folder.starts_with(prefix_) || std::string_view(prefix_).starts_with(folder);
  }

  void open(const ObjectId& id, std::string path) {
    if (pass_by_ && pass_by_(path, id)) return;
    if (stack_.size() > kMaxTreeDepth)
      return fault("too-deep", shown(path) + "deeper than 4096 folders, not entered");
    if (++places_[id] > kMaxPlacesOfTree) {
      if (places_[id] == kMaxPlacesOfTree + 1)
        fault("tree-bomb", shown(path) + "the same folder at more than 10000 places, not entered again");
      return;
    }
    if (const std::string* known = cache_ == nullptr ? nullptr : cache_->find(id)) {
      stack_.push_back({.id = id, .path = std::move(path), .bytes = *known});
      return;
    }
    const Object object = store_.read(id, ObjectStore::kLargestTree);
    if (object.ok() && object.type == ObjectType::tree) {
      if (cache_ != nullptr) cache_->keep(id, object.bytes);
      stack_.push_back({.id = id, .path = std::move(path), .bytes = std::string(object.bytes)});
    } else {
      fault("git-object",
            shown(path) + (object.ok() ? "object " + id.hex() + " is no proper tree" : object.detail));
    }
  }

  // The views of `item` and `folder` end when the stack grows.
  void meet(const std::string& folder, const TreeItem& item) {
    std::string path = folder + std::string(item.name);
    const ObjectId id = ObjectId::from_raw(item.raw_id);
    if (is_folder_mode(item.mode)) {
      path += '/';
      if (is_wanted(path)) open(id, std::move(path));
    } else if (path.starts_with(prefix_)) {
      path_bytes_ += path.size();
      listing_.files.push_back({std::move(path), item.mode, id});
    }
  }

  void sort_out() {
    const auto by_path = [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; };
    std::vector<TreeFile>& files = listing_.files;
    if (!std::is_sorted(files.begin(), files.end(), by_path))
      std::stable_sort(files.begin(), files.end(), by_path);
    const auto same = [](const TreeFile& a, const TreeFile& b) { return a.path == b.path; };
    const auto end = std::unique(files.begin(), files.end(), same);
    if (end != files.end())
      listing_.notes.push_back(
          {true, "tree", std::to_string(files.end() - end) + " paths stand in the tree twice"});
    files.erase(end, files.end());
  }

  ObjectStore& store_;
  const std::string& prefix_;
  TreeCache* cache_;
  const PassBy& pass_by_;
  TreeListing listing_;
  std::vector<Level> stack_;
  std::unordered_map<ObjectId, std::size_t, ObjectIdHash> places_;
  std::size_t path_bytes_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace

bool take_tree_item(std::string_view& rest, std::size_t id_size, TreeItem& item) {
  const std::size_t space = rest.substr(0, 8).find(' ');
  if (space == 0 || space == std::string_view::npos) return false;
  item.mode = 0;
  for (const char digit : rest.substr(0, space)) {
    if (digit < '0' || digit > '7') return false;
    item.mode = item.mode * 8 + static_cast<std::uint32_t>(digit - '0');
  }
  const std::size_t nul = rest.substr(0, space + 1 + kMaxName + 1).find('\0', space + 1);
  if (nul == std::string_view::npos || nul == space + 1 || rest.size() - nul - 1 < id_size) return false;
  item.name = rest.substr(space + 1, nul - space - 1);
  item.raw_id = rest.substr(nul + 1, id_size);
  rest.remove_prefix(nul + 1 + id_size);
  return true;
}

const std::string* TreeCache::find(const ObjectId& id) {
  if (const auto known = now_.find(id); known != now_.end()) return &known->second;
  const auto old = before_.find(id);
  if (old == before_.end()) return nullptr;
  return &now_.emplace(id, std::move(old->second)).first->second;
}

void TreeCache::keep(const ObjectId& id, std::string_view bytes) {
  now_.insert_or_assign(id, std::string(bytes));
}

void TreeCache::turn() {
  before_ = std::move(now_);
  now_.clear();
}

TreeListing list_tree(ObjectStore& store, const ObjectId& tree, const std::string& prefix, TreeCache* cache,
                      const PassBy& pass_by) {
  if (cache != nullptr) cache->turn();
  return Lister(store, prefix, cache, pass_by).run(tree);
}

}  // namespace readiness::source
