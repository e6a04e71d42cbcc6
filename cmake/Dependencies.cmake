# SPDX-License-Identifier: Apache-2.0
# Every library that we use, found in one place; the versions are Debian 12's, the oldest that is tested.
# A guest library is linked by the one layer that owns it (docs/architecture.md).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8>=10.42)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib>=1.2.13)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml>=1.13)
pkg_check_modules(CMARK_GFM REQUIRED IMPORTED_TARGET libcmark-gfm>=0.29)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)  # has no pkg-config file of its own
if(READINESS_TESTS)
  find_package(Catch2 2.13 REQUIRED)
endif()
if(READINESS_BENCH)
  find_package(benchmark 1.7 REQUIRED)
endif()
