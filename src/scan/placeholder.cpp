// SPDX-License-Identifier: Apache-2.0
// Shapes first (templates, masks, repeats), then whole words that name themselves a stand-in.
#include "scan/placeholder.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "base/text.h"

namespace readiness::scan {
namespace {

using namespace std::string_view_literals;

// Somewhere inside: the value is filled in later, or documented as a stand-in.
constexpr std::array kTellingParts{
    "changeme"sv,   "change_me"sv,  "change-me"sv, "placeholder"sv, "example"sv,   "replace_me"sv,
    "replaceme"sv,  "replace-me"sv, "your_"sv,     "your-"sv,       "yourtoken"sv, "yourkey"sv,
    "yoursecret"sv, "yourpass"sv,   "dummy"sv,     "redacted"sv,    "xxxx"sv,      "****"sv,
    "...."sv,       "fixme"sv,      "insert_"sv,   "insert-"sv,     "notreal"sv,   "not_real"sv,
    "fake"sv,       "00000000"sv,   "12345678"sv,  "abcdefgh"sv};

bool is_template(std::string_view v) {
  const auto wrapped = [&](std::string_view open, std::string_view close) {
    return v.size() >= open.size() + close.size() && v.starts_with(open) && v.ends_with(close);
  };
  return v.find("${") != v.npos || v.find("{{") != v.npos || v.find("$(") != v.npos ||
         v.find("<%") != v.npos || wrapped("<", ">") || wrapped("%", "%") || wrapped("[", "]") ||
         wrapped("{", "}") || wrapped("__", "__");
}

bool repeats_few_bytes(std::string_view v) {
  std::bitset<256> seen;
  for (const char c : v) seen.set(static_cast<unsigned char>(c));
  return v.size() >= 4 && seen.count() <= 2;
}

}  // namespace

bool is_placeholder(std::string_view value) {
  const std::string v = base::lower(base::trimmed(value));
  if (v.empty() || is_template(v) || repeats_few_bytes(v) || v.starts_with('$')) return true;
  return std::any_of(kTellingParts.begin(), kTellingParts.end(),
                     [&](std::string_view part) { return v.find(part) != v.npos; });
}

}  // namespace readiness::scan
