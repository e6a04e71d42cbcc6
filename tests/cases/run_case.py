#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs one case: a folder NNNN-slug (NNNN is the issue) with

  command         bash, run with -e in a fresh copy of repo/; `readiness` is the program under test
  repo/           optional: the files that the copy begins with
  stdout.golden   optional: what standard output must be
  stderr.golden   optional: what standard error must be
  exit_code       optional: of the command (0)

READINESS_ACCEPT=1 writes the goldens instead of comparing; review the diff. usage: run_case.py BINARY CASE_FOLDER
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

LIMIT_SECONDS = 120


def environment(home: pathlib.Path, programs: pathlib.Path) -> dict:
    """The same surroundings on every machine: names, dates, locale; no configuration of the person who runs it."""
    kept = {k: v for k, v in os.environ.items() if k in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH")}
    return kept | {
        "PATH": f"{programs}:/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb",
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z", "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    }


def prepare(scratch: pathlib.Path, binary: pathlib.Path, case: pathlib.Path) -> pathlib.Path:
    for name in ("home", "programs"):
        (scratch / name).mkdir()
    (scratch / "home/.gitconfig").write_text(
        "[user]\nname = Test\nemail = test@example.org\n[init]\ndefaultBranch = main\n[safe]\ndirectory = *\n")
    (scratch / "programs/readiness").symlink_to(binary.resolve())
    work = scratch / "repo"
    if (case / "repo").is_dir():
        shutil.copytree(case / "repo", work, symlinks=True)
    else:
        work.mkdir()
    return work


def differences(golden: pathlib.Path, got: bytes) -> list:
    if os.environ.get("READINESS_ACCEPT") == "1":
        if golden.exists():
            golden.write_bytes(got)
        return []
    if not golden.exists():
        return []
    want = golden.read_bytes()
    if want == got:
        return []
    lines = [text.decode("utf-8", "backslashreplace").splitlines(keepends=True) for text in (want, got)]
    return list(difflib.unified_diff(*lines, golden.name, "now"))


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    binary, case = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="readiness-case-") as folder:
        scratch = pathlib.Path(folder)
        work = prepare(scratch, binary, case)
        run = subprocess.run(["bash", "-eu", str(case / "command")], cwd=work, capture_output=True, timeout=LIMIT_SECONDS,
                             env=environment(scratch / "home", scratch / "programs"), stdin=subprocess.DEVNULL)
    want_code = int((case / "exit_code").read_text()) if (case / "exit_code").exists() else 0
    problems = differences(case / "stdout.golden", run.stdout) + differences(case / "stderr.golden", run.stderr)
    if run.returncode != want_code:
        problems.append(f"exit code {run.returncode}, not {want_code}\n")
        problems.append(run.stdout.decode("utf-8", "backslashreplace") + run.stderr.decode("utf-8", "backslashreplace"))
    sys.stdout.write("".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
