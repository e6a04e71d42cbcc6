// SPDX-License-Identifier: Apache-2.0
// Loose first: that needs no library.
#include "source/object_store.h"

#include <sys/stat.h>

#include <algorithm>

#include "base/text.h"
#include "source/loose_object.h"

namespace readiness::source {

ObjectFolder::ObjectFolder(const Repository& repository) : path_(repository.common_path + "/objects") {
  struct stat info {};
  if (::lstat(path_.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return;
  loose_ = RootFolder::open(path_);
  has_alternates_ = ::lstat((path_ + "/info/alternates").c_str(), &info) == 0;
}

const PackList& ObjectFolder::packs() const {
  std::call_once(listed_, [this] { packs_ = list_packs(path_); });
  return packs_;
}

ObjectStore::ObjectStore(std::shared_ptr<const ObjectFolder> folder) : folder_(std::move(folder)) {}

PackStore& ObjectStore::packs() {
  if (!packs_) packs_ = std::make_unique<PackStore>(folder_->packs());
  return *packs_;
}

// Somebody may have repacked since the packs were listed: one more look, once.
bool ObjectStore::look_again() {
  if (looked_again_) return false;
  looked_again_ = true;
  PackList now = list_packs(folder_->path());
  if (now.indexes == folder_->packs().indexes) return false;
  packs_ = std::make_unique<PackStore>(now);
  return true;
}

Object ObjectStore::read(const ObjectId& id, std::uint64_t max_bytes) {
  Object object;
  if (folder_->loose()) object = read_loose(*folder_->loose(), id, max_bytes, buffer_);
  if (object.ok() || object.status == LoadStatus::too_large) return object;
  Object packed = packs().read(id, max_bytes, buffer_);
  if (packed.status == LoadStatus::missing && object.status == LoadStatus::missing && look_again())
    packed = packs().read(id, max_bytes, buffer_);
  return packed.status == LoadStatus::missing && object.status != LoadStatus::missing ? object : packed;
}

bool ObjectStore::has(const ObjectId& id) {
  const std::string hex = id.hex();
  if (folder_->loose() && folder_->loose()->open_file(hex.substr(0, 2) + "/" + hex.substr(2))) return true;
  return packs().has(id);
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
