// SPDX-License-Identifier: Apache-2.0
// The image queries, answered when the images of all files are there.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "facts/merge.h"

namespace readiness::facts {

void answer_images(const Questions& questions, const std::vector<ImagesOfFile>& images,
                   std::vector<std::atomic<std::uint32_t>>& searched, std::size_t& budget, Facts& facts);

}  // namespace readiness::facts
