// SPDX-License-Identifier: Apache-2.0
#include "language/table.h"

#include <catch2/catch.hpp>
#include <set>

using namespace readiness::language;

TEST_CASE("every language is found by its name, and names are unique") {
  const std::vector<std::string> all = names();
  CHECK(all.size() >= 75);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
  for (const std::string& name : all) {
    const auto id = find(name);
    REQUIRE(id);
    CHECK(name_of(*id) == name);
    CHECK(*id != kUnknown);
  }
}

TEST_CASE("names are lower case words with dashes") {
  for (const std::string& name : names())
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
}

TEST_CASE("the names that rule packs use exist") {
  for (const char* name : {"python",     "javascript",  "typescript",
                           "vue",        "svelte",      "astro",
                           "go",         "java",        "kotlin",
                           "scala",      "groovy",      "ruby",
                           "csharp",     "fsharp",      "vb",
                           "rust",       "php",         "c",
                           "cpp",        "objective-c", "swift",
                           "dart",       "elixir",      "erlang",
                           "haskell",    "ocaml",       "clojure",
                           "lua",        "perl",        "r",
                           "julia",      "shell",       "fish",
                           "powershell", "batch",       "sql",
                           "html",       "css",         "scss",
                           "sass",       "less",        "xml",
                           "json",       "jsonc",       "yaml",
                           "toml",       "ini",         "properties",
                           "dotenv",     "markdown",    "restructuredtext",
                           "asciidoc",   "tex",         "dockerfile",
                           "makefile",   "cmake",       "terraform",
                           "hcl",        "nix",         "bazel",
                           "protobuf",   "graphql",     "thrift",
                           "zig",        "nim",         "crystal",
                           "d",          "fortran",     "cobol",
                           "ada",        "assembly",    "verilog",
                           "vhdl",       "matlab",      "cuda",
                           "glsl",       "solidity",    "vim-script",
                           "emacs-lisp", "common-lisp", "scheme",
                           "prolog",     "tcl",         "awk",
                           "handlebars", "erb",         "jinja",
                           "twig",       "blade",       "pug",
                           "haml",       "slim",        "mustache",
                           "razor",      "jsp",         "coffeescript",
                           "elm",        "purescript",  "reason",
                           "jupyter",    "csv",         "text"}) {
    INFO(name);
    CHECK(find(name));
  }
}

TEST_CASE("unknown ids and names are harmless") {
  CHECK_FALSE(find("no-such-language"));
  CHECK_FALSE(find(""));
  CHECK_FALSE(find("unknown"));
  CHECK(name_of(kUnknown) == "unknown");
  CHECK(name_of(65535) == "unknown");
  CHECK_FALSE(is_programming(kUnknown));
}

TEST_CASE("programs are programming languages, data and prose are not") {
  for (const char* name : {"python", "shell", "sql", "vue", "makefile"}) CHECK(is_programming(*find(name)));
  for (const char* name : {"json", "yaml", "html", "css", "markdown", "text", "dockerfile", "csv"})
    CHECK_FALSE(is_programming(*find(name)));
}

TEST_CASE("rows are lower case, and no syntax has more strings than the lexer's table has room for") {
  for (const std::string& name : names()) {
    const Language& row = row_of(*find(name));
    for (const std::string_view list : {row.extensions, row.names, row.interpreters}) {
      CHECK(list.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos);
      CHECK(list.find("  ") == std::string_view::npos);
    }
    CHECK(row.syntax.strings.size() <= 12);
    CHECK(row.syntax.strings.size() + row.syntax.comments.size() + row.syntax.readers.size() <= 64);
  }
}
