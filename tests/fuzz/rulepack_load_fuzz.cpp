// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any text as a rule pack is either loaded or refused with a message and a place inside it.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rulepack/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n') +
                                              std::count(text.begin(), text.end(), '\r')) +
                     2;
  const auto book = readiness::rulepack::load({{.name = "pack.yaml", .text = text}});
  if (book) return 0;
  if (book.errors().empty()) std::abort();
  for (const readiness::base::Diagnostic& problem : book.errors())
    if (problem.message.empty() || problem.mark.line > lines) std::abort();
  return 0;
}
