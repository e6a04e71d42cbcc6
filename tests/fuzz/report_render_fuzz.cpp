// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: whatever texts a repository puts into a report, every format is valid UTF-8, JSON formats
// parse and a terminal gets no command. The input is cut at NUL bytes into the texts that take the place of
// the sample's.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/text.h"
#include "report/hostile_report.h"

using namespace readiness;

namespace {

void demand(bool promise) {
  if (!promise) std::abort();
}

bool commands_a_terminal(std::string_view text) {
  for (const char c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f) return true;
  return text.find("\xc2\x9b") != std::string_view::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  std::vector<std::string> texts;
  for (const std::string_view text : base::split({reinterpret_cast<const char*>(data + 1), size - 1}, '\0'))
    texts.emplace_back(text);
  const report::Report report = report::testing::HostileReport(data[0], texts).make();
  for (const report::Format& format : report::formats()) {
    const std::string text = format.render(report, {.width = 80, .verbose = true, .explain_score = true});
    demand(base::is_valid_utf8(text));
    if (format.name == "terminal") demand(!commands_a_terminal(text));
    if (format.extension == ".json" || format.extension == ".sarif") demand(nlohmann::json::accept(text));
  }
  return 0;
}
