// SPDX-License-Identifier: Apache-2.0
// Build-time program: reads the built-in packs as a user's packs are read, refuses them as those are refused,
// and writes what a start need not work out again. Usage: embed_rules FOLDER PACK.yaml…   writes
// FOLDER/packs.bin, book.bin and regexes.bin
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/diagnostic.h"
#include "checks/compile.h"
#include "checks/rule_digest.h"
#include "document/parse.h"
#include "embed/packed_book.h"
#include "embed/packed_trees.h"
#include "embed/regexes_of.h"
#include "rulepack/load.h"
#include "scan/prepared_regexes.h"

using namespace readiness;

namespace {

// Reports name a pack by its place in our repository, wherever it was built.
std::string shown_name(const std::filesystem::path& file) { return "rules/" + file.filename().string(); }

bool complain(const std::vector<base::Diagnostic>& problems) {
  std::fputs(base::render(problems).c_str(), stderr);
  return false;
}

bool add(const std::filesystem::path& file, std::vector<rulepack::RuleFile>& packs) {
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  auto parsed = document::parse(document::Format::yaml, text, file.string());
  if (!parsed) return complain(parsed.errors());
  packs.push_back({shown_name(file), std::move(text), std::move(parsed).value()});
  return true;
}

bool write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  return static_cast<bool>(out.flush());
}

bool write_packs(const std::filesystem::path& folder, const std::vector<rulepack::RuleFile>& packs) {
  std::vector<embed::TreeFile> trees;
  for (const rulepack::RuleFile& pack : packs) trees.push_back({pack.name, pack.documents});
  return write(folder / "packs.bin", embed::pack(trees));
}

bool write_regexes(const std::filesystem::path& folder, const rulepack::RuleBook& book) {
  const base::Result<checks::Program> program = checks::compile(book, {.all_traits = true});
  if (!program) return complain(program.errors());
  const embed::Regexes regexes = embed::regexes_of(*program);
  const base::Result<std::string> bytes = scan::PreparedRegexes::pack(regexes.patterns, regexes.filters);
  return bytes ? write(folder / "regexes.bin", *bytes) : complain(bytes.errors());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::vector<std::filesystem::path> files(argv + 2, argv + argc);
  std::sort(files.begin(), files.end());
  std::vector<rulepack::RuleFile> packs;
  bool good = true;
  for (const std::filesystem::path& file : files) good = add(file, packs) && good;
  if (!good) return 1;
  base::Result<rulepack::RuleBook> book = rulepack::load(packs);
  if (!book) return complain(book.errors()), 1;
  checks::work_out_digests(*book);
  const bool written = write_packs(folder, packs) && write(folder / "book.bin", embed::pack_book(*book)) &&
                       write_regexes(folder, *book);
  return written ? 0 : 1;
}
