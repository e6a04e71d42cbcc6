// SPDX-License-Identifier: Apache-2.0
// The blob that rules/CMakeLists.txt made is taken in by the assembler: no compiler has to read it as
// numbers.
#include "app/built_in_rules.h"

#include "embed/packed_trees.h"

asm(".section .rodata\n"
    ".global readiness_rules_begin\n"
    ".global readiness_rules_end\n"
    "readiness_rules_begin:\n"
    ".incbin \"" READINESS_RULES_BLOB
    "\"\n"
    "readiness_rules_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char readiness_rules_begin[];
extern "C" const char readiness_rules_end[];

namespace readiness::app {

base::Result<std::vector<rulepack::RuleFile>> built_in_rules() {
  const auto size = static_cast<std::size_t>(readiness_rules_end - readiness_rules_begin);
  base::Result<std::vector<embed::TreeFile>> trees = embed::unpack({readiness_rules_begin, size});
  if (!trees) return trees.errors();
  std::vector<rulepack::RuleFile> files;
  for (embed::TreeFile& tree : *trees)
    files.push_back({.name = std::move(tree.name), .documents = std::move(tree.documents)});
  return files;
}

}  // namespace readiness::app
