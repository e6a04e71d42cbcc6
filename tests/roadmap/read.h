// SPDX-License-Identifier: Apache-2.0
// Roadmaps of the tests as short lines: "12 task open~ 30>70 #37 words {create path}"; ~ = not stated itself.
#pragma once
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "roadmap/claims.h"

namespace readiness::roadmap::testing {

inline Roadmap read(std::string_view text) {
  base::Result<Roadmap> roadmap = read_roadmap(text, "ROADMAP.md");
  REQUIRE(roadmap.ok());
  return *roadmap;
}

inline std::string shown(const Claim& claim) {
  std::string out = std::to_string(claim.line) + " " + std::string(name_of(claim.kind)) + " " +
                    std::string(name_of(claim.state));
  if (!claim.stated) out += "~";
  if (claim.current)
    out += " " + std::to_string(*claim.current) + (claim.target ? ">" + std::to_string(*claim.target) : "");
  if (claim.count) out += " #" + std::to_string(*claim.count);
  out += " " + claim.text;
  constexpr std::array<std::string_view, 3> kActions{"create", "update", "mention"};
  for (const NamedFile& file : claim.files)
    out += " {" + std::string(kActions[static_cast<std::size_t>(file.action)]) + " " + file.path + "}";
  return out;
}

inline std::vector<std::string> shown(const Roadmap& roadmap) {
  std::vector<std::string> out;
  for (const Claim& claim : roadmap.claims) out.push_back(shown(claim));
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace readiness::roadmap::testing
