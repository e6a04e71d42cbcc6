// SPDX-License-Identifier: Apache-2.0
#include "app/output.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace readiness::app {
namespace {

std::string folder_of(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : file.substr(0, slash);
}

base::Diagnostic problem(const std::string& file, std::string message) {
  return {.file = file, .message = std::move(message)};
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// A file that is there keeps its permissions; a new one gets what the umask leaves.
mode_t mode_for(const std::string& file) {
  struct stat status {};
  if (lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode)) return status.st_mode & 0777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// Ctrl-C waits for the few milliseconds that a half-written file would be there.
class UninterruptedWhile {
 public:
  UninterruptedWhile() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGALRM}) sigaddset(&ending, signal);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~UninterruptedWhile() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  UninterruptedWhile(const UninterruptedWhile&) = delete;
  UninterruptedWhile& operator=(const UninterruptedWhile&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

std::optional<base::Diagnostic> why_not_writable(const std::string& file) {
  struct stat status {};
  if (lstat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode))
    return problem(file, S_ISLNK(status.st_mode)
                             ? "is a symbolic link; a report is written to regular files only"
                             : "is not a regular file; a report is written to regular files only");
  const std::string folder = folder_of(file);
  if (file.ends_with('/') || stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    return problem(file, "there is no folder " + folder);
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    return problem(file, "the folder " + folder + " cannot be written to");
  return {};
}

std::optional<base::Diagnostic> write_file(const std::string& file, std::string_view text) {
  if (auto refused = why_not_writable(file)) return refused;
  const UninterruptedWhile writing;
  std::string temporary = folder_of(file) + "/.readiness-XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return problem(file, std::strerror(errno));
  const bool written = write_all(descriptor, text) && fchmod(descriptor, mode_for(file)) == 0;
  const bool closed = close(descriptor) == 0;
  if (written && closed && rename(temporary.c_str(), file.c_str()) == 0) return {};
  const std::string why = std::strerror(errno);
  unlink(temporary.c_str());
  return problem(file, "could not be written: " + why);
}

Delivery write_standard_output(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return Delivery::complete;
  return errno == EPIPE ? Delivery::closed : Delivery::failed;
}

void write_standard_error(std::string_view text) { write_all(STDERR_FILENO, text); }

ExitCode answer(std::string_view text, ExitCode code) {
  if (write_standard_output(text) != Delivery::failed) return code;
  write_standard_error("readiness: standard output could not be written\n");
  return code == ExitCode::ok ? ExitCode::incomplete : code;
}

ExitCode failed(const std::vector<base::Diagnostic>& problems) {
  write_standard_error(base::render(problems));
  return ExitCode::usage;
}

ExitCode deliver(const std::vector<Rendered>& texts, ExitCode code) {
  const auto not_delivered = [&code](const std::string& why) {
    write_standard_error(why);
    if (code == ExitCode::ok) code = ExitCode::incomplete;
  };
  for (const Rendered& one : texts) {
    if (one.file.empty()) {
      code = answer(one.text, code);
    } else if (const auto why = write_file(one.file, one.text)) {
      not_delivered(base::render(*why));
    }
  }
  return code;
}

}  // namespace readiness::app
