// SPDX-License-Identifier: Apache-2.0
// A plain folder (--no-git): everything below it that its .gitignore files leave, .git folders excepted.
#pragma once
#include <memory>
#include <string>

#include "base/result.h"
#include "source/source.h"

namespace readiness::source {

base::Result<std::unique_ptr<Source>> open_folder(const std::string& path);

}  // namespace readiness::source
