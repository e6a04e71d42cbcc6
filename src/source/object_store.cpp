// SPDX-License-Identifier: Apache-2.0
// Packs first, as git does: most objects lie there.
#include "source/object_store.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/text.h"
#include "source/loose_object.h"

namespace readiness::source {

ObjectFolder::ObjectFolder(const Repository& repository) : id_size_(repository.id_size()) {
  struct stat info {};
  const std::string path = repository.common_path + "/objects";
  if (::lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return;
  loose_ = RootFolder::open(path);
  has_alternates_ = ::lstat((path + "/info/alternates").c_str(), &info) == 0;
}

PackList ObjectFolder::open_packs_again() const {
  return loose_ ? open_packs(*loose_, id_size_) : PackList{};
}

const PackList& ObjectFolder::packs() const {
  std::call_once(opened_, [this] { packs_ = open_packs_again(); });
  return packs_;
}

ObjectStore::ObjectStore(std::shared_ptr<const ObjectFolder> folder) : folder_(std::move(folder)) {}

PackStore& ObjectStore::packs() {
  if (!packs_) packs_ = std::make_unique<PackStore>(folder_->packs());
  return *packs_;
}

// Somebody may have repacked since the packs were opened: one more look, once.
bool ObjectStore::look_again() {
  if (looked_again_) return false;
  looked_again_ = true;
  auto now = std::make_unique<PackList>(folder_->open_packs_again());
  const auto same_name = [](const Pack& a, const Pack& b) { return a.name == b.name; };
  const std::vector<Pack>& known = folder_->packs().packs;
  if (std::equal(known.begin(), known.end(), now->packs.begin(), now->packs.end(), same_name)) return false;
  packs_ = std::make_unique<PackStore>(*now);
  newer_packs_ = std::move(now);
  return true;
}

Object ObjectStore::read(const ObjectId& id, std::uint64_t max_bytes) {
  Object object = packs().read(id, max_bytes, buffer_);
  if (object.ok() || object.status == LoadStatus::too_large || !folder_->loose()) return object;
  Object loose = read_loose(*folder_->loose(), id, max_bytes, inflater_, packed_, buffer_);
  if (loose.status != LoadStatus::missing) return loose;
  if (object.status == LoadStatus::missing && look_again()) return packs().read(id, max_bytes, buffer_);
  return object;
}

bool ObjectStore::has(const ObjectId& id) {
  const std::string hex = id.hex();
  return packs().has(id) ||
         (folder_->loose() && folder_->loose()->open_file(hex.substr(0, 2) + "/" + hex.substr(2)));
}

std::vector<ObjectId> ObjectStore::beginning_with(std::string_view hex) {
  const std::string wanted = base::lower(hex);
  std::vector<ObjectId> found = packs().beginning_with(wanted);
  if (!folder_->loose()) return found;
  for (const std::string& rest : folder_->loose()->names_in(wanted.substr(0, 2))) {
    const std::string name = wanted.substr(0, 2) + rest;
    const std::optional<ObjectId> id = name.starts_with(wanted) ? ObjectId::from_hex(name) : std::nullopt;
    if (id && std::find(found.begin(), found.end(), *id) == found.end()) found.push_back(*id);
  }
  return found;
}

}  // namespace readiness::source
