// SPDX-License-Identifier: Apache-2.0
// Where a glob is filed: by its whole path or name, its extension, its longest literal; by folder when that
// decides.
#include "base/path_index.h"

#include <algorithm>

#include "base/text.h"

namespace readiness::base {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// The text's size when there is none. By comparing: find_first_of() calls a function for every byte, and thousands of
// globs are filed at every start.
std::size_t first_wild(std::string_view text, std::size_t from = 0) {
  while (from < text.size() && !is_wild(text[from])) ++from;
  return from;
}

bool is_literal(std::string_view text) { return first_wild(text) == text.size(); }

std::string_view last_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(slash == kNone ? 0 : slash + 1);
}

// What follows the last wildcard. A suffix that holds a class's closing bracket is cut behind it; "**/" may
// stand for nothing, so its slash is no part of the suffix.
std::string_view literal_suffix(std::string_view glob) {
  std::size_t wild = glob.size();
  while (wild > 0 && glob[wild - 1] != ']' && (glob[wild - 1] == '[' || !is_wild(glob[wild - 1]))) --wild;
  if (wild-- == 0) return glob;
  if (glob[wild] == '\\') return glob.substr(std::min(glob.size(), wild + 2));
  const bool deep = wild > 0 && glob.substr(wild - 1, 3) == "**/";
  return glob.substr(wild + (deep ? 2 : 1));
}

// Behind a class of word characters, as in "[rR]oute"; kNone for others.
std::size_t end_of_plain_class(std::string_view glob, std::size_t open) {
  std::size_t at = open + 1;
  while (at < glob.size() && is_word(glob[at])) ++at;
  return at > open + 1 && at < glob.size() && glob[at] == ']' ? at + 1 : kNone;
}

// The longest run of plain bytes that every matching path has. "**/" may stand for nothing, so its slash is
// none.
std::string_view longest_literal(std::string_view glob) {
  std::string_view best;
  for (std::size_t i = 0; i < glob.size();) {
    if (glob[i] == '[') {
      const std::size_t end = end_of_plain_class(glob, i);
      if (end == kNone) return best;  // what follows may be inside the class
      i = end;
    } else if (glob[i] == '\\') {
      i += 2;
    } else if (is_wild(glob[i])) {
      const bool deep = glob.substr(i, 2) == "**";
      i += deep ? 2 : 1;
      if (deep && i < glob.size() && glob[i] == '/') ++i;
    } else {
      const std::size_t end = first_wild(glob, i);
      if (end - i > best.size()) best = glob.substr(i, end - i);
      i = end;
    }
  }
  return best;
}

}  // namespace

std::optional<GlobSetId> PathIndex::find_equal(const GlobSet& set, std::size_t hash) const {
  const auto [begin, end] = ids_.equal_range(hash);
  for (auto at = begin; at != end; ++at)
    if (sets_[at->second].globs.texts() == set.texts()) return at->second;
  return std::nullopt;
}

GlobSetId PathIndex::add(const GlobSet& set) {
  std::size_t hash = 0;
  for (const std::string& text : set.texts()) hash = hash * 31 + std::hash<std::string_view>{}(text);
  if (const auto equal = find_equal(set, hash)) return *equal;
  const auto id = static_cast<GlobSetId>(sets_.size());
  ids_.emplace(hash, id);
  sets_.push_back({.globs = set});
  for (const std::string& text : set.texts()) {
    if (text.starts_with('!')) sets_.back().has_negations = true;
    else
      for (const TryId glob : tries_of(text)) tries_[glob].sets.push_back(id);
  }
  return id;
}

const PathIndex::Tries& PathIndex::tries_of(const std::string& glob) {
  const auto [known, is_new] = tries_of_glob_.try_emplace(glob);
  if (!is_new) return known->second;
  const bool is_folder = glob.ends_with('/');
  std::string_view body = is_folder ? texts_.emplace_back(glob + "**") : glob;
  const bool last_name_only = body.find('/') == kNone;
  if (body.starts_with('/')) body.remove_prefix(1);
  const auto take = [&](std::string_view alternative) {
    if (!alternative.empty())  // as in `{,x}`: no path is empty
      known->second.push_back(try_of(alternative, last_name_only));
  };
  if (body.find('{') == kNone) {
    take(body);
    return known->second;
  }
  std::vector<std::string> alternatives;
  expand_braces(std::string(body), alternatives);  // the set was compiled: nothing is wrong with it
  for (std::string& alternative : alternatives) take(texts_.emplace_back(std::move(alternative)));
  return known->second;
}

