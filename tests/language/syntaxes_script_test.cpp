// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("docstrings of Python are strings, comments are not inside them") {
  check_regions("python", {"⟦#!/usr/bin/env python3⟧\n«\"\"\"doc # no\nprint('x')\n\"\"\"»\nx = 1 ⟦# it's⟧\n",
                           "«'''a \"\"\" b'''» + «\"# no\"» ⟦# yes⟧", "«\"\"» «\"\"\"\"\"\"» «'a\\'b'»",
                           "x = «\"\"\"open»\n"});
}

TEST_CASE("prefixes of Python's strings") {
  check_regions("python",
                {"r«'\\' # s'»; z = b«\"\\x00\"» ⟦# c⟧", "rb«'a'» + Rb«\"b\"»",
                 "f«\"a {»d[«'k'»] + f«'{»y«}'} b {{z}}\"» ⟦# c⟧", "f«\"\"\"{»x«} # no\n\"\"\"» ⟦# yes⟧",
                 "f«'{»x:>{w}«}'»", "if«\"{x}\"»: pass", "«\"{not a template}\"»", "prof«\"{x}\"»"});
}

TEST_CASE("Ruby: interpolation, heredocs, percent literals, blocks of comments") {
  check_regions("ruby", {"⟦=begin\nit's\n=end⟧\na = «\"x #{»h[«\"k\"»]«} y\"» ⟦# c⟧",
                         "raise <<~MSG.squish ⟦# c⟧\n«it's #{x}#y\nMSG»\nend",
                         "b = <<~SQL + <<-X ⟦# it's⟧\n«  select 'it''s' # no\nSQL\n y\n X»\nc = «'d'»",
                         "c = «%w[a ' b]» ; d = x / y ⟦# '⟧", "f(<<~EOS, «'a'»)\n«it's\n  EOS»\nend",
                         "class << self; end ⟦# it's⟧", "list <<item\nother «'a'»",
                         "x = «%q(a (b) ')» + «%{c \"}»", "a ⟦# b⟧\n⟦__END__\nit's⟧"});
}

TEST_CASE("Ruby: regular expressions and characters") {
  check_regions("ruby", {"puts «/it's/» =~ z ; ?\" ; e.gsub(«/#{x}\"/», «''»)", "when «/a'b/i» then c",
                         "w / h / «'x'»", "x ? «'a'» : «\"b\"»", "y = a ? b : c ⟦# it's⟧", "n % 2 == 0 ⟦# '⟧",
                         "a = «/ # it's\n [a-z] # b\n/xi» ⟦# c⟧\nd", "before = $` + $' ⟦# it's⟧",
                         "«/a/» =~ b\n  «/[\\/]'/», c", "z = x %w ⟦# '⟧"});
}

TEST_CASE("number signs of the shell are comments behind blanks only") {
  check_regions("shell", {"⟦#!/bin/bash⟧\necho $# ${#a[@]} a#b ⟦# it's⟧\n", "x=${y#prefix} z=${y##*/} ⟦# c⟧",
                          "(⟦# c⟧\n) ;⟦# d⟧\n", "echo \\# no", "if [ $# -gt 1 ]; then ⟦# c⟧\n"});
}

TEST_CASE("quotes of the shell") {
  check_regions("shell", {"echo «\"a 'b' \\\" # no\"» «'it\"s \\'» ⟦# c⟧", "echo don\\'t ⟦# c⟧",
                          "echo $«'it\\'s'» ⟦# c⟧", "«\"a $(»echo «\"b # c\"» ⟦# d⟧\n«) e\"» ⟦# f⟧",
                          "«\"$(»echo $(date) ((1))«)\"» ⟦# c⟧", "«\"two\nlines\"» ⟦# c⟧"});
}

