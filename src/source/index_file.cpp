// SPDX-License-Identifier: Apache-2.0
// Every length in the file is a claim; none is used before it was held against the bytes that are there.
#include "source/index_file.h"

#include <algorithm>
#include <optional>

#include "source/big_endian.h"

namespace readiness::source {
namespace {

constexpr std::size_t kHeader = 12;
constexpr std::size_t kStat = 40;  // times, device, inode, mode, owner, size
constexpr std::size_t kModeAt = 24;
constexpr std::size_t kMaxPath = 64 * 1024;
// Version 4 shares prefixes between paths, so few bytes can claim very many.
constexpr std::size_t kMaxPathBytes = 512 * 1024 * 1024;
constexpr unsigned kExtended = 0x4000;
constexpr unsigned kSkipWorktree = 0x4000;
constexpr unsigned kIntentToAdd = 0x2000;
constexpr unsigned kNameMask = 0x0FFF;

class Parser {
 public:
  Parser(std::string_view bytes, std::size_t id_size, bool want_trees)
      : bytes_(bytes), id_size_(id_size), want_trees_(want_trees) {}

  const char* header() {
    if (bytes_.size() < kHeader + id_size_) return "too short";
    if (!bytes_.starts_with("DIRC")) return "no index signature";
    version_ = read_u32(bytes_, 4);
    if (version_ < 2 || version_ > 4) return "unknown version";
    count_ = read_u32(bytes_, 8);
    end_ = bytes_.size() - id_size_;
    at_ = kHeader;
    return nullptr;
  }

  const char* entries(std::vector<IndexEntry>& out) {
    out.reserve(std::min<std::size_t>(count_, bytes_.size() / (kStat + id_size_ + 2)));
    for (std::uint32_t i = 0; i < count_; ++i) {
      IndexEntry& entry = out.emplace_back();
      if (const char* problem = one(entry, i == 0 ? nullptr : &out[i - 1])) return problem;
    }
    return nullptr;
  }

  const char* extensions(Index& index) {
    while (end_ - at_ >= 8) {
      const std::string_view name = bytes_.substr(at_, 4);
      const std::size_t size = read_u32(bytes_, at_ + 4);
      if (size > end_ - at_ - 8) return "an extension reaches beyond the end";
      const std::string_view body = bytes_.substr(at_ + 8, size);
      if (name == "link" && !link(body, index)) return "a broken link to a shared index";
      if (name == "TREE" && want_trees_) index.cached_trees = CachedTrees(body, id_size_);
      // Lower-case extensions change what the entries mean; "sdir" (folders as entries) and "link" are known.
      if (name[0] >= 'a' && name[0] <= 'z' && name != "link" && name != "sdir")
        return "an extension that must be understood is not known";
      at_ += 8 + size;
    }
    return nullptr;
  }

 private:
  const char* one(IndexEntry& entry, const IndexEntry* previous) {
    const std::size_t begin = at_;
    if (end_ - at_ < kStat + id_size_ + 2) return "an entry reaches beyond the end";
    entry.mode = read_u32(bytes_, at_ + kModeAt);
    entry.id = ObjectId::from_raw(bytes_.substr(at_ + kStat, id_size_));
    at_ += kStat + id_size_;
    const unsigned flags = read_u16(bytes_, at_);
    at_ += 2;
    entry.stage = static_cast<std::uint8_t>((flags >> 12U) & 3U);
    if ((flags & kExtended) != 0) {
      if (version_ == 2 || end_ - at_ < 2) return "unexpected flags";
      const unsigned more = read_u16(bytes_, at_);
      at_ += 2;
      entry.skip_worktree = (more & kSkipWorktree) != 0;
      entry.intent_to_add = (more & kIntentToAdd) != 0;
    }
    const char* problem =
        version_ == 4 ? shared_path(entry, previous) : plain_path(entry, flags & kNameMask, begin);
    path_bytes_ += entry.path.size();
    if (problem == nullptr && path_bytes_ > kMaxPathBytes) return "paths of more than 512 MiB";
    return problem;
  }

  const char* plain_path(IndexEntry& entry, std::size_t length, std::size_t begin) {
    if (length == kNameMask) length = bytes_.find('\0', at_) - at_;
    if (length > end_ - at_ || length > kMaxPath) return "a path reaches beyond the end";
    entry.path = bytes_.substr(at_, length);
    // One to eight NULs fill the entry up to a multiple of eight bytes.
    const std::size_t padded = (at_ + length - begin + 8) / 8 * 8;
    if (padded > end_ - begin) return "an entry reaches beyond the end";
    at_ = begin + padded;
    return nullptr;
  }

