// SPDX-License-Identifier: Apache-2.0
#include "document/document_text.h"

using namespace readiness::document;

namespace {

std::string ini(std::string_view text) { return parsed(Format::ini, text); }

}  // namespace

TEST_CASE("an INI file becomes sections of strings") {
  CHECK(ini("top = 0\n; c\n[a]\nx=1\ny : two words \n# c\nflag\n[b \"c\"]\nz = \n") ==
        "{top: '0', a: {x: '1', y: 'two words', flag: null}, b \"c\": {z: ''}}");
}

TEST_CASE("indented lines continue a value, but not in git's style of indented keys") {
  CHECK(ini("[t]\ndeps =\n    pytest\n    # no\n    mypy\ncmd = a\n") ==
        "{t: {deps: '\npytest\nmypy', cmd: 'a'}}");
  CHECK(ini("[user]\n\tname = A\n\temail = b\n") == "{user: {name: 'A', email: 'b'}}");
  CHECK(ini("[Service]\nExecStart=/bin/x \\\n--flag\nUser=u\nPath=c:\\\nB=1\n") ==
        "{Service: {ExecStart: '/bin/x --flag', User: 'u', Path: 'c:\\', B: '1'}}");
}

TEST_CASE("a section that comes again goes on and the last value of a key counts") {
  CHECK(ini("[a]\nx=1\n[b]\ny=1\n[a]\nx=2\nz=3\n") == "{a: {x: '2', z: '3'}, b: {y: '1'}}");
}

TEST_CASE("INI marks and mistakes have their place") {
  CHECK(mark_of(Format::ini, "[a]\r\n  key  =  v\r\n", "$.a.key") == "2:11");
  CHECK(ini("[a]\n[b\n") == "f:2:1: the section's name is never closed with ']'\n    [b\n    ^\n");
  CHECK(ini("[a]\nk=\xE9\n") == "{a: {k: 'é'}}");
}
