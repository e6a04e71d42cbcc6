// SPDX-License-Identifier: Apache-2.0
// libFuzzer target: any text as .readiness.toml, as a list of code owners and as a command line is read or
// refused with a message.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/cli.h"
#include "app/codeowners.h"
#include "app/config.h"
#include "base/text.h"

using namespace readiness;

namespace {

void config(std::string_view text) {
  const auto parsed = app::parse_config(text, "f");
  if (parsed) return app::notes_of(*parsed).clear();
  if (parsed.errors().empty() || parsed.errors().front().message.empty()) std::abort();
  if (!base::is_valid_utf8(base::render(parsed.errors()))) std::abort();
}

void command_line(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : base::split(text, '\0')) words.emplace_back(word);
  const auto outcome = app::parse_command_line(std::move(words));
  if (const auto* reply = std::get_if<app::Reply>(&outcome))
    if (reply->out.empty() && reply->error.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 3) {
    case 0:
      config(text);
      break;
    case 1:
      app::parse_codeowners(text);
      break;
    default:
      command_line(text);
      break;
  }
  return 0;
}
