// SPDX-License-Identifier: Apache-2.0
// A list of what is refused, not of what is allowed: a new C library that uses a new call must not break us.
#include "app/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace readiness::app {

#if (defined(__x86_64__) || defined(__aarch64__)) && !defined(READINESS_SANITIZED)
namespace {

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#else
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#endif
constexpr unsigned kOtherNumbers = 0x40000000;  // x32 has the same calls under these

constexpr sock_filter load(std::size_t offset) {
  return {BPF_LD | BPF_W | BPF_ABS, 0, 0, static_cast<unsigned>(offset)};
}
constexpr sock_filter skip_unless(unsigned short test, unsigned value, unsigned char lines) {
  return {static_cast<unsigned short>(BPF_JMP | test | BPF_K), 0, lines, value};
}
constexpr sock_filter answer(unsigned value) { return {BPF_RET | BPF_K, 0, 0, value}; }
constexpr unsigned kRefuse = SECCOMP_RET_ERRNO | EPERM;

constexpr std::array kFilter{
    load(offsetof(seccomp_data, arch)),
    skip_unless(BPF_JEQ, kMachine, 14),
    load(offsetof(seccomp_data, nr)),
    skip_unless(BPF_JGE, kOtherNumbers, 1),
    answer(kRefuse),
    skip_unless(BPF_JEQ, SYS_execve, 1),
    answer(kRefuse),
    skip_unless(BPF_JEQ, SYS_execveat, 1),
    answer(kRefuse),
    skip_unless(BPF_JEQ, SYS_socket, 1),
    answer(kRefuse),
    skip_unless(BPF_JEQ, SYS_io_uring_setup, 1),  // opens sockets as well
    answer(kRefuse),
    skip_unless(BPF_JEQ, SYS_ptrace, 1),  // makes another process do it
    answer(kRefuse),
    answer(SECCOMP_RET_ALLOW),
    answer(SECCOMP_RET_ALLOW),  // of another machine's numbers nothing is known
};

}  // namespace

void give_up_programs_and_networks() {
  std::array<sock_filter, kFilter.size()> lines = kFilter;
  const sock_fprog program{static_cast<unsigned short>(lines.size()), lines.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
void give_up_programs_and_networks() {}  // the sanitizers need both
#endif

}  // namespace readiness::app
