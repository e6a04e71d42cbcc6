// SPDX-License-Identifier: Apache-2.0
// The small parts that several sections of the page share: prose, code, places, words with their colour.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/markup.h"
#include "report/report.h"

namespace readiness::report::html {

/// A tag with a class, or none.
Markup tag(std::string_view name, const Markup& css_class, const Markup& inner);
/// The same, and a line break after it.
Markup part(std::string_view name, const Markup& css_class, const Markup& inner);
/// <section> whose heading names it for a screen reader.
Markup section(const Markup& id, const Markup& title, const Markup& inner);
/// One row of a definition list; nothing when `value` is empty.
Markup fact(const Markup& name, const Markup& value);
/// <ul>, or nothing.
Markup bullets(const Markup& css_class, const std::vector<Markup>& lines);
/// Its first cell heads the row.
Markup table_row(const std::vector<Markup>& cells);
/// Scrolls by itself where it is too wide.
Markup table(const Markup& caption, const std::vector<Markup>& heads, const Markup& rows);

/// Plain words in which `code` between backticks stays code.
Markup prose(std::string_view raw);
/// Nothing when `raw` is empty.
Markup code(std::string_view raw);
/// A link, when `url` is https and has nothing but the characters of one; else code.
Markup link(std::string_view url);
/// "path:line" and what stands there.
Markup place(std::string_view path, std::uint32_t line, std::string_view excerpt);
Markup joined(const std::vector<Markup>& parts, const Markup& separator);
Markup number(std::uint64_t value);
/// "47 %".
Markup percent(int points);
/// "+14.4".
Markup gained(double points);
Markup word(std::string_view ours);

/// The name by which style and filter know a verdict: its outcome, or "preview".
std::string_view kind_of(const checks::Verdict& verdict);
/// The sign of a kind and its words, "✗ fail": a colour never stands alone.
Markup mark_of(std::string_view kind);
/// A link to the check on this page.
Markup link_to(const checks::Verdict& verdict);

}  // namespace readiness::report::html