  const char* shared_path(IndexEntry& entry, const IndexEntry* previous) {
    const std::optional<std::size_t> dropped = number();
    const std::size_t known = previous == nullptr ? 0 : previous->path.size();
    if (!dropped || *dropped > known) return "a path shares more than there is";
    const std::size_t nul = bytes_.find('\0', at_);
    if (nul >= end_) return "a path reaches beyond the end";
    if (known - *dropped + nul - at_ > kMaxPath) return "a path is too long";
    if (previous != nullptr) entry.path.assign(previous->path, 0, known - *dropped);
    entry.path += bytes_.substr(at_, nul - at_);
    at_ = nul + 1;
    return nullptr;
  }

  // The variable-length number of pack offsets: each further byte also adds one.
  std::optional<std::size_t> number() {
    std::size_t value = 0;
    for (int i = 0; i < 4 && at_ < end_; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value = (i == 0 ? 0 : value + 1) << 7U | (byte & 0x7FU);
      if ((byte & 0x80U) == 0) return value;
    }
    return std::nullopt;
  }

  bool link(std::string_view body, Index& index) const {
    if (body.size() < id_size_) return false;
    index.shared_index = ObjectId::from_raw(body.substr(0, id_size_));
    index.is_split = index.shared_index.raw().find_first_not_of('\0') != std::string_view::npos;
    body.remove_prefix(id_size_);
    // Two bitmaps: bits (4), words (4), the words, position of the last marker (4).
    for (std::string* bits : {&index.deleted_bits, &index.replaced_bits}) {
      if (body.empty()) return true;
      if (body.size() < 12) return false;
      const std::uint64_t length = 12 + std::uint64_t{read_u32(body, 4)} * 8;
      if (length > body.size()) return false;
      *bits = body.substr(0, length);
      body.remove_prefix(length);
    }
    return true;
  }

  std::string_view bytes_;
  std::size_t id_size_;
  bool want_trees_;
  std::uint32_t version_ = 0;
  std::uint32_t count_ = 0;
  std::size_t end_ = 0;
  std::size_t at_ = 0;
  std::size_t path_bytes_ = 0;
};

}  // namespace

bool earlier_in_index(const IndexEntry& a, const IndexEntry& b) {
  const int order = a.path.compare(b.path);
  return order != 0 ? order < 0 : a.stage < b.stage;
}

base::Result<Index> parse_index(std::string_view bytes, std::size_t id_size, bool want_trees) {
  Index index;
  Parser parser(bytes, id_size, want_trees);
  const char* problem = parser.header();
  if (problem == nullptr) problem = parser.entries(index.entries);
  if (problem == nullptr) problem = parser.extensions(index);
  if (problem != nullptr) return base::Diagnostic{.file = {}, .message = problem};
  if (index.is_split) index.cached_trees = {};
  if (!index.is_split && !std::is_sorted(index.entries.begin(), index.entries.end(), earlier_in_index))
    std::stable_sort(index.entries.begin(), index.entries.end(), earlier_in_index);
  return index;
}

EntryKind kind_of_mode(std::uint32_t mode) {
  switch (mode & 0170000U) {
    case 0100000U:
      return (mode & 0100U) != 0 ? EntryKind::executable : EntryKind::file;
    case 0120000U:
      return EntryKind::symlink;
    case 0160000U:
      return EntryKind::submodule;
    default:
      return EntryKind::special;
  }
}

bool is_folder_mode(std::uint32_t mode) { return (mode & 0170000U) == 0040000U; }

void resolve_conflicts(std::vector<IndexEntry>& entries) {
  // Merged, then ours, theirs, the common ancestor.
  constexpr int kRank[4] = {0, 3, 1, 2};
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (kept > 0 && entries[kept - 1].path == entries[i].path) {
      if (kRank[entries[i].stage] < kRank[entries[kept - 1].stage]) entries[kept - 1] = std::move(entries[i]);
    } else {
      if (kept != i) entries[kept] = std::move(entries[i]);
      ++kept;
    }
  }
  entries.resize(kept);
}

}  // namespace readiness::source
