// SPDX-License-Identifier: Apache-2.0
#include "app/hook.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "app/output.h"
#include "app/small_file.h"
#include "base/text.h"
#include "source/repository.h"

namespace readiness::app {
namespace {

// The second line tells our hook from everybody else's.
constexpr std::string_view kMark = "# Written by 'readiness hook install'.";
constexpr std::string_view kScript = R"( It is yours when you take this line out.
# Stops a commit whose staged changes bring in findings; past it once: git commit --no-verify
if ! command -v readiness > /dev/null; then
  echo "pre-commit: readiness is not on the PATH, nothing was audited" >&2
  exit 1
fi
exec readiness audit --staged
)";
constexpr std::size_t kMaxHookBytes = std::size_t{64} * 1024;

std::string script() { return fmt::format("#!/bin/sh\n{}{}", kMark, kScript); }

bool is_ours(std::string_view text) {
  const std::size_t second = text.find('\n');
  return second != std::string_view::npos && text.substr(second + 1).starts_with(kMark);
}

/// Where git looks for hooks, or why that is not ours to write to.
base::Result<std::string> hooks_folder(const source::Repository& repository) {
  // Set by husky, lefthook and their like, which write their own hooks there.
  if (const std::string_view path = repository.config.value("core.hookspath"); !path.empty())
    return base::Diagnostic{.file = base::printable(path),
                            .message = "core.hooksPath says that hooks are kept here",
                            .hint = "let what manages them run: readiness audit --staged"};
  return repository.common_path + "/hooks";
}

}  // namespace

ExitCode run_hook(const HookOptions& options) {
  const base::Result<source::Repository> repository = source::find_repository(options.path);
  if (!repository) return failed(repository.errors());
  const base::Result<std::string> folder = hooks_folder(*repository);
  if (!folder) return failed(folder.errors());
  const std::string file = *folder + "/pre-commit";
  base::Result<std::optional<std::string>> there = read_small_file(file, kMaxHookBytes, Links::refuse, file);
  if (!there) return failed(there.errors());
  if (*there && !is_ours(**there))
    return failed({{.file = base::printable(file),
                    .message = "is a hook that somebody else wrote; it stays as it is",
                    .hint = "add to it: readiness audit --staged || exit 1"}});
  std::error_code error;
  std::filesystem::create_directory(*folder, error);  // a template of git's may have none
  if (const auto why = write_file(file, script())) return failed({*why});
  if (chmod(file.c_str(), 0755) != 0)
    return failed({{.file = base::printable(file), .message = "cannot be made executable"}});
  return answer(fmt::format("{} {}\n", *there ? "wrote again" : "wrote", base::printable(file)));
}

}  // namespace readiness::app
