// SPDX-License-Identifier: Apache-2.0
// The table of languages: one row each, in three lists.
#pragma once
#include <span>
#include <string_view>

#include "language/language.h"
#include "language/syntax.h"

namespace readiness::language {

enum class Use : std::uint8_t { programming, template_text, style, markup, data, prose };

struct Language {
  std::string_view name;
  Use use;
  const Syntax& syntax;
  std::string_view extensions{};    ///< blank-separated, lower case, without the first dot
  std::string_view names{};         ///< whole file names, lower case
  std::string_view interpreters{};  ///< of a `#!` line, without versions
};

std::span<const Language> programming_rows();  // rows_programming.cpp
std::span<const Language> web_rows();          // rows_web.cpp
std::span<const Language> data_rows();         // rows_data.cpp

/// The row of a language; kUnknown has a row without syntax.
const Language& row_of(LanguageId id);

}  // namespace readiness::language
