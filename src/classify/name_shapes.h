// SPDX-License-Identifier: Apache-2.0
// The shape of a file's name.
#pragma once
#include <string_view>

#include "classify/path_facts.h"

namespace readiness::classify {

/// `OrderTest.java`, `OrderSpec.scala`, `OrdersIT.java`: a capital word at the end of the stem; `name` in its
/// own case.
bool has_test_word(std::string_view name);
/// `test_orders.py`, `mock_store.go`, `TestOrders.java`
bool begins_like_test(std::string_view lower, std::string_view name);
/// `Dockerfile.dev`, `compose.override.yml`, `LICENSE-MIT`: a known first part and anything behind it.
/// `lower` is not empty.
Hints by_beginning(std::string_view lower);

}  // namespace readiness::classify
