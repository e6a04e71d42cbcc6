// SPDX-License-Identifier: Apache-2.0
// Repositories name few distinct images, so each query's globs are simply tried on each.
#include "facts/image_answers.h"

#include <algorithm>

#include "base/text.h"
#include "facts/images.h"

namespace readiness::facts {
namespace {

Hit hit_for(std::uint32_t file, const Image& image, const ImageName& name) {
  Hit hit{.file = file, .mark = image.mark, .excerpt = base::shortened(image.reference, 200)};
  hit.captures = {
      {"name", name.name}, {"tag", name.tag}, {"digest", name.digest}, {"registry", name.registry}};
  return hit;
}

}  // namespace

void answer_images(const Questions& questions, const std::vector<ImagesOfFile>& images,
                   std::vector<std::atomic<std::uint32_t>>& searched, std::size_t& budget, Facts& facts) {
  if (images.empty()) return;
  base::PathIndex::Matches paths(questions.paths);
  WhereAnswers answers(questions.wheres, searched);
  for (const ImagesOfFile& of_file : images) {
    const File& file = facts.files[of_file.file];
    paths.of(file.path);
    answers.turn_to(file.classification, file.kinds, file.size, paths);
    answers.count(Channel::image);
    std::vector<ImageName> names;
    for (const Image& image : of_file.images) names.push_back(image_name(image.reference));
    for (QueryId id = 0; id < questions.queries->size(); ++id) {
      const auto* query = std::get_if<ImageQuery>(&(*questions.queries)[id].what);
      if (query == nullptr || !answers.lets_in(questions.where_of_query[id])) continue;
      std::vector<Hit> hits;
      for (std::size_t i = 0; i < names.size(); ++i)
        if (std::any_of(query->names.begin(), query->names.end(),
                        [&](const std::string& glob) { return image_matches(glob, names[i]); }))
          hits.push_back(hit_for(of_file.file, of_file.images[i], names[i]));
      const std::uint64_t total = hits.size();
      if (hits.size() > kMostHitsOfFile) hits.resize(kMostHitsOfFile);
      append(facts.answers[id], std::move(hits), total, budget);
    }
  }
}

}  // namespace readiness::facts
