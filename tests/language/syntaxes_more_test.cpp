// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("Haskell: nested comments, operators that begin with dashes, primes") {
  check_regions("haskell", {"f' x = «'a'» : «\"b\"» ⟦-- c⟧\n", "x --> y ⟦{- n {- m -} -}⟧ «'\\''»",
                            "a |-- b ⟦--- c⟧\n", "⟦{-# LANGUAGE X #-}⟧\nfoldl' (+) 0"});
  check_regions("elm", {"⟦{- a -}⟧ «\"\"\"b \" c\"\"\"» ⟦-- d⟧"});
}

TEST_CASE("OCaml and F#") {
  check_regions("ocaml", {"⟦(* it (* nests *) *)⟧ let f (x : 'a) = «'x'» ^ «{|raw \" |}» ^ «{id|x |} |id}»"});
  check_regions("fsharp", {"⟦// it's⟧\nlet a = @«\"c:\\\"» + «\"\"\"x \" \\\"\"\"» ⟦(* c *)⟧ : 'a list",
                           "List<'T> «'b'»"});
}

TEST_CASE("Erlang, Clojure, Lisp, Prolog") {
  check_regions("erlang", {"⟦% it's⟧\nX = $\", Y = «\"a % b\"», Z = $', «'atom'»"});
  check_regions("clojure", {"(def a \\\") ⟦; it's⟧\n«\"b ; \\\" c\"» #«\"re\"» 'quoted"});
  check_regions("common-lisp", {"⟦#| a #| b |# c |#⟧ '(«\"d\"» #\\\" #\\;) ⟦; e⟧"});
  check_regions("emacs-lisp", {"(eq c ?\\\") (eq d ?\") ⟦; it's⟧\n«\"x\"»"});
  check_regions("prolog", {"a :- b(«'it'», 0'c). ⟦% d⟧\n⟦/* e */⟧"});
}

TEST_CASE("SQL doubles its quotes and lets backslashes be") {
  check_regions("sql", {"SELECT «'it''s -- no'», «'c:\\'» ⟦-- it's⟧\nFROM «\"t\"\"x\"» ⟦/* a */⟧;",
                        "DO $$ BEGIN x := «'a'»; ⟦-- c⟧\nEND $$;", "«'two\nlines'» ⟦-- c⟧"});
}

TEST_CASE("Pascal, Ada, VHDL, Fortran, COBOL, Visual Basic") {
  check_regions("pascal", {"⟦{ it's }⟧ a := «'it''s'»; ⟦(* b *)⟧ ⟦// c⟧"});
  check_regions("ada", {"X : Character := «'\"'»; Y := Integer'Image (Z); ⟦-- it's⟧\n«\"a \"\" -- b\"»"});
  check_regions("vhdl", {"a <= «'1'» when clk'event; ⟦-- it's⟧\n«\"01\"»"});
  check_regions("fortran", {"⟦* fixed form⟧\n      print *, «'it''s ! no'» ⟦! c⟧\n      x = y * z"});
  check_regions("cobol", {"000100⟦* a comment⟧\n       DISPLAY «'IT''S'» ⟦*> b⟧\n       COMPUTE A = B * C"});
  check_regions("vb", {"Dim a = «\"it's \"\"x\"\"\"» ⟦' comment⟧\n⟦REM b⟧\n"});
}

TEST_CASE("MATLAB's transposition is no quote") {
  check_regions("matlab",
                {"y = x' * «'it''s'» ⟦% c⟧\nz = [a]' + b.' ; w = {«\"s\"»}'", "⟦%{\nblock\n%}⟧\na"});
}

TEST_CASE("assembly and TeX") {
  check_regions("assembly", {"mov eax, 1 ⟦; it's⟧\n ⟦# c⟧\n ⟦// d⟧\n ⟦/* e */⟧ .ascii «\"f ; g\"»"});
  check_regions("tex", {"50\\% of it ⟦% comment⟧\nnext"});
}
