// SPDX-License-Identifier: Apache-2.0
// A stack of half-read trees instead of recursion; git's order of names makes the paths come out sorted.
#include "source/tree_listing.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "source/index_file.h"

namespace readiness::source {
namespace {

constexpr std::size_t kMaxDepth = 4096;
constexpr std::size_t kMaxFiles = 2'000'000;
constexpr std::size_t kMaxPathBytes = 256ULL * 1024 * 1024;
constexpr std::size_t kMaxName = 4096;
// The same tree at this many places is no repository but a bomb: ten levels of ten equal folders are 10^10
// paths.
constexpr std::size_t kMaxPlacesOfTree = 10'000;
constexpr std::size_t kMaxNotes = 20;

std::string shown(const std::string& path) { return base::shortened(base::printable(path), 200); }

class Lister {
 public:
  Lister(ObjectStore& store, const std::string& prefix) : store_(store), prefix_(prefix) {}

  TreeListing run(const ObjectId& root) {
    open(root, "");
    while (!stack_.empty() && !full()) {
      Level& level = stack_.back();
      if (level.next == level.items.size()) {
        stack_.pop_back();
        continue;
      }
      meet(level.path, level.items[level.next++]);
    }
    if (dropped_ > 0)
      listing_.notes.push_back({true, "tree", std::to_string(dropped_) + " more problems of this kind"});
    sort_out();
    return std::move(listing_);
  }

 private:
  struct Level {
    std::string path;  // "" or "some/folder/"
    std::vector<TreeItem> items;
    std::size_t next = 0;
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
    if (stack_.size() > kMaxDepth)
      return fault("too-deep", shown(path) + ": deeper than 4096 folders, not entered");
    if (++places_[id] > kMaxPlacesOfTree) {
      if (places_[id] == kMaxPlacesOfTree + 1)
        fault("tree-bomb", shown(path) + ": the same folder at more than 10000 places, not entered again");
      return;
    }
    Object object = store_.read(id, ObjectStore::kLargestTree);
    if (!object.ok()) return fault("git-object", shown(path.empty() ? "./" : path) + ": " + object.detail);
    Level level{.path = std::move(path), .items = {}};
    if (object.type != ObjectType::tree || !parse_tree(object.bytes, id.size, level.items))
      fault("git-object",
            shown(level.path.empty() ? "./" : level.path) + ": object " + id.hex() + " is no proper tree");
    stack_.push_back(std::move(level));
  }

  void meet(const std::string& folder, const TreeItem& item) {
    std::string path = folder + item.name;
    if (is_folder_mode(item.mode)) {
      path += '/';
      const ObjectId id = item.id;  // the item's level may move
      if (is_wanted(path)) open(id, std::move(path));
    } else if (path.starts_with(prefix_)) {
      path_bytes_ += path.size();
      listing_.files.push_back({std::move(path), item.mode, item.id});
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
  TreeListing listing_;
  std::vector<Level> stack_;
  std::unordered_map<ObjectId, std::size_t, ObjectIdHash> places_;
  std::size_t path_bytes_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace

bool parse_tree(std::string_view bytes, std::size_t id_size, std::vector<TreeItem>& items) {
  while (!bytes.empty()) {
    TreeItem item;
    const std::size_t space = bytes.find(' ');
    if (space == 0 || space > 7) return false;
    for (const char digit : bytes.substr(0, space)) {
      if (digit < '0' || digit > '7') return false;
      item.mode = item.mode * 8 + static_cast<std::uint32_t>(digit - '0');
    }
    bytes.remove_prefix(space + 1);
    const std::size_t nul = bytes.find('\0');
    if (nul == 0 || nul > kMaxName || bytes.size() - nul - 1 < id_size) return false;
    item.name = bytes.substr(0, nul);
    item.id = ObjectId::from_raw(bytes.substr(nul + 1, id_size));
    bytes.remove_prefix(nul + 1 + id_size);
    items.push_back(std::move(item));
  }
  return true;
}

TreeListing list_tree(ObjectStore& store, const ObjectId& tree, const std::string& prefix) {
  return Lister(store, prefix).run(tree);
}

}  // namespace readiness::source