TEST_CASE("here-documents of the shell end at their label") {
  check_regions("shell",
                {"cat <<EOF > x ⟦# y⟧\n«it's # body\nEOF»\necho «'z'»",
                 "cat <<-'E O F' | tee\n«\ta \"\n\tE O F»\necho ⟦# z⟧", "a <<X; b <<Y\n«'\nX\n\"\nY»\n⟦# c⟧",
                 "x=$((1<<2)); y=$((z<<3)) ⟦# c⟧", "cat <<< «\"a\"» ⟦# c⟧", "cat <<EOF\nnever closed «'a'»",
                 "cat <<EOF\n«EOF»\n⟦# c⟧", "cat <<\\EOF\n«$x '\nEOF»\r\nb"});
}

TEST_CASE("Perl: documentation, quote-like operators, variables that look like quotes") {
  check_regions(
      "perl", {"⟦=head1 X\nit's\n=cut⟧\nmy $x = q«{it's {n} }»; ⟦# c⟧",
               "qw«(a ' b)»; $y =~ s«/it's/\"/»g; $h{s} = 1; $#a; ⟦# d⟧",
               "s«{a'}{b\"}»; m«!'!»; my $z = $a / $b; ⟦# d⟧",
               "tr«/a-z/A-Z/»; y«/'/\"/»; $s->m(«'x'») if $x =~ «/'/»;", "%h = (y => 1, s => 2); $x{y} ⟦# c⟧",
               "print <<\"END\"; ⟦# c⟧\n«it's\nEND»\n«'x'»", "a;\n⟦__END__\nit's⟧"});
}

TEST_CASE("Lua's long brackets") {
  check_regions("lua", {"a = «[[x ' ]]» ⟦--[[ b\nc ]]⟧ d = «[==[ ]] ]==]» ⟦-- e⟧\n", "t[t[1]] = «'x'»",
                        "⟦-- [[ one line⟧\nx"});
}

TEST_CASE("PowerShell") {
  check_regions("powershell", {"⟦<# it's #>⟧ $a = «\"x `\" $(»$b[«'k'»]«)\"» ⟦# c⟧",
                               "«@\"\nit's \"quoted\"\n\"@» ⟦# c⟧", "«'it''s'» ⟦# c⟧"});
}

TEST_CASE("batch files") { check_regions("batch", {"⟦:: it's \"x⟧\n@⟦REM \"y⟧\necho «\"z\"» & ⟦rem d⟧\n"}); }

TEST_CASE("Elixir's sigils and heredocs") {
  check_regions("elixir", {"@doc «\"\"\"\nit's # no \"x\"\n\"\"\"» ⟦# c⟧",
                           "«~s(a ' b)» «~r/it's/» «~S\"\"\"\n'\n\"\"\"» ⟦# c⟧", "«\"a #{»f(«\"b\"»)«}\"»",
                           "?\" ⟦# c⟧"});
}

TEST_CASE("R, Julia, Nim, Tcl, AWK, fish, Vim script, makefiles") {
  check_regions("tcl", {"a {b} ;⟦# c⟧\nd #e"});
  check_regions("r", {"x <- r«\"--(a \" b)--\"» ⟦# it's⟧", "y <- «'a\nb'»"});
  check_regions("julia", {"⟦#= a #= b =# c =#⟧ d' * e' ⟦# f⟧", "«\"a $(»f(«\"b\"»)«)\"» + «'c'»"});
  check_regions("nim", {"⟦#[ a #[ b ]# ]#⟧ c = r«\"\\\"» & «\"\"\"d \" \"\"\"» & «'e'»"});
  check_regions("tcl", {"⟦# it's⟧\nset a «\"b # c\"»; set d x#y ;  ⟦# c⟧"});
  check_regions("awk", {"«/it's/» { print «\"a # b\"» } ⟦# c⟧"});
  check_regions("fish", {"set a «'it\\'s'» ⟦# c⟧"});
  check_regions("vim-script", {"⟦\" it's⟧\nlet a = «\"b\"»\nlet c = «'it''s'»"});
  check_regions("makefile", {"a: b ⟦# it's⟧\n\techo «\"x # y\"» $#"});
}
