// SPDX-License-Identifier: Apache-2.0
// The whole reading of a source, as a table of contents.
#include <algorithm>
#include <atomic>
#include <exception>

#include "base/digest.h"
#include "base/parallel.h"
#include "facts/dependencies.h"
#include "facts/examine.h"
#include "facts/facts.h"
#include "facts/gatherer.h"
#include "facts/history.h"
#include "facts/image_answers.h"
#include "facts/memory.h"
#include "facts/merge.h"
#include "facts/questions.h"

namespace readiness::facts {
namespace {

constexpr std::size_t kChunk = 16;                      // files a thread takes at a time
constexpr std::uint64_t kLargestAttributes = 1U << 20;  // git's own limit for .gitattributes

using Attributes = std::vector<classify::Classifier::Attributes>;

// .gitattributes decide roles, so they are read before everything else.
Attributes attributes_of(const source::Source& source) {
  Attributes attributes;
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
  return attributes;
}

std::uint64_t digest_of(const Attributes& attributes) {
  base::Digest digest;
  for (const auto& [folder, text] : attributes) digest.add(folder).add(text);
  return digest.value();
}

void take_counts(const Questions& questions, const std::vector<std::atomic<std::uint32_t>>& searched,
                 Facts& facts) {
  for (QueryId id = 0; id < facts.answers.size(); ++id)
    if (questions.where_of_query[id] != kNoWhere)
      facts.answers[id].files_searched = searched[questions.where_of_query[id]].load();
}

// `memory` may be null: then every file is read.
Facts answer_all(const source::Source& source, const Questions& questions, const GatherOptions& options,
                 Memory* memory) {
  const std::size_t queries = questions.queries->size();
  Facts facts;
  facts.files.resize(source.entries().size());
  facts.answers.resize(queries);
  facts.notes = source.notes();
  facts.identity = source.identity();

  const Attributes attributes = attributes_of(source);
  const classify::Classifier classifier(attributes);
  if (memory != nullptr) memory->turn_to(source, digest_of(attributes));
  std::vector<std::atomic<std::uint32_t>> searched(questions.wheres.size());
  std::vector<std::atomic<bool>> full(queries);
  // What is remembered must not depend on what stood in files before it.
  const std::vector<std::atomic<bool>> never_full(memory != nullptr ? queries : 0);
  Merge merge(facts, *questions.queries, full, options.progress);
  const Audit audit{source, questions, options, classifier, searched, memory != nullptr ? never_full : full,
                    memory};
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
  answer_dependencies(questions, std::move(merge.manifests()), searched, merge.budget(), facts);
  answer_images(questions, merge.images(), searched, merge.budget(), facts);
  answer_commits(questions, options.now, facts);
  take_counts(questions, searched, facts);
  return facts;
}

}  // namespace

base::Result<Facts> gather(const source::Source& source, const std::vector<Query>& queries,
                           const GatherOptions& options) {
  base::Result<Questions> questions = prepare(queries, options);
  if (!questions) return questions.errors();
  return answer_all(source, *questions, options, nullptr);
}

struct Gatherer::State {
  Questions questions;
  GatherOptions options;
  Memory memory{};
};

Gatherer::Gatherer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Gatherer::Gatherer(Gatherer&&) noexcept = default;
Gatherer& Gatherer::operator=(Gatherer&&) noexcept = default;
Gatherer::~Gatherer() = default;

base::Result<Gatherer> Gatherer::prepare(const std::vector<Query>& queries, GatherOptions options) {
  base::Result<Questions> questions = facts::prepare(queries, options);
  if (!questions) return questions.errors();
  return Gatherer(std::unique_ptr<State>(new State{std::move(*questions), std::move(options)}));
}

Facts Gatherer::gather(const source::Source& source, Turn turn) {
  state_->options.now = turn.now;
  state_->options.progress = std::move(turn.progress);
  return answer_all(source, state_->questions, state_->options, &state_->memory);
}

std::uint64_t Gatherer::recalled() const { return state_->memory.recalled(); }

}  // namespace readiness::facts
