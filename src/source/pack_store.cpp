// SPDX-License-Identifier: Apache-2.0
// libgit2's object database with nothing in it but the packs that we name.
#include "source/pack_store.h"

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "source/pack_index_check.h"

namespace readiness::source {
namespace {

constexpr std::uint64_t kLargestIndex = 2ULL * 1024 * 1024 * 1024;

git_oid to_guest(const ObjectId& id) {
  git_oid oid{};
  git_oid_fromraw(&oid, id.bytes.data());
  return oid;
}

Object failed(LoadStatus status, const ObjectId& id, const std::string& detail) {
  return {.status = status, .detail = "object " + id.hex() + " " + detail};
}

// Empty when the index may be used.
std::string problem_of(const RootFolder& folder, const std::string& index, PaddedBuffer& buffer) {
  const Descriptor pack = folder.open_file(index.substr(0, index.size() - 4) + ".pack");
  struct stat info {};
  if (!pack || ::fstat(pack.get(), &info) != 0 || !S_ISREG(info.st_mode))
    return "its pack is missing or no file";
  const Load load = read_file(folder, index, kLargestIndex, buffer);
  if (load.status != LoadStatus::ok) return load.detail;
  const char* problem = pack_index_problem(load.bytes, static_cast<std::uint64_t>(info.st_size));
  return problem == nullptr ? "" : problem;
}

}  // namespace

PackList list_packs(const std::string& objects_path) {
  PackList list;
  const std::string path = objects_path + "/pack";
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return list;
  const std::optional<RootFolder> folder = RootFolder::open(path);
  if (!folder) return list;
  PaddedBuffer buffer;
  for (const std::string& name : folder->names_in("")) {
    if (!name.ends_with(".idx")) continue;
    const std::string problem = problem_of(*folder, name, buffer);
    if (problem.empty())
      list.indexes.push_back(path + "/" + name);
    else
      list.problems.push_back(base::printable(name) + ": " + problem);
  }
  return list;
}

struct PackStore::Guest {
  Guest() {
    git_libgit2_init();
    // Twice as fast, and packs carry their own checksums; nothing is read twice, so caching only costs
    // memory.
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
    git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
    git_odb_new(&odb);
  }
  Guest(const Guest&) = delete;
  ~Guest() {
    git_odb_free(odb);
    git_libgit2_shutdown();
  }
  void add(const std::string& index) const {
    git_odb_backend* backend = nullptr;
    if (odb == nullptr || git_odb_backend_one_pack(&backend, index.c_str()) != 0) return;
    if (git_odb_add_backend(odb, backend, 1) != 0) backend->free(backend);
  }
  git_odb* odb = nullptr;
};

PackStore::PackStore(const PackList& packs) {
  if (packs.indexes.empty()) return;
  guest_ = std::make_unique<Guest>();
  for (const std::string& index : packs.indexes) guest_->add(index);
}

PackStore::~PackStore() = default;

bool PackStore::has(const ObjectId& id) {
  if (!guest_ || guest_->odb == nullptr || id.size != ObjectId::kSha1) return false;
  const git_oid oid = to_guest(id);
  return git_odb_exists_ext(guest_->odb, &oid, GIT_ODB_LOOKUP_NO_REFRESH) == 1;
}

Object PackStore::read(const ObjectId& id, std::uint64_t max_bytes, PaddedBuffer& buffer) {
  if (!has(id)) return failed(LoadStatus::missing, id, "is missing");
  const git_oid oid = to_guest(id);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (git_odb_read_header(&size, &type, guest_->odb, &oid) != 0)
    return failed(LoadStatus::corrupt, id, "is damaged in its pack");
  if (type < GIT_OBJECT_COMMIT || type > GIT_OBJECT_TAG)
    return failed(LoadStatus::corrupt, id, "has no known type");
  const auto known = static_cast<ObjectType>(type);
  if (size > max_bytes)
    return {.status = LoadStatus::too_large, .type = known, .size = size, .detail = "larger than the limit"};
  git_odb_object* object = nullptr;
  if (git_odb_read(&object, guest_->odb, &oid) != 0)
    return failed(LoadStatus::corrupt, id, "is damaged in its pack");
  const std::unique_ptr<git_odb_object, decltype(&git_odb_object_free)> owner(object, &git_odb_object_free);
  const std::size_t length = git_odb_object_size(object);
  if (length > max_bytes) return failed(LoadStatus::corrupt, id, "is longer than its header says");
  if (length > 0) std::memcpy(buffer.reserve(length), git_odb_object_data(object), length);
  return {
      .status = LoadStatus::ok, .type = known, .bytes = buffer.finish(length), .size = length, .detail = {}};
}

std::vector<ObjectId> PackStore::beginning_with(std::string_view hex) {
  std::vector<ObjectId> found;
  if (!guest_ || guest_->odb == nullptr || hex.size() > GIT_OID_HEXSZ) return found;
  git_oid start{};
  git_oid whole{};
  if (git_oid_fromstrn(&start, hex.data(), hex.size()) != 0) return found;
  const int result = git_odb_exists_prefix(&whole, guest_->odb, &start, hex.size());
  if (result == 0)
    found.push_back(ObjectId::from_raw({reinterpret_cast<const char*>(whole.id), ObjectId::kSha1}));
  if (result == GIT_EAMBIGUOUS) found.resize(2);  // which two does not matter
  return found;
}

}  // namespace readiness::source
