// SPDX-License-Identifier: Apache-2.0
#include "app/confinement.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <cstdlib>
#include <thread>

#if (defined(__x86_64__) || defined(__aarch64__)) && !defined(READINESS_SANITIZED)
TEST_CASE("a confined process runs no program and opens no network, and its threads work") {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    readiness::app::give_up_programs_and_networks();
    int failures = 0;
    std::thread([&failures] { failures += socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM ? 1 : 0; }).join();
    failures += socket(AF_UNIX, SOCK_STREAM, 0) < 0 && errno == EPERM ? 1 : 0;
    char program[] = "/bin/true";
    char* const words[] = {program, nullptr};
    execv(program, words);
    failures += errno == EPERM ? 1 : 0;
    _exit(failures);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 3);
}
#endif