PathIndex::TryId PathIndex::try_of(std::string_view glob, bool last_name_only) {
  // Below any folder, a bare name and "**/name" are the same question.
  const std::string_view below = glob.substr(glob.starts_with("**/") ? 3 : glob.size());
  if (!below.empty() && below.find('/') == kNone && below.find("**") == kNone) {
    glob = below;
    last_name_only = true;
  }
  const auto [known, is_new] =
      try_ids_.try_emplace({glob, last_name_only}, static_cast<TryId>(tries_.size()));
  if (!is_new) return known->second;
  tries_.push_back({.last_name_only = last_name_only, .glob = glob});
  file_under(known->second, glob, last_name_only);
  return known->second;
}

// Globs that end in "/**" say the same of everything in a folder.
bool PathIndex::file_as_folder(TryId id, std::string_view glob) {
  if (!glob.ends_with("/**")) return false;
  const std::string_view folder = glob.substr(0, glob.size() - 3);
  const std::string_view folder_with_slash = glob.substr(0, glob.size() - 2);
  Try& self = tries_[id];
  if (is_literal(folder)) {
    self.prefix = folder_with_slash;
    self.sure = true;
    folder_by_part_[last_name(folder)].push_back(id);
    return true;
  }
  const std::string_view below = folder.substr(folder.starts_with("**/") ? 3 : folder.size());
  const std::string_view part = last_name(below);
  if (!below.empty() && is_literal(below)) {
    self.sure = part == below;
    folder_by_part_[part].push_back(id);
  } else if (!below.empty() && part == below && part.find("**") == kNone) {
    self.sure = true;
    const auto number = static_cast<std::uint32_t>(folder_globs_.size());
    folder_globs_.push_back({below, id});
    if (const std::string_view needle = longest_literal(below); needle.size() >= NeedleIndex::kShortest)
      folder_globs_by_needle_.add(needle, number);
    else
      folder_globs_always_.push_back(number);
  } else {
    self.prefix = folder.substr(0, first_wild(folder));
    if (const std::string_view needle = longest_literal(folder_with_slash); needle.size() >= NeedleIndex::kShortest)
      folder_by_needle_.add(needle, id);
    else
      folder_always_.push_back(id);
  }
  return true;
}

void PathIndex::file_under(TryId id, std::string_view glob, bool last_name_only) {
  Try& self = tries_[id];
  if (file_as_folder(id, glob)) return;
  if (glob == "**" || (last_name_only && glob == "*")) {
    self.sure = true;
    return always_.push_back(id);
  }
  const std::size_t bracket = glob.find('[');
  if (bracket != kNone && glob.find('/', bracket) != kNone) {
    const std::string_view needle = longest_literal(glob);  // a slash behind it may be inside the class
    return needle.size() >= NeedleIndex::kShortest ? by_needle_.add(needle, id) : always_.push_back(id);
  }
  self.suffix = literal_suffix(glob);
  if (!last_name_only) self.prefix = glob.substr(0, first_wild(glob));
  if (is_literal(glob)) {
    self.sure = true;
    return (last_name_only ? by_name_ : by_path_)[glob].push_back(id);
  }
  const std::string_view name = last_name(glob);
  if (is_literal(name) && !name.empty()) return by_name_[name].push_back(id);
  const std::string_view tail = last_name(self.suffix);
  const std::size_t dot = tail.rfind('.');
  // "*.md", "*.test.ts", "*_test.go": the suffix is all there is to know.
  self.sure = last_name_only && glob.size() == self.suffix.size() + 1 && glob.front() == '*';
  if (self.sure && dot != kNone) return by_extension_[tail.substr(dot + 1)].push_back(id);
  if (const std::string_view needle = longest_literal(glob); needle.size() >= NeedleIndex::kShortest)
    return (last_name_only ? by_needle_of_name_ : by_needle_).add(needle, id);
  if (dot != kNone) return by_extension_[tail.substr(dot + 1)].push_back(id);
  if (!name.empty() && !is_wild(name.front()) && name.find("**") == kNone)
    return by_first_byte_[static_cast<unsigned char>(name.front())].push_back(id);
  always_.push_back(id);
}

bool PathIndex::passes(const Try& candidate, std::string_view path) {
  return path.ends_with(candidate.suffix) && path.starts_with(candidate.prefix) &&
         (candidate.sure ||
          matches_path(candidate.glob, candidate.last_name_only ? last_name(path) : path));
}

void PathIndex::Matches::settle(GlobSetId set, std::string_view path) {
  std::uint64_t& stamp = stamps_[set];
  if (stamp >= 2 * round_) return;  // settled for this path
  const Set& globs = index_.sets_[set];
  const bool in = !globs.has_negations || globs.globs.matches(path);
  stamp = 2 * round_ + (in ? 1 : 0);
  if (in) found_.push_back(set);
}

