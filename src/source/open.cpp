// SPDX-License-Identifier: Apache-2.0
// From what the user selected to the source that gives it.
#include "source/blob_source.h"
#include "source/folder_source.h"
#include "source/repository.h"
#include "source/source.h"
#include "source/work_tree.h"

namespace readiness::source {
namespace {

base::Diagnostic failure(const std::string& path, std::string message, std::string hint) {
  return {.file = path, .message = std::move(message), .hint = std::move(hint)};
}

}  // namespace

base::Result<std::unique_ptr<Source>> open(const Selection& selection) {
  if (selection.no_git && (selection.staged || !selection.revision.empty()))
    return failure(selection.path, "a plain folder has neither an index nor revisions", "leave --no-git out");
  if (selection.staged && !selection.revision.empty())
    return failure(selection.path, "the index and a revision cannot be audited at once",
                   "choose --staged or --rev");
  if (selection.no_git) return open_folder(selection.path);
  base::Result<Repository> repository = find_repository(selection.path);
  if (!repository) return repository.errors();
  if (!selection.revision.empty()) return open_revision(std::move(*repository), selection.revision);
  if (repository->is_bare)
    return failure(selection.path, "is a bare repository and has no work tree",
                   "--rev HEAD audits its latest commit");
  return selection.staged ? open_staged(std::move(*repository)) : open_work_tree(std::move(*repository));
}

}  // namespace readiness::source
