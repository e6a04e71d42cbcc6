// SPDX-License-Identifier: Apache-2.0
#include "app/process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>


namespace readiness::app {
namespace {

#if !defined(READINESS_SANITIZED)
extern "C" void die_of_a_bug(int) {
  constexpr std::string_view kText =
      "readiness: internal error: the process was about to crash; nothing it printed is a verdict\n"
      "           please report it with the command line: readiness version shows what else is needed\n";
  give_up_now(kText, ExitCode::internal);
}

void catch_crashes() {
  static std::array<char, 64 * 1024> stack;  // a stack overflow leaves no other to run on
  stack_t alternate{};
  alternate.ss_sp = stack.data();
  alternate.ss_size = stack.size();
  sigaltstack(&alternate, nullptr);
  struct sigaction action {};
  action.sa_handler = &die_of_a_bug;
  action.sa_flags = SA_ONSTACK;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigaction(signal, &action, nullptr);
}
#else
void catch_crashes() {}  // the sanitizer's report is worth more
#endif

}  // namespace

void prepare_process() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);  // a report that may not be so large is an error to be told, not an end
  std::set_terminate([] { std::abort(); });  // what is said of a crash then is enough
  catch_crashes();
}

void give_up_now(std::string_view text, ExitCode code) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
  _exit(static_cast<int>(code));
}

void end_process(int code) {
#if defined(READINESS_SANITIZED)
  std::exit(code);  // leaks are looked for on the way out
#else
  std::fflush(nullptr);
  std::_Exit(code);
#endif
}

}  // namespace readiness::app
