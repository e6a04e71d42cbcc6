// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

using readiness::testing::check_regions;

TEST_CASE("comments and strings of C do not begin inside each other") {
  check_regions(
      "c", {"int a; ⟦// it's \"x\"⟧\nint b;", "f(«\"// no comment\"»); ⟦/* \"no string\" */⟧ g();",
            "url = «\"https://x.y/z\"»; ⟦// yes⟧\n", "char q = «'\"'»; char e = «'\\''»; ⟦// '⟧\n",
            "s = «\"a\\\\\"»; ⟦// b⟧\n", "⟦/* a // b **/⟧ c", "⟦/**/⟧ d ⟦/***/⟧", "a / b / c; *p / *q;"});
}

TEST_CASE("a backslash joins a line comment of C with the next line") {
  check_regions("c",
                {"⟦// joined \\\nstill a comment⟧\ncode();", "⟦// joined \\\r\nstill a comment\r⟧\ncode();"});
  check_regions("java", {"⟦// not joined \\⟧\ncode();"});
}

TEST_CASE("an unterminated string of one line ends with its line") {
  check_regions("c", {"a = «\"open»\nb = 1; ⟦// c⟧", "«\"goes on \\\nhere\"»; ⟦// c⟧",
                      "«\"goes on \\\r\nhere\"»; ⟦// c⟧"});
  check_regions("java", {"a = «'»\nb", "«\"»"});
}

TEST_CASE("an unterminated block comment reaches the end") {
  for (const char* language : {"c", "rust", "java", "javascript", "css", "kotlin", "sql", "go"})
    check_regions(language, {"a ⟦/* b\nc \"d\"⟧", "⟦/*⟧", "⟦/*/⟧"});
}

TEST_CASE("digit separators of C++ are no characters") {
  check_regions("cpp", {"auto n = 1'000'000; ⟦// it's⟧\n", "x = 0xFF'FF'00 + 0b1010'1010 + 1'0;",
                        "c = u8«'a'»; d = L«'x'»; e = U«'1'»;", "f(1'000, «'a'», «\"1'0\"»);"});
}

TEST_CASE("raw strings of C++ end at their own delimiter") {
  check_regions("cpp", {"s = R«\"(a \" // ) \" b)\"»; ⟦// c⟧\n", "s = LR«\"x(a )\" )y\" )x\"»;"});
  check_regions("cpp",
                {"s = u8R«\"sql(SELECT '--' /* x */)sql\"»;", "FOR«\"(x\"»; y", "R«\"(never closed»\nnext"});
}

TEST_CASE("Go has raw strings between backquotes") {
  check_regions("go", {"a := «`raw // \" \n`» ⟦// c⟧", "r := «'\\''» + «'`'»; s := «`'`»"});
}

TEST_CASE("text blocks of Java and raw strings of Kotlin span lines") {
  check_regions("java",
                {"String s = «\"\"\"\n  // \"no\" \\\"\"\" comment\n\"\"\"»; ⟦// c⟧", "«\"\"» + «\"x\"»"});
  check_regions("kotlin", {"val s = «\"\"\"a \\ // \" b\"\"\"»; ⟦/* a /* b */ c */⟧ d"});
}

TEST_CASE("code inside string templates is code, and strings in it are strings") {
  check_regions("kotlin", {"«\"a ${»f(«\"x}\"»)«} b\"» ⟦// c⟧", "«\"a ${»x.map {\n y }«}\"»"});
  check_regions("swift", {"«\"a \\(»f(«\")\"») + g(h())«) b\"» ⟦// c⟧"});
  check_regions("dart", {"«'a ${»m[«'k'»]«} b'» + r«'c\\'» ⟦// d⟧"});
  check_regions("scala", {"s«\"a ${»b«} c\"» + «\"$${d}\"» ⟦// e⟧", "val c = «'x'»; type T = F['a]"});
  check_regions("groovy", {"«\"a ${»b.«'x'} c\"» + «'''d ${e}\n'''»"});
  check_regions("csharp", {"«$\"a {»b[«\"k\"»]«} {{c}}\"» + «\"{d}\"»"});
}

TEST_CASE("verbatim and raw strings of C# have their own escapes") {
  check_regions("csharp",
                {"a = «@\"c:\\\"» + «@\"say \"\"hi\"\"\"»; ⟦// d⟧\n",
                 "b = «\"\"\"a \"q\" // \"\"\"»; ⟦// d⟧\n", "c = «\"\"\"\" three \"\"\" quotes \"\"\"\"»;",
                 "d = «$@\"{»x«}\\\"»; e = «@$\"{»x«}\\\"»;", "f = «'\"'» + «'\\''»; ⟦// g⟧"});
}

TEST_CASE("lifetimes and labels of Rust are no characters") {
  check_regions("rust", {"fn f<'a>(x: &'a str) -> char { «'x'» } ⟦// it's⟧\n",
                         "«'\\''» b«'\"'» «'é'» «'\\u{1F600}'» 'outer: loop {}", "'_ 'static T: 'a + «'b'»"});
}

TEST_CASE("raw strings of Rust count their number signs, comments nest") {
  check_regions("rust",
                {"r#«\"a \"q\" // \"#» r«\"\\\"» br##«\"x\"# \"##»", "⟦/* a /* b */ c */⟧ d ⟦//! docs⟧\n",
                 "«\"two\nlines // \\\" \"» e", "#[doc = «\"x\"»]\n#![allow(y)]"});
}

TEST_CASE("what Rust compiles for tests only is no code of the product") {
  check_regions("rust", {"fn f() {}\n#[cfg(test)]\nmod tests ⦅{ fn g() { if x {} } ⦆⟦// }⟧⦅\n}⦆ fn h() {}",
                         "#[cfg(test)] mod tests;\nfn f() {}", "#[cfg(not(test))] fn f() {}",
                         "#[cfg(all(test, unix))] #[allow(x)] impl A ⦅{ a(⦆«\"}\"»⦅) }⦆ fn f() {}",
                         "#[cfg(testing)] fn f() {}", "#[cfg(test)] fn f() ⦅{ never closed⦆"});
}

TEST_CASE("Swift's strings may be fenced by number signs") {
  check_regions("swift", {"#«\"a \"q\" \\(x)\"#» + ##«\"\"\"\n\"# \"\"\"##» ⟦// c⟧",
                          "#if DEBUG\nlet a = «\"x\"»\n#endif"});
}

TEST_CASE("Zig's lines of text, D's nesting comments, Verilog's sized numbers") {
  check_regions("zig", {"const a =\n    «\\\\it's // \"text\"»\n;⟦// c⟧"});
  check_regions("d", {"⟦/+ a /+ b +/ c +/⟧ d = «`\\`»; r«\"\\\"»"});
  check_regions("verilog", {"assign a = 8'hFF; ⟦// it's⟧\n$display(«\"x\"»);"});
}
