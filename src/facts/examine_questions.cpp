// SPDX-License-Identifier: Apache-2.0
// The questions, put to the file that the Examiner has turned to.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "facts/examine.h"
#include "facts/images.h"
#include "scan/subset.h"

namespace readiness::facts {
namespace {

using classify::Role;

// Dependencies of these roles belong to the product, whether a query asks for them or not.
bool is_product(Role role) {
  return role == Role::source || role == Role::config || role == Role::ci || role == Role::deploy ||
         role == Role::script || role == Role::generated;
}

}  // namespace

void Examiner::ask_path(std::uint32_t index, Findings& out) {
  const Questions& questions = audit_.questions;
  count(Channel::path);
  for (const base::GlobSetId set : paths_.found())
    for (const QueryId query : questions.path_queries_of_set[set])
      if (answers_.lets_in(questions.where_of_query[query])) keep(query, {.file = index}, out);
}

void Examiner::ask_text(std::uint32_t index, const File& file, std::string_view text, Findings& out) {
  if (scanner_ == nullptr || !answers_.any(Channel::text)) return;
  const bool with_dependent = count(Channel::text);
  eligible_.target<scan::EligibleOfSubset>()->subset = &subset_of(with_dependent);
  base::RegionMap regions;
  const scan::LazyRegions lazy_regions = [&]() -> const base::RegionMap& {
    return regions = language::lex(file.classification.language, text);
  };
  hits_.clear();
  const scan::Outcome outcome = scanner_->scan(text, eligible_, lazy_regions, hits_);
  const Questions& questions = audit_.questions;
  for (scan::Hit& hit : hits_)
    keep(questions.query_of_pattern[hit.pattern],
         {.file = index,
          .mark = hit.mark,
          .excerpt = std::move(hit.excerpt),
          .captures = std::move(hit.captures)},
         out);
  if (outcome.hits_dropped > 0) add_dropped(outcome.hits_dropped, out);
  for (const scan::PatternId pattern : outcome.limits_reached) {
    const QueryId query = questions.query_of_pattern[pattern];
    stop(query, std::get<TextQuery>((*questions.queries)[query].what).pattern.regex, "match limit", file,
         out);
  }
}

// The query has not seen the whole file: nobody can say that there is none.
void Examiner::stop(QueryId query, std::string_view asked, const char* limit, const File& file,
                    Findings& out) {
  out.unread.push_back(query);
  out.stopped.push_back(
      fmt::format("{} stopped in {}: {}", base::shortened(asked, 60), base::printable(file.path), limit));
}

// What files of the class at hand may be asked for: by those only that no path or size decides, or by all.
const std::vector<scan::PatternId>& Examiner::subset_of(bool with_dependent) {
  const std::size_t at = 2 * std::size_t{answers_.class_number()} + (with_dependent ? 1 : 0);
  if (subsets_.size() <= at) subsets_.resize(at + 1);
  std::unique_ptr<std::vector<scan::PatternId>>& patterns = subsets_[at];
  if (patterns != nullptr) return *patterns;
  patterns = std::make_unique<std::vector<scan::PatternId>>();
  const Questions& questions = audit_.questions;
  for (scan::PatternId id = 0; id < questions.query_of_pattern.size(); ++id)
    if (answers_.may_let_in(questions.where_of_query[questions.query_of_pattern[id]], with_dependent))
      patterns->push_back(id);
  return *patterns;
}

// The scanner counts what it dropped for all patterns of a text together: it goes to those that reached their
// limit.
void Examiner::add_dropped(std::uint64_t dropped, Findings& out) {
  std::vector<Found*> full;
  for (Found& found : out.found)
    if (found.total >= kMostHitsOfFile) full.push_back(&found);
  for (std::size_t i = 0; i < full.size(); ++i)
    full[i]->total += dropped / full.size() + (i < dropped % full.size());
}

void Examiner::ask_structure(std::uint32_t index, const File& file, std::string_view text, Findings& out) {
  if (!shape_) return ask_manifest(file, text, nullptr, out);
  Trees trees(shape_->format, is_helm_, file.path, text);
  ask_documents_of(index, file, text, trees, out);
  ask_manifest(file, text, &trees, out);
  if ((file.kinds & kinds_with_images()) != 0 && answers_.any(Channel::image)) {
    out.asked_for_images = true;
    if (const std::vector<document::Node>* documents = trees.get())
      out.images = images_of(file.kinds, *documents);
    else
      mark_unread(Channel::image, out);
  }
  if (trees.was_parsed()) out.documents = static_cast<std::uint32_t>(trees.get()->size());
  out.unparsed = trees.failure();
}

void Examiner::ask_documents_of(std::uint32_t index, const File& file, std::string_view text, Trees& trees,
                                Findings& out) {
  if (!answers_.any(Channel::document)) return;
  count(Channel::document);
  const Questions& questions = audit_.questions;
  answers_.list(Channel::document, wheres_);
  for (const WhereId where : wheres_)
    for (const QueryId id : questions.queries_of_where[where]) {
      const auto& query = std::get<DocumentQuery>((*questions.queries)[id].what);
      if (!is_helm_ && !may_select(query.select, shape_->format, text)) continue;
      const std::vector<document::Node>* documents = trees.get();
      if (documents == nullptr) {
        out.unread.push_back(id);
        continue;
      }
      bool cut = false;
      Found found = ask_documents(id, query, *documents, index, cut);
      if (cut) stop(id, query.select.text(), "visit limit", file, out);
      if (found.total == 0) continue;
      if (audit_.full[id].load(std::memory_order_relaxed)) found.hits.clear();
      out.found.push_back(std::move(found));
    }
}

void Examiner::ask_manifest(const File& file, std::string_view text, Trees* trees, Findings& out) {
  if (manifest_ == nullptr) return;
  if (!is_product(file.classification.role) && !answers_.any(Channel::dependency)) return;
  manifest::Input input{.path = file.path, .text = text};
  std::optional<Trees> own;
  if (manifest_->wants_tree) {
    if (trees == nullptr && shape_) trees = &own.emplace(shape_->format, false, file.path, text);
    input.documents = trees == nullptr ? nullptr : trees->get();
    if (input.documents == nullptr) {
      out.unparsed = trees == nullptr ? "no structured format" : trees->failure();
      return mark_unread(Channel::dependency, out);
    }
  }
  out.manifest = manifest_;
  out.reading = manifest_->parse(input);
  if (out.reading.failure.empty()) return;
  if (out.unparsed.empty()) out.unparsed = out.reading.failure;
  mark_unread(Channel::dependency, out);
}

void Examiner::mark_unread(Channel channel, Findings& out) {
  answers_.list(channel, wheres_);
  for (const WhereId where : wheres_) {
    const std::vector<QueryId>& queries = audit_.questions.queries_of_where[where];
    out.unread.insert(out.unread.end(), queries.begin(), queries.end());
  }
}

void Examiner::keep(QueryId query, Hit hit, Findings& out) {
  if (found_at_[query] == 0) {
    out.found.push_back({.query = query});
    found_at_[query] = static_cast<std::uint32_t>(out.found.size());
  }
  Found& found = out.found[found_at_[query] - 1];
  ++found.total;
  if (found.hits.size() < kMostHitsOfFile && !audit_.full[query].load(std::memory_order_relaxed))
    found.hits.push_back(std::move(hit));
}

}  // namespace readiness::facts
