// SPDX-License-Identifier: Apache-2.0
// Whole texts compared with the files of tests/report/golden; READINESS_ACCEPT=1 writes them anew.
#pragma once
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace readiness::report::testing {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void check_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path = std::filesystem::path(READINESS_ROOT) / "tests/report/golden" / name;
  if (std::getenv("READINESS_ACCEPT") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  INFO("golden file " << path.string() << "; READINESS_ACCEPT=1 accepts the new text");
  CHECK(text == read_file(path));
}

}  // namespace readiness::report::testing
