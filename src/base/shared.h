// SPDX-License-Identifier: Apache-2.0
// A value that never changes once it is set, so that its copies can be one.
#pragma once
#include <memory>
#include <utility>

namespace readiness::base {

/// A value or none.
template <typename T>
class Shared {
 public:
  Shared() = default;
  Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}  // NOLINT: meant to be implicit
  explicit operator bool() const { return value_ != nullptr; }
  bool has_value() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }
  void reset() { value_.reset(); }

 private:
  std::shared_ptr<const T> value_{};
};

}  // namespace readiness::base
