// SPDX-License-Identifier: Apache-2.0
// One row an extension and a sign: the first row whose sign is in the first 8 KiB decides.
#include "language/ambiguous.h"

#include <algorithm>

#include "base/name_table.h"
#include "base/text.h"
#include "language/placement.h"

namespace readiness::language {
namespace {

constexpr std::size_t kLookedAt = 8192;

enum class Sign : std::uint8_t {
  contains,      ///< the text anywhere
  line,          ///< a line begins with the text, blanks aside
  first,         ///< the first thing in the file
  always,        ///< nothing else was found: what the extension means by itself
  no_text_seen,  ///< the head is empty
};

struct Row {
  std::string_view extension;
  Sign sign;
  std::string_view text;
  std::string_view language;
};

constexpr Row kRows[] = {
    {"h", Sign::line, "@interface", "objective-c"},
    {"h", Sign::line, "@protocol", "objective-c"},
    {"h", Sign::line, "#import", "objective-c"},
    {"h", Sign::line, "@class", "objective-c"},
    {"h", Sign::line, "template <", "cpp"},
    {"h", Sign::line, "template<", "cpp"},
    {"h", Sign::line, "namespace ", "cpp"},
    {"h", Sign::line, "using ", "cpp"},
    {"h", Sign::line, "class ", "cpp"},
    {"h", Sign::line, "public:", "cpp"},
    {"h", Sign::line, "private:", "cpp"},
    {"h", Sign::line, "constexpr ", "cpp"},
    {"h", Sign::contains, "std::", "cpp"},
    {"h", Sign::line, "#include <string>", "cpp"},
    {"h", Sign::line, "#include <vector>", "cpp"},
    {"h", Sign::line, "#include <memory>", "cpp"},
    {"m", Sign::line, "#import", "objective-c"},
    {"m", Sign::line, "@interface", "objective-c"},
    {"m", Sign::line, "@implementation", "objective-c"},
    {"m", Sign::line, "#include", "objective-c"},
    {"m", Sign::line, "//", "objective-c"},
    {"m", Sign::line, "/*", "objective-c"},
    {"m", Sign::line, "%", "matlab"},
    {"m", Sign::line, "function ", "matlab"},
    {"m", Sign::line, "end", "matlab"},
    {"pl", Sign::line, ":-", "prolog"},
    {"pl", Sign::contains, "\n    :-", "prolog"},
    {"pro", Sign::line, "QT ", "makefile"},
    {"pro", Sign::line, "TEMPLATE", "makefile"},
    {"pro", Sign::line, "SOURCES", "makefile"},
    {"ts", Sign::first, "<?xml", "xml"},
    {"ts", Sign::first, "<!DOCTYPE TS", "xml"},
    {"ts", Sign::first, "<TS", "xml"},
    {"tsx", Sign::first, "<?xml", "xml"},
    {"v", Sign::line, "Require ", "coq"},
    {"v", Sign::line, "module main", "vlang"},
    {"v", Sign::line, "fn ", "vlang"},
    {"inc", Sign::contains, "<?php", "php"},
    {"inc", Sign::first, "<?xml", "xml"},
    {"inc", Sign::line, "#include", "cpp"},
    {"inc", Sign::line, "#define", "cpp"},
    {"inc", Sign::line, "//", "cpp"},
    {"module", Sign::contains, "<?php", "php"},
    {"install", Sign::contains, "<?php", "php"},
    {"theme", Sign::contains, "<?php", "php"},
    {"profile", Sign::contains, "<?php", "php"},
    {"engine", Sign::contains, "<?php", "php"},
    {"t", Sign::no_text_seen, "", "perl"},
    {"t", Sign::line, "use ", "perl"},
    {"t", Sign::first, "#!/usr/bin/perl", "perl"},
    {"cls", Sign::line, "\\", "tex"},
    {"cls", Sign::line, "%", "tex"},
    {"cls", Sign::line, "Attribute VB_", "vb"},
    {"cls", Sign::line, "public ", "apex"},
    {"cls", Sign::line, "global ", "apex"},
    {"cls", Sign::contains, "@isTest", "apex"},
    {"cls", Sign::line, "private ", "apex"},
    {"fs", Sign::line, "#version", "glsl"},
    {"fs", Sign::line, "precision ", "glsl"},
    {"fs", Sign::contains, "gl_FragColor", "glsl"},
    {"vs", Sign::always, "", "glsl"},
    {"pp", Sign::line, "class ", "puppet"},
    {"pp", Sign::line, "node ", "puppet"},
    {"pp", Sign::line, "define ", "puppet"},
    {"pp", Sign::line, "include ", "puppet"},
    {"pp", Sign::contains, " => ", "puppet"},
    {"cl", Sign::contains, "__kernel", "opencl"},
    {"cl", Sign::line, "(", "common-lisp"},
    {"cl", Sign::line, ";", "common-lisp"},
    {"config", Sign::first, "<", "xml"},
    {"config", Sign::first, "{", "json"},
    {"config", Sign::no_text_seen, "", "xml"},
    {"config", Sign::always, "", "conf"},
    {"conf", Sign::line, "server {", "nginx"},
    {"conf", Sign::line, "upstream ", "nginx"},
    {"conf", Sign::line, "location ", "nginx"},
    {"conf", Sign::first, "<?xml", "xml"},
    {"conf", Sign::line, "<VirtualHost", "apache"},
    {"d", Sign::line, "module ", "d"},
    {"d", Sign::line, "import ", "d"},
    {"d", Sign::contains, ".o: ", "makefile"},
    {"rs", Sign::first, "<?xml", "xml"},
    {"as", Sign::line, "#", "text"},
    {"tpl", Sign::contains, "{{", "go-template"},
    {"tpl", Sign::contains, "{$", "smarty"},
    {"tpl", Sign::contains, "{if ", "smarty"},
    {"do", Sign::line, "use ", "stata"},
    {"st", Sign::contains, "Object subclass:", "smalltalk"},
    {"mod", Sign::first, "module ", "go-module"},
    {"mm", Sign::always, "", "objective-c"},
    {"asc", Sign::first, "-----BEGIN", "text"},
    {"asc", Sign::first, "=", "asciidoc"},
    {"1", Sign::no_text_seen, "", "roff"},
    {"8", Sign::no_text_seen, "", "roff"},
    {"1", Sign::line, ".", "roff"},
    {"8", Sign::line, ".", "roff"},
    {"1", Sign::always, "", "text"},
    {"8", Sign::always, "", "text"},
    {"rules", Sign::line, "groups:", "yaml"},
    {"lock", Sign::first, "{", "json"},
    {"template", Sign::first, "{", "json"},
    {"template", Sign::line, "Resources:", "yaml"},
    {"template", Sign::line, "AWSTemplateFormatVersion", "yaml"},
};

const base::NameTable& first_rows() {
  static const base::NameTable table = [] {
    base::NameTable out;
    for (std::size_t i = 0; i < std::size(kRows); ++i)
      out.add(kRows[i].extension, static_cast<std::uint16_t>(i));
    return out;
  }();
  return table;
}

bool has_line(std::string_view head, std::string_view text) {
  for (std::size_t at = base::find(head, text, 0); at != std::string_view::npos;
       at = base::find(head, text, at + 1)) {
    std::size_t before = at;
    while (before > 0 && at - before < 64 && is_blank(head[before - 1])) --before;
    if (before == 0 || head[before - 1] == '\n') return true;
  }
  return false;
}

bool shows(std::string_view head, const Row& row) {
  switch (row.sign) {
    case Sign::contains:
      return base::find(head, row.text) != std::string_view::npos;
    case Sign::line:
      return has_line(head, row.text);
    case Sign::first: {
      const std::size_t begin = std::min(head.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), head.size());
      return head.substr(begin).starts_with(row.text);
    }
    case Sign::always:
      return true;
    case Sign::no_text_seen:
      return head.empty();
  }
  return false;
}

}  // namespace

std::optional<LanguageId> by_content(std::string_view extension, std::string_view name,
                                     std::string_view head) {
  if (name.ends_with(".C") || name.ends_with(".H")) return find("cpp");
  const auto first = first_rows().find(extension);
  if (!first) return std::nullopt;
  head = head.substr(0, kLookedAt);
  for (const Row& row : kRows)
    if (row.extension == extension && shows(head, row)) return find(row.language);
  return std::nullopt;
}

}  // namespace readiness::language
