// SPDX-License-Identifier: Apache-2.0
// A value or the diagnostics that say why there is none. Expected failure is a value, never an exception.
#pragma once
#include <cassert>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"

namespace readiness::base {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: meant to be implicit
  Result(Diagnostic problem) : Result(std::vector<Diagnostic>{std::move(problem)}) {}  // NOLINT
  Result(std::vector<Diagnostic> problems) : state_(std::in_place_index<1>, std::move(problems)) {  // NOLINT
    assert(!std::get<1>(state_).empty() && "a failure says why");
  }
  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const std::vector<Diagnostic>& errors() const { return std::get<1>(state_); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace readiness::base
