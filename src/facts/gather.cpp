// SPDX-License-Identifier: Apache-2.0
// The whole reading of a source, as a table of contents.
#include <algorithm>
#include <atomic>
#include <exception>

#include "base/parallel.h"
#include "facts/dependencies.h"
#include "facts/examine.h"
#include "facts/facts.h"
#include "facts/history.h"
#include "facts/image_answers.h"
#include "facts/merge.h"
#include "facts/questions.h"

namespace readiness::facts {
namespace {

constexpr std::size_t kChunk = 16;                      // files a thread takes at a time
constexpr std::uint64_t kLargestAttributes = 1U << 20;  // git's own limit for .gitattributes

// .gitattributes decide roles, so they are read before everything else.
classify::Classifier classifier_for(const source::Source& source) {
  std::vector<classify::Classifier::Attributes> attributes;
  constexpr std::string_view kName = ".gitattributes";
  const std::vector<source::Entry>& entries = source.entries();
  std::unique_ptr<source::Reader> reader;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string& path = entries[i].path;
    if (!path.ends_with(kName) || entries[i].kind != source::EntryKind::file) continue;
    const std::size_t slash = path.rfind('/');
    if (slash != std::string::npos ? slash + 1 + kName.size() != path.size() : path.size() != kName.size())
      continue;
    if (!reader) reader = source.make_reader();
    const source::Load load = reader->load(i, kLargestAttributes);
    if (load.status == source::LoadStatus::ok)
      attributes.push_back(
          {slash == std::string::npos ? "" : path.substr(0, slash), std::string(load.bytes)});
  }
  return classify::Classifier(attributes);
}

void take_counts(const Questions& questions, const std::vector<std::atomic<std::uint32_t>>& searched,
                 Facts& facts) {
  for (QueryId id = 0; id < facts.answers.size(); ++id)
    if (questions.where_of_query[id] != kNoWhere)
      facts.answers[id].files_searched = searched[questions.where_of_query[id]].load();
}

}  // namespace

base::Result<Facts> gather(const source::Source& source, const std::vector<Query>& queries,
                           const GatherOptions& options) {
  base::Result<Questions> questions = prepare(queries, options);
  if (!questions) return questions.errors();
  Facts facts;
  facts.files.resize(source.entries().size());
  facts.answers.resize(queries.size());
  facts.notes = source.notes();
  facts.identity = source.identity();

  const classify::Classifier classifier = classifier_for(source);
  std::vector<std::atomic<std::uint32_t>> searched(questions->wheres.size());
  std::vector<std::atomic<bool>> full(queries.size());
  Merge merge(facts, full, options.progress);
  const Audit audit{source, *questions, options, classifier, searched, full};
  base::for_each_index(
      facts.files.size(), options.jobs, kChunk, [&] { return std::make_unique<Examiner>(audit); },
      [&](std::size_t index, Examiner& examiner) {
        const auto file = static_cast<std::uint32_t>(index);
        merge.finish(file, examiner.examine(file, facts.files[index]));
      });
  merge.finish_all();
  if (merge.lost_some())
    facts.notes.push_back(
        {.fault = true, .reason = "memory", .text = "not enough memory: some findings were lost"});
  // From here on nothing of the tree is read; history is the exception, and only when somebody asks for it.
  answer_dependencies(*questions, std::move(merge.manifests()), searched, merge.budget(), facts);
  answer_images(*questions, merge.images(), searched, merge.budget(), facts);
  answer_commits(*questions, options.now, facts);
  take_counts(*questions, searched, facts);
  return facts;
}

}  // namespace readiness::facts
