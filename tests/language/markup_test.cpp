// SPDX-License-Identifier: Apache-2.0
#include "language/markup.h"

#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("HTML: strings are in tags, apostrophes in text are text") {
  check_regions("html", {"<a href=«\"x\"» b=«'it\"s'»>it's // \"no\"</a> ⟦<!-- \"c\" -->⟧ 1 < 2",
                         "<!DOCTYPE html PUBLIC «\"x\"»>"});
  check_regions("xml", {"<?xml version=«\"1.0\"»?><a>it's<![CDATA[ \"<b c='d'>\" ]]></a>⟦<!-- e -->⟧"});
}

TEST_CASE("HTML: scripts are JavaScript, styles are CSS, and they end where the tag ends") {
  check_regions("html", {"<script>var a = «\"x\"»; ⟦// it's⟧\n</script><p>it's</p>",
                         "<STYLE>a{b:«'c'»} ⟦/* d */⟧</STYLE> e", "<script src=«\"a\"»></script>it's",
                         "<script>a = «'open»</script><b>", "<script>never closed ⟦// a⟧"});
}

TEST_CASE("Vue and Svelte components hold three languages") {
  check_regions("vue", {"<template><p :a=«\"b('c')\"»>it's {{ d }}</p></template>\n<script "
                        "lang=«\"ts\"»>\nconst a = «`b ${»c«}`» ⟦// d⟧\n</script>\n<style "
                        "lang=«\"scss\"»>\n⟦// it's⟧\n</style>"});
  check_regions("svelte", {"<button on:click={() => foo(«\"a>b\"»)} class=«\"x »{y}«\"»>it's {#if a > "
                           "«'b'»}</button> ⟦<!-- c -->⟧"});
  check_regions("astro", {"---\nconst a = «'b'»; ⟦// c⟧\n---\n<p>it's {d ? «'e'» : f}</p>"});
}

TEST_CASE("templates: code and comments between the marks") {
  check_regions("erb", {"<p class=«\"»<%= a ? «'b'» : c %>«\"»>it's ⟦<%# d's %>⟧<% e «\"f\"» ⟦# g ⟧%></p>",
                        "<%= f(«'%'») %> it's"});
  check_regions("ejs", {"<% if (a) { ⟦// it's⟧\n %><b>it's</b><% } %>"});
  check_regions("jsp", {"⟦<%-- it's --%>⟧<% String a = «\"b\"»; %>"});
  check_regions("eex", {"⟦<%!-- it's --%>⟧<%= f «\"a\"» %>"});
  check_regions("razor", {"⟦@* it's *@⟧<p a=«\"b\"»>@Model.C</p>"});
  check_regions("handlebars", {"⟦{{!-- it's --}}⟧{{#if (eq a «\"b\"»)}}it's{{/if}}⟦{{! c }}⟧"});
  check_regions("jinja", {"⟦{# it's #}⟧{{ a|default(«'b'») }}{% if c == «\"d\"» %}it's"});
  check_regions("blade", {"⟦{{-- it's --}}⟧{{ $a[«'b'»] }}@php $c = «'d'»; @endphp it's"});
  check_regions("liquid", {"⟦{% comment %}it's{% endcomment %}⟧{{ a | b: «'c'» }}"});
}

TEST_CASE("templates written by indentation") {
  check_regions("pug", {"⟦// it's⟧\na(href=«\"b\"») it's"});
  check_regions("haml", {"⟦-# it's⟧\n%a{b: «'c'»} don't"});
  check_regions("slim", {"⟦/ it's⟧\na href=«\"b\"» it's"});
}

TEST_CASE("an island that is never closed reaches the end") {
  check_regions("php", {"a <?php «'b'» ⟦// c⟧", "<?php ⟦/* a⟧"});
  check_regions("html", {"a ⟦<!-- b⟧", "<a href=", "<a href=\"b", "<", "</", "<a <b c=«'d'»>"});
  check_regions("erb", {"<%= «'a'»", "<%"});
}

TEST_CASE("Markdown's comments are those of HTML") {
  check_regions("markdown", {"# it's `code` \"x\"\n⟦<!-- a -->⟧ <b c='d'>"});
}
