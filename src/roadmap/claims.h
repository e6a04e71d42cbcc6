// SPDX-License-Identifier: Apache-2.0
// What a roadmap states, one claim after the other. Nothing here knows whether it is true.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "roadmap/blocks.h"
#include "roadmap/state.h"

namespace readiness::roadmap {

enum class ClaimKind : std::uint8_t {
  task,       ///< a list item with a box
  statement,  ///< a list item with an icon or a word of state
  heading,    ///< a heading with a state or numbers of progress
  status,     ///< "Status: …" below a heading
  row,        ///< of a table with a column of state or progress
  measure,    ///< "Production Readiness: 85/100"
  file,       ///< an entry of "Files to create"
  detail      ///< an item without a state of its own, in a list that has one
};
/// "task", "statement" …
std::string_view name_of(ClaimKind kind);

enum class FileAction : std::uint8_t { create, update, mention };

struct NamedFile {
  std::string path{};  ///< as written: a file, a folder with a final /, or a glob
  FileAction action = FileAction::mention;
};

struct Claim {
  ClaimKind kind = ClaimKind::task;
  std::uint32_t line = 0;
  State state = State::none;
  bool stated = true;                      ///< false: the state is that of its list, label or item around it
  std::string text{};                      ///< its words, in one line
  std::string section{};                   ///< the heading that it stands below
  std::optional<int> current{}, target{};  ///< per cent
  std::optional<std::uint64_t> count{};    ///< "37 TODO comments"
  bool aims = false;                       ///< names a number to reach: "80%+ coverage"
  std::vector<NamedFile> files{};          ///< its own, and those listed below it
  std::optional<Box> box{};
  std::optional<std::size_t> parent{};  ///< the claim whose item this one stands in
};

struct Roadmap {
  std::string name{};
  std::string mended_from{};    ///< "Windows-1252", "Mac Roman" or empty
  std::vector<Claim> claims{};  ///< in the order of the file
};

base::Result<Roadmap> read_roadmap(std::string_view bytes, std::string_view name);

}  // namespace readiness::roadmap
