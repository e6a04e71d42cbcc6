// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("template literals hold code, which may hold template literals") {
  check_regions("javascript",
                {"«`a ${»b ? «`in ${»c«}`» : «\"}\"} d`»; ⟦// e⟧\n", "«`${»{a: {b: 1}}.a«}`» + f()",
                 "x = «`\n// no\n`»; ⟦// yes⟧", "«`a \\${b} \\` c`» d", "tag«`x`»"});
}

TEST_CASE("a slash begins a regular expression where an operand may stand") {
  check_regions("javascript",
                {"x.replace(«/[\"'/]\\/\\//g», «\"'\"») ⟦// c⟧", "a = b / c / d; ⟦// e⟧", "return «/it's/»;",
                 "f(x) / 2 / «'a'»", "i++ / 2 / «\"b\"»", "a[0] / 2 / «\"b\"»", "x => «/'/»",
                 "if (a && «/\"/».test(b)) {}", "⟦/* c */⟧ «/'/».test(d)", "a = ⟦/* c */⟧ «/'/»",
                 "typeof «/x/»", "«'a'» / b / «'c'»", "case «/x'y/»: break"});
}

TEST_CASE("a division is no regular expression") {
  check_regions("typescript",
                {"const r = w / h; const s = «'it'» ⟦// x / y⟧\n", "(a) / (b)", "x / y\nz / w"});
}

TEST_CASE("text between JSX tags is code") {
  check_regions(
      "typescript",
      {"<p className=«\"q\"»>Don't go to http://x.y {⟦/* TODO */⟧} and/or <br /> {a}/{b}</p>; ⟦// c⟧",
       "<b>it's</b> ⟦// c⟧", "<A b={«`x`»} /> / 2", "<li>{a}</li>\n<li>{«'b'»}</li>"});
}

TEST_CASE("an attribute of a JSX tag may go over several lines, other strings may not") {
  check_regions("javascript",
                {"<path d=«\"M 1\n 2 Z\"»/> «'a'»", "a = «\"open»\nb = «\"c\"»", "a=«\"b\"»;\nc=«\"d\"»"});
}

TEST_CASE("the line that names the interpreter is a comment in every language") {
  check_regions("typescript", {"⟦#!/usr/bin/env node⟧\nf(«'a'»)", "⟦#!/bin/x⟧\r\nf(«'a'»)", "⟦#!⟧"});
  check_regions("rust", {"#![allow(x)]\n«\"a\"»"});
}

TEST_CASE("a quote behind a keyword begins a string") {
  check_regions("javascript", {"return«'a'»", "case«'a'»:", "import«'x'»;export * from«'y'»", "typeof«'a'»"});
}

TEST_CASE("line comments of JavaScript follow colons when they are no URLs") {
  check_regions("javascript", {"a ? b : ⟦// c⟧\nd", "{a: 1, ⟦// http://x⟧\n}", "x ⟦// it's⟧\n"});
}

TEST_CASE("PHP pages switch between markup and code") {
  check_regions("php",
                {"<p class=«\"»<?= $x[«'a'»] ?>«\"»>it's</p>", "<?php ⟦// c ⟧?> it's <?php «'x'» ?> not"});
}

TEST_CASE("PHP has three kinds of comments, here-documents and attributes") {
  check_regions("php", {"<?php $a = «\"?>\"» . «'b'»; ⟦# c⟧\n⟦/* d */⟧ #[Attr]\nfoo();",
                        "<?php $x = <<<EOT\n«it's \" $y\n  EOT»;\n«'z'»;",
                        "<?php $x = <<<'SQL'\n«-- no 'comment'\nSQL»;\n⟦// c⟧",
                        "<?php $s = «'it\\'s'»; $t = «\"a\nb\"»; $u = 1 << 3;"});
}

TEST_CASE("style sheets") {
  check_regions("css", {"a { b: url(//x) } ⟦/* it's */⟧ c::after { content: «\"/* no */\"» }"});
  check_regions("scss", {"a { b: url(//x.y); c: url(http://z) } ⟦// it's⟧\n$d: «'e'»;"});
  check_regions("less", {"@a: 1; ⟦// b⟧\n"});
}

TEST_CASE("CoffeeScript") {
  check_regions("coffeescript", {"⟦### a # b ###⟧ c ⟦# d⟧\n«\"x #{»y«} z\"»", "a = b / c ⟦# it's⟧"});
}
