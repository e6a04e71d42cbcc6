# SPDX-License-Identifier: Apache-2.0
# One static library a layer, one test program a layer: `readiness_<layer>` and `<layer>_tests`.
add_library(readiness_flags INTERFACE)
target_compile_options(readiness_flags INTERFACE -Wall -Wextra -Wshadow -Wconversion -fno-omit-frame-pointer
  $<$<BOOL:${READINESS_DEV}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT READINESS_DEV)
  target_compile_options(readiness_flags INTERFACE -Wno-restrict)  # GCC 12 cries wolf over std::string (PR 105651)
endif()
target_include_directories(readiness_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(READINESS_SANITIZE)
  target_compile_options(readiness_flags INTERFACE -fsanitize=${READINESS_SANITIZE} -fno-sanitize-recover=all -O1 -g1)
  target_compile_definitions(readiness_flags INTERFACE _GLIBCXX_ASSERTIONS READINESS_SANITIZED)
  target_link_options(readiness_flags INTERFACE -fsanitize=${READINESS_SANITIZE})
endif()
if(READINESS_FUZZ)
  target_compile_options(readiness_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# readiness_layer(NAME [layers and libraries it may use…]): every .cpp of the folder, sub-folders included.
function(readiness_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")  # programs are linked from the library, not part of it
  if(NOT sources)  # a layer that is still only a header
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/${name}_is_empty.cpp)
    file(WRITE ${sources} "")
  endif()
  add_library(readiness_${name} STATIC ${sources})
  target_link_libraries(readiness_${name} PUBLIC readiness_flags ${ARGN})
  if(READINESS_TIDY)
    set_target_properties(readiness_${name} PROPERTIES CXX_CLANG_TIDY "clang-tidy;--quiet;--warnings-as-errors=*")
  endif()
endfunction()

# readiness_tests(LAYER [more libraries…]): tests/<layer>/*_test.cpp as one Catch2 program, one CTest test.
function(readiness_tests layer)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${layer}/*_test.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${layer}_tests $<TARGET_OBJECTS:catch_main> ${sources})
  target_link_libraries(${layer}_tests PRIVATE readiness_${layer} Catch2::Catch2 ${ARGN})
  target_include_directories(${layer}_tests PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_compile_definitions(${layer}_tests PRIVATE READINESS_ROOT="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${layer} COMMAND ${layer}_tests)
endfunction()

# readiness_fuzzers(): every tests/fuzz/<layer>_<what>_fuzz.cpp as one libFuzzer program that links its layer.
function(readiness_fuzzers)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
  foreach(source IN LISTS sources)
    get_filename_component(name ${source} NAME_WE)
    string(REGEX MATCH "^[a-z]+" layer ${name})
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE readiness_${layer})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)  # the tests' own hostile data
    target_compile_options(${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
endfunction()
