// SPDX-License-Identifier: Apache-2.0
// The blobs that rules/CMakeLists.txt made are taken in by the assembler: no compiler has to read them as
// numbers.
#include "app/built_in_rules.h"

#include "embed/packed_book.h"
#include "embed/packed_trees.h"

asm(".section .rodata\n"
    "readiness_packs_begin: .incbin \"" READINESS_RULES_FOLDER
    "/packs.bin\"\n"
    "readiness_packs_end:\n"
    "readiness_book_begin: .incbin \"" READINESS_RULES_FOLDER
    "/book.bin\"\n"
    "readiness_book_end:\n"
    ".balign 64\n"
    "readiness_regexes_begin: .incbin \"" READINESS_RULES_FOLDER
    "/regexes.bin\"\n"
    "readiness_regexes_end: .byte 0\n"
    ".global readiness_packs_begin, readiness_packs_end, readiness_book_begin, readiness_book_end\n"
    ".global readiness_regexes_begin, readiness_regexes_end\n"
    ".previous\n");

extern "C" const char readiness_packs_begin[], readiness_packs_end[];
extern "C" const char readiness_book_begin[], readiness_book_end[];
extern "C" const char readiness_regexes_begin[], readiness_regexes_end[];

namespace readiness::app {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

base::Result<std::vector<rulepack::RuleFile>> built_in_rules() {
  base::Result<std::vector<embed::TreeFile>> trees =
      embed::unpack(between(readiness_packs_begin, readiness_packs_end));
  if (!trees) return trees.errors();
  std::vector<rulepack::RuleFile> files;
  for (embed::TreeFile& tree : *trees)
    files.push_back({.name = std::move(tree.name), .documents = std::move(tree.documents)});
  return files;
}

base::Result<rulepack::RuleBook> built_in_book() {
  return embed::unpack_book(between(readiness_book_begin, readiness_book_end));
}

std::string_view built_in_regexes() { return between(readiness_regexes_begin, readiness_regexes_end); }

}  // namespace readiness::app
