// SPDX-License-Identifier: Apache-2.0
// What one file gave, on its way from the thread that read it to the merge. Bounded; no bytes of the file.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "facts/manifest/manifest.h"
#include "facts/questions.h"

namespace readiness::facts {

inline constexpr std::size_t kMostHitsOfFile = 1'000;
inline constexpr std::size_t kMostHitsOfQuery = 25'000;
inline constexpr std::size_t kMostHits = 400'000;  ///< of all answers: memory stays bounded whatever is asked

/// The hits of one query in one file, sorted by place.
struct Found {
  QueryId query = 0;
  std::uint64_t total = 0;
  std::vector<Hit> hits{};
};

/// A container image that a file names.
struct Image {
  std::string reference{};  ///< as written, arguments filled in
  base::Mark mark{};
};

struct Findings {
  std::vector<Found> found{};
  std::vector<QueryId> unread{};  ///< queries that wanted this file and did not get all of it
  std::vector<std::string> stopped{};
  const manifest::Row* manifest = nullptr;  ///< when read as a manifest
  manifest::Reading reading{};
  bool asked_for_images = false;
  std::vector<Image> images{};
  std::string unparsed{};  ///< why its structure could not be read
  std::uint32_t documents = 0;

  bool empty() const {
    return found.empty() && unread.empty() && stopped.empty() && manifest == nullptr && !asked_for_images &&
           unparsed.empty() && documents == 0;
  }
};

}  // namespace readiness::facts
