// SPDX-License-Identifier: Apache-2.0
// Every path of a list has one role.
#pragma once
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string_view>

#include "classify/classify.h"

namespace readiness::testing {

inline void check_role(std::string_view role, std::initializer_list<std::string_view> paths) {
  const classify::Classifier classifier;
  for (const std::string_view path : paths) {
    INFO(path);
    CHECK(classify::name_of(classifier.by_path(path).role) == role);
  }
}

}  // namespace readiness::testing
