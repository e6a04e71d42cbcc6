# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT: the style and the script of the HTML report as C++ strings, with the hashes by which the page's own
# content security policy admits them and nothing else. Run as cmake -DSTYLE=… -DSCRIPT=… -DOUTPUT=… -P.
function(base64_sha256 text out)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  string(APPEND hex "00")  # 264 bits: 44 characters, the last of which is padding
  set(result "")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING "${hex}" ${at} 3 digits)
    math(EXPR bits "0x${digits}")
    math(EXPR high "${bits} >> 6")
    math(EXPR low "${bits} & 63")
    foreach(index ${high} ${low})
      string(SUBSTRING "${alphabet}" ${index} 1 character)
      string(APPEND result ${character})
    endforeach()
  endforeach()
  string(SUBSTRING "${result}" 0 43 result)
  set(${out} "${result}=" PARENT_SCOPE)
endfunction()

file(READ ${STYLE} style)
file(READ ${SCRIPT} script)
base64_sha256("${style}" style_hash)
base64_sha256("${script}" script_hash)
file(WRITE ${OUTPUT} "// Made by cmake/EmbedPage.cmake.
#include \"report/html/assets.h\"

namespace readiness::report::html {

std::string_view page_style() { return R\"asset(${style})asset\"; }
std::string_view page_style_hash() { return \"${style_hash}\"; }
std::string_view page_script() { return R\"asset(${script})asset\"; }
std::string_view page_script_hash() { return \"${script_hash}\"; }

}  // namespace readiness::report::html
")
