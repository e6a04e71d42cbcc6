// SPDX-License-Identifier: Apache-2.0
// The way of one file: name, bytes, head, then the questions. Its bytes stay here.
#include "facts/examine.h"

#include <algorithm>
#include <exception>
#include <new>

#include "facts/images.h"
#include "facts/kind_table.h"
#include "facts/link_target.h"
#include "facts/read_text.h"
#include "scan/subset.h"
#include "source/changes.h"
#include "source/find_entry.h"

namespace readiness::facts {
namespace {

using classify::Role;

constexpr int kMostLinks = 8;  // one after the other: a loop ends here

bool settle(File& file, Disposition disposition) {
  file.disposition = disposition;
  return true;
}

Disposition disposition_of(source::LoadStatus status) {
  switch (status) {
    case source::LoadStatus::ok:
      return Disposition::scanned;
    case source::LoadStatus::too_large:
      return Disposition::too_large;
    case source::LoadStatus::vanished:
      return Disposition::vanished;
    case source::LoadStatus::not_regular:
      return Disposition::special;
    case source::LoadStatus::corrupt:
      return Disposition::corrupt;
    case source::LoadStatus::unreadable:
    case source::LoadStatus::missing:
      break;
  }
  return Disposition::unreadable;
}

}  // namespace

Examiner::Examiner(const Audit& audit)
    : audit_(audit),
      reader_(audit.source.make_reader()),
      paths_(audit.questions.paths),
      answers_(audit.questions.wheres, audit.searched),
      found_at_(audit.questions.queries->size(), 0) {
  if (audit.questions.patterns) scanner_ = std::make_unique<scan::Scanner>(*audit.questions.patterns);
  const scan::Eligible asks = [this](scan::PatternId pattern) {
    const Questions& questions = audit_.questions;
    return answers_.lets_in(questions.where_of_query[questions.query_of_pattern[pattern]]);
  };
  eligible_ = scan::EligibleOfSubset{.asks = asks};
}

Findings Examiner::examine(std::uint32_t index, File& file) {
  Findings out;
  try {
    if (!recall(index, file, out)) look(index, file, out);
    if (audit_.memory != nullptr) remember(index, file, out);
  } catch (const std::bad_alloc&) {
    give_up(file, "not enough memory", out);
  } catch (const std::exception& problem) {
    give_up(file, problem.what(), out);
  }
  for (const Found& found : out.found) found_at_[found.query] = 0;
  return out;
}

bool Examiner::recall(std::uint32_t index, File& file, Findings& out) {
  blob_.clear();
  counted_ = 0;
  counted_by_path_.clear();
  neighbours_.clear();
  const Remembered* known = audit_.memory == nullptr ? nullptr : audit_.memory->recall(index);
  if (known == nullptr) return false;
  for (const auto& [path, was_there] : known->neighbours)
    if (has_entry(path) != was_there) return false;
  file = known->file;
  out = known->findings;
  for (Found& found : out.found)
    for (Hit& hit : found.hits) hit.file = index;
  turn_to(file);  // nothing is asked about its path from here on
  for (std::size_t channel = 0; channel < kChannels; ++channel)
    if ((known->counted >> channel & 1U) != 0) answers_.count_again(static_cast<Channel>(channel));
  answers_.count_again(known->counted_by_path);
  audit_.memory->count_recalled();
  return true;
}

void Examiner::remember(std::uint32_t index, const File& file, const Findings& out) {
  if (blob_.empty() || is_fault(file.disposition)) return;
  audit_.memory->keep(
      index, std::make_unique<Remembered>(Remembered{std::move(blob_), file, out, counted_,
                                                     std::move(counted_by_path_), std::move(neighbours_)}));
}

// What was found stays; what was not cannot be called absent.
void Examiner::give_up(File& file, const char* why, Findings& out) {
  file.disposition = Disposition::unreadable;
  try {
    file.detail = why;
    turn_to(file);
    for (const Channel channel : {Channel::text, Channel::document, Channel::dependency, Channel::image})
      mark_unread(channel, out);
  } catch (const std::exception&) {
    file.detail.clear();  // the disposition is a fault all the same
  }
}

void Examiner::look(std::uint32_t index, File& file, Findings& out) {
  const source::Entry& entry = audit_.source.entries()[index];
  file.path = entry.path;
  paths_.of(entry.path);
  shape_ = {};
  manifest_ = nullptr;
  is_helm_ = false;
  if (settled_by_name(entry, file) || !is_wanted(file)) {
    if (is_excluded() || (file.disposition == Disposition::symlink && !leads_to_a_file(index))) return;
    turn_to(file);
    return ask_path(index, out);
  }
  const source::Load load = reader_->load(index, audit_.options.max_file_bytes);
  file.size = load.size;
  if (settled_by_load(load, file, out)) {
    if (file.disposition != Disposition::vanished) ask_path(index, out);
    return;
  }
  if (audit_.memory != nullptr) blob_ = entry.blob.empty() ? source::blob_name(load.bytes) : entry.blob;
  const Text text(load.bytes);
  const bool is_settled = settled_by_head(audit_.classifier, text.view(), file);
  if (!is_settled) find_kinds(file, text.view());
  turn_to(file);
  ask_path(index, out);
  if (is_settled && file.disposition == Disposition::generated) {
    ask_manifest(file, text.view(), nullptr, out);  // "made by pip-compile" is still what will be installed
  } else if (!is_settled) {
    if (file.classification.role == Role::source) file.lines = count_lines(text.view());
    if (asks_text_) ask_text(index, file, text.view(), out);
    ask_structure(index, file, text.view(), out);
  }
}

bool Examiner::is_excluded() const {
  const base::GlobSetId excludes = audit_.questions.excludes;
  return excludes != base::kNoGlobSet && paths_.has(excludes);
}

// True when the name says what becomes of the file.
bool Examiner::settled_by_name(const source::Entry& entry, File& file) const {
  if (is_excluded()) return settle(file, Disposition::excluded);
  file.classification = audit_.classifier.by_path(entry.path);
  if (entry.kind == source::EntryKind::symlink) return settle(file, Disposition::symlink);
  if (entry.kind == source::EntryKind::submodule) return settle(file, Disposition::submodule);
  if (entry.kind == source::EntryKind::special) return settle(file, Disposition::special);
  if (file.classification.role == Role::vendored) return settle(file, Disposition::vendored);
  if (file.classification.binary) return settle(file, Disposition::binary);
  return false;
}

// False when nobody asks for the bytes: generated files that declare nothing, unchanged ones in staged mode.
bool Examiner::is_wanted(File& file) {
  shape_ = shape_by_path(file.path);
  manifest_ = manifest::find(file.path);
  if (manifest_ != nullptr && manifest_->is_lock && !is_lock_needed(file.path, *manifest_))
    manifest_ = nullptr;
  const std::vector<std::string>& only = audit_.options.only_paths;
  asks_text_ = only.empty() || std::binary_search(only.begin(), only.end(), file.path);
  if (file.classification.role == Role::generated) {
    settle(file, Disposition::generated);
    return manifest_ != nullptr;
  }
  if (asks_text_ || manifest_ != nullptr) return true;
  if (shape_) {
    file.kinds = shape_->certain | shape_->possible;
    turn_to(file);
    if (answers_.any(Channel::document) || answers_.any(Channel::image)) return true;
    file.kinds = shape_->certain;
  }
  file.disposition = Disposition::excluded;
  file.detail = "not among the changed files";
  return false;
}

bool Examiner::settled_by_load(const source::Load& load, File& file, Findings& out) {
  if (load.status == source::LoadStatus::ok) return false;
  file.disposition = disposition_of(load.status);
  file.detail = load.detail;
  if (shape_) file.kinds = shape_->certain;
  turn_to(file);
  if (file.disposition == Disposition::vanished || file.disposition == Disposition::special) return true;
  // Whoever would have looked here cannot say "there is none". Text has a size limit by design, structure has
  // not.
  if (file.disposition != Disposition::too_large) mark_unread(Channel::text, out);
  if (shape_) mark_unread(Channel::document, out);
  if (shape_ && (file.kinds & kinds_with_images()) != 0) mark_unread(Channel::image, out);
  if (manifest_ != nullptr) mark_unread(Channel::dependency, out);
  return true;
}

void Examiner::find_kinds(File& file, std::string_view text) {
  if (!shape_) return;
  file.kinds = shape_->certain;
  if (shape_->format == document::Format::yaml && is_helm_template(file.path, text)) {
    const std::size_t chart = file.path.rfind("templates/");
    is_helm_ = has_neighbour(file.path.substr(0, chart) + "Chart.yaml");
    if (is_helm_) {
      file.kinds |= bit(Kind::kubernetes);
      return;
    }
  }
  file.kinds |= by_content(shape_->possible & audit_.questions.kinds_wanted, text);
}

void Examiner::turn_to(const File& file) {
  answers_.turn_to(file.classification, file.kinds, file.size, paths_);
}

// A link proves that there is something only where it leads, inside the tree, to a regular file.
bool Examiner::leads_to_a_file(std::uint32_t index) {
  const std::vector<source::Entry>& entries = audit_.source.entries();
  for (int hop = 0; hop < kMostLinks; ++hop) {
    const std::optional<std::string> text = reader_->link_text(index);
    const std::optional<std::string> path = text ? link_target(entries[index].path, *text) : std::nullopt;
    const std::optional<std::uint32_t> target = path ? entry_at(*path) : std::nullopt;
    if (!target) return false;
    if (entries[*target].kind != source::EntryKind::symlink)
      return entries[*target].kind == source::EntryKind::file ||
             entries[*target].kind == source::EntryKind::executable;
    index = *target;
  }
  return false;
}

bool Examiner::has_entry(std::string_view path) const { return entry_at(path).has_value(); }

std::optional<std::uint32_t> Examiner::entry_at(std::string_view path) const {
  const std::optional<std::size_t> at = source::find_entry(audit_.source.entries(), path);
  if (!at) return {};
  return static_cast<std::uint32_t>(*at);
}

// Remembered with the file: what was seen beside it is part of what decides about it.
bool Examiner::has_neighbour(std::string_view path) {
  const bool is_there = has_entry(path);
  if (audit_.memory != nullptr) neighbours_.emplace_back(path, is_there);
  return is_there;
}

bool Examiner::count(Channel channel) {
  counted_ |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(channel));
  return answers_.count(channel, audit_.memory == nullptr ? nullptr : &counted_by_path_);
}

// A lock file names what its manifest pulls in; beside the manifest it adds nothing that is asked for.
bool Examiner::is_lock_needed(std::string_view path, const manifest::Row& row) {
  const std::string folder(path.substr(0, path.rfind('/') + 1));
  return std::none_of(row.beside.begin(), row.beside.end(), [&](std::string_view name) {
    return !name.empty() && has_neighbour(folder + std::string(name));
  });
}

}  // namespace readiness::facts
