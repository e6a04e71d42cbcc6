// SPDX-License-Identifier: Apache-2.0
#include "language/ambiguous.h"

#include <catch2/catch.hpp>

using namespace readiness::language;

namespace {

struct Row {
  std::string_view path;
  std::string_view head;
  std::string_view language;
};

}  // namespace

TEST_CASE("the text settles extensions that several languages share") {
  const Row rows[] = {
      {"a.h", "#include <stdio.h>\nint f(void);\n", "c"},
      {"a.h", "#pragma once\nnamespace a {\nclass B;\n}\n", "cpp"},
      {"a.h", "#include <x.h>\nstd::string f();\n", "cpp"},
      {"a.h", "#import <Foundation/Foundation.h>\n@interface A : NSObject\n", "objective-c"},
      {"a.m", "#import \"A.h\"\n@implementation A\n", "objective-c"},
      {"a.m", "function y = f(x)\n% doubles\ny = 2 * x;\nend\n", "matlab"},
      {"a.pl", "use strict;\nmy $x = 1;\n", "perl"},
      {"a.pl", ":- module(a, [b/1]).\nb(X) :- c(X).\n", "prolog"},
      {"a.ts", "export const a = 1;\n", "typescript"},
      {"a.ts", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n", "xml"},
      {"a.v", "module a(input b);\nendmodule\n", "verilog"},
      {"a.v", "Require Import Arith.\n", "coq"},
      {"a.inc", "<?php\nfunction a() {}\n", "php"},
      {"a.fs", "#version 330\nvoid main() {}\n", "glsl"},
      {"a.fs", "module A\nlet x = 1\n", "fsharp"},
      {"a.pp", "class a { package { 'b': ensure => present } }\n", "puppet"},
      {"a.cls", "\\NeedsTeXFormat{LaTeX2e}\n", "tex"},
      {"a.conf", "server {\n  listen 80;\n}\n", "nginx"},
      {"a.conf", "key = value\n", "conf"},
      {"a.config", "<configuration/>\n", "xml"},
      {"a.t", "use Test::More;\n", "perl"},
      {"a.d", "main.o: main.c \\\n  a.h\n", "makefile"},
      {"a.d", "module a;\nimport std.stdio;\n", "d"},
  };
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.head);
    CHECK(name_of(detect(row.path, row.head)) == row.language);
  }
}

TEST_CASE("without a text the commoner language is taken") {
  CHECK(name_of(detect("a.h", {})) == "c");
  CHECK(name_of(detect("a.m", {})) == "objective-c");
  CHECK(name_of(detect("a.pl", {})) == "perl");
  CHECK(name_of(detect("a.v", {})) == "verilog");
}
