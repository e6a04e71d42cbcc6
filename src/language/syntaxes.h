// SPDX-License-Identifier: Apache-2.0
// The syntaxes that the rows of the language table name.
#pragma once
#include "language/syntax.h"

namespace readiness::language {

// syntaxes_braces.cpp: C and its descendants
extern const Syntax kC, kCpp, kGo, kJava, kKotlin, kScala, kGroovy, kCsharp, kRust, kSwift, kDart, kZig, kD,
    kPlainBraces, kProtobuf, kThrift, kSolidity, kVerilog;
// syntaxes_web.cpp: JavaScript, PHP, style sheets
extern const Syntax kJavascript, kCoffeescript, kPhp, kCss, kScss, kSass, kStylus;
// syntaxes_script.cpp: scripting languages
extern const Syntax kPython, kStarlark, kRuby, kCrystal, kPerl, kShell, kFish, kPowershell, kBatch, kLua,
    kTcl, kAwk, kR, kJulia, kElixir, kNim, kGdscript, kMakefile, kVimScript;
// syntaxes_more.cpp: ML, Lisp, logic, Pascal, Fortran, databases …
extern const Syntax kHaskell, kElm, kOcaml, kFsharp, kErlang, kClojure, kLisp, kEmacsLisp, kProlog, kSql,
    kPascal, kAda, kVhdl, kFortran, kCobol, kVisualBasic, kMatlab, kAssembly, kTex, kReason;
// syntaxes_data.cpp: data and configuration
extern const Syntax kPlain, kJson, kJsonc, kYaml, kToml, kIni, kProperties, kDotenv, kDockerfile, kCmake,
    kHcl, kNix, kGraphql, kHashComments, kAsciidoc, kRestructuredText, kSemicolonComments;
// syntaxes_markup.cpp: markup and templates with islands of code
extern const Syntax kHtml, kXml, kMarkdown, kVue, kSvelte, kAstro, kPhpPage, kErb, kEjs, kJsp, kEex, kRazor,
    kHandlebars, kJinja, kBlade, kPug, kHaml, kSlim, kLiquid;

}  // namespace readiness::language
