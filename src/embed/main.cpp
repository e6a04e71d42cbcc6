// SPDX-License-Identifier: Apache-2.0
// Build-time program: parses the built-in packs once and writes them as packed trees.
// Usage: embed_rules OUTPUT PACK.yaml…
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/diagnostic.h"
#include "document/parse.h"
#include "embed/packed_trees.h"

using readiness::embed::TreeFile;

namespace {

// Reports name a pack by its place in our repository, wherever it was built.
std::string shown_name(const std::filesystem::path& file) { return "rules/" + file.filename().string(); }

bool add(const std::filesystem::path& file, std::vector<TreeFile>& trees) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  auto parsed = readiness::document::parse(readiness::document::Format::yaml, text, file.string());
  if (!parsed) {
    std::fputs(readiness::base::render(parsed.errors()).c_str(), stderr);
    return false;
  }
  trees.push_back({shown_name(file), std::move(parsed).value()});
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<std::filesystem::path> files(argv + 2, argv + argc);
  std::sort(files.begin(), files.end());
  std::vector<TreeFile> trees;
  bool good = true;
  for (const std::filesystem::path& file : files) good = add(file, trees) && good;
  if (!good) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << readiness::embed::pack(trees);
  return out.flush() ? 0 : 1;
}