void PathIndex::Matches::run(const Tries& tries, std::string_view path) {
  for (const TryId id : tries) {
    if (try_stamps_[id] == round_) continue;  // several needles may call for one
    try_stamps_[id] = round_;
    const Try& candidate = index_.tries_[id];
    if (!passes(candidate, path)) continue;
    for (const GlobSetId set : candidate.sets) settle(set, path);
  }
}

void PathIndex::Matches::run(const Buckets& buckets, std::string_view key, std::string_view path) {
  if (const auto found = buckets.find(key); found != buckets.end()) run(found->second, path);
}

const PathIndex::Tries& PathIndex::Matches::tries_of_part(std::string_view part) {
  constexpr std::size_t kMostRemembered = 50'000;
  if (const auto known = part_tries_.find(part); known != part_tries_.end()) return known->second;
  if (part_tries_.size() >= kMostRemembered) part_tries_.clear();
  Tries& tries = part_tries_[std::string(part)];
  if (const auto literal = index_.folder_by_part_.find(part); literal != index_.folder_by_part_.end())
    tries = literal->second;
  const auto try_glob = [&](std::uint32_t number) {
    const FolderGlob& glob = index_.folder_globs_[number];
    if (matches_path(glob.glob, part)) tries.push_back(glob.id);
  };
  part_needles_.clear();
  index_.folder_globs_by_needle_.find(part, 0, part_needles_);
  std::for_each(part_needles_.begin(), part_needles_.end(), try_glob);
  std::for_each(index_.folder_globs_always_.begin(), index_.folder_globs_always_.end(), try_glob);
  return tries;
}

void PathIndex::Matches::leave_to(std::size_t end) {
  while (!levels_.empty() && levels_.back().end > end) levels_.pop_back();
  const Level level = levels_.empty() ? Level{} : levels_.back();
  for (std::size_t i = level.sets; i < folder_sets_.size(); ++i) in_folder_[folder_sets_[i]] = false;
  folder_sets_.resize(level.sets);
  folder_tries_.resize(level.tries);
  folder_needles_.resize(level.needles);
}

// Decides what holds for everything in `folder`, which is empty or ends in a slash. What held for a folder
// above still holds, so only the names that the last folder did not have are looked at.
void PathIndex::Matches::enter(std::string_view folder) {
  leave_to(static_cast<std::size_t>(
      std::mismatch(folder.begin(), folder.end(), folder_.begin(), folder_.end()).first - folder.begin()));
  folder_ = folder;
  const auto try_all = [&](const Tries& tries) {
    for (const TryId id : tries) {
      const Try& candidate = index_.tries_[id];
      if (!passes(candidate, inside_)) continue;
      for (const GlobSetId set : candidate.sets) {
        if (in_folder_[set]) continue;
        in_folder_[set] = true;
        folder_sets_.push_back(set);
      }
    }
  };
  if (levels_.empty()) {  // the root
    inside_ = "x";
    try_all(index_.folder_always_);
    levels_.push_back({0, folder_sets_.size(), 0, 0});
  }
  std::size_t begin = levels_.back().end;
  for (std::size_t slash; (slash = folder.find('/', begin)) != kNone; begin = slash + 1) {
    const std::string_view so_far = folder.substr(0, slash + 1);
    inside_.assign(so_far).push_back('x');  // stands for any file there
    try_all(tries_of_part(folder.substr(begin, slash - begin)));
    index_.folder_by_needle_.find(so_far, begin, folder_tries_);
    try_all(folder_tries_);  // also those whose needle is further up: the rest of the glob may begin here
    try_all(index_.folder_always_);
    index_.by_needle_.find(so_far, begin, folder_needles_);
    levels_.push_back({slash + 1, folder_sets_.size(), folder_tries_.size(), folder_needles_.size()});
  }
}

const std::vector<GlobSetId>& PathIndex::Matches::of(std::string_view path) {
  ++round_;
  found_.clear();
  const std::string_view name = last_name(path);
  const std::string_view folder = path.substr(0, path.size() - name.size());
  if (folder != folder_ || round_ == 1) enter(folder);
  for (const GlobSetId set : folder_sets_) settle(set, path);
  run(index_.by_path_, path, path);
  run(index_.by_name_, name, path);
  if (const std::size_t dot = name.rfind('.'); dot != kNone)
    run(index_.by_extension_, name.substr(dot + 1), path);
  if (!name.empty()) run(index_.by_first_byte_[static_cast<unsigned char>(name.front())], path);
  run(folder_needles_, path);
  needles_.clear();
  index_.by_needle_.find(path, folder.size(), needles_);
  index_.by_needle_of_name_.find(name, 0, needles_);
  run(needles_, path);
  run(index_.always_, path);
  return found_;
}

}  // namespace readiness::base
