#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs what examples/ promises: its commands are taken from the files themselves. usage: examples_test.py BINARY ROOT"""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import yaml

BINARY, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
EXAMPLES = ROOT / "examples"
failures = []


def check(condition, what):
    print(("ok: " if condition else "FAILED: ") + what)
    if not condition:
        failures.append(what)


def surroundings(scratch):
    programs = scratch / "bin"
    programs.mkdir(exist_ok=True)
    if not (programs / "readiness").exists():
        (programs / "readiness").symlink_to(BINARY)
    kept = {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    names = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return kept | names | {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(scratch), "LC_ALL": "C.UTF-8"}


def run(command, folder, scratch, **more):
    return subprocess.run(["bash", "-euc", command], cwd=folder, env=surroundings(scratch) | more, capture_output=True, text=True,
                          timeout=120)


def repository(scratch, name, example=None):
    folder = scratch / name
    shutil.copytree(EXAMPLES / example, folder) if example else folder.mkdir()
    run("git init -q -b main && git add -A && git commit -q --allow-empty -m first", folder, scratch)
    return folder


def own_pack(scratch):
    pack = EXAMPLES / "own-pack"
    commands = [line.split("#")[0].strip() for line in (pack / "README.md").read_text().splitlines() if line.startswith("readiness ")]
    check(len(commands) == 4, "own pack: its README has four commands")
    service = repository(scratch, "service")
    (service / "app.py").write_text("import legacy_billing_client\n")
    for command in commands:
        result = run(command.replace("/path/to/repo", shlex.quote(str(service))), pack, scratch)
        check(result.returncode == 0, f"own pack: {command}" + ("" if result.returncode == 0 else "\n" + result.stdout + result.stderr))
        if " show " in command:
            check("high" in result.stdout and "house.yaml" in result.stdout, "own pack: the override is shown with its origin")
        if " audit " in command:
            check("billing client" in result.stdout, "own pack: its finding is in the report")


def configured(scratch):
    folder = repository(scratch, "configured", "configured")
    result = run("readiness audit . --format json", folder, scratch)
    check(result.returncode == 0, "configured: the gate is met" + ("" if result.returncode == 0 else "\n" + result.stderr))
    report = json.loads(result.stdout)
    verdicts = {c["id"]: c["verdict"] for c in report["checks"]}
    check(verdicts.get("tools.help") == "pass", "configured: its own pack is audited")
    check(verdicts.get("docs.changelog") == "attested", "configured: the attestation holds")
    check(verdicts.get("ci.dependency-updates") == "waived", "configured: the waiver holds")
    check("docs.architecture" not in verdicts, "configured: a skipped check is gone")
    check(not any(i.startswith("frontend.") for i in verdicts), "configured: a skipped pack is gone")
    (folder / "docs/releases.md").write_text("# Releases\n")
    report = json.loads(run("readiness audit . --format json", folder, scratch).stdout)
    verdicts = {c["id"]: c["verdict"] for c in report["checks"]}
    check(verdicts.get("docs.changelog") not in ("attested", "pass"), "configured: an attestation whose evidence is gone fails")


def pipeline(scratch, name, commands, variables, reports):
    """The audit of a pipeline where nothing critical fails, and after a change that takes the tests out of CI."""
    check(commands, f"{name}: has audit commands")
    for case, want in (("good", 0), ("bad", 1)):
        folder = repository(scratch, f"{name}-{case}", "configured")
        base = run("git rev-parse HEAD", folder, scratch).stdout.strip()
        if case == "bad":
            (folder / ".github/workflows/ci.yml").unlink()
            (folder / ".readiness.toml").write_text("[checks]\nskip = [\"ci.*\"]\n")  # tries to loosen its own gate
            run("git commit -qam change", folder, scratch)
        values = {k: base if v == "BASE" else v for k, v in variables.items()}
        result = run(" && ".join(commands), folder, scratch, CI="true", **values)
        check(result.returncode == want, f"{name}: {case} ends with {want}" +
              ("" if result.returncode == want else f", not {result.returncode}\n{result.stdout}{result.stderr}"))
        missing = [report for report in reports if not (folder / report).exists()]
        check(not missing, f"{name}: {case} leaves its reports {missing}")
        check(json.loads((folder / "readiness.json").read_text())["schema"] == "readiness/report@1", f"{name}: {case} leaves JSON")


def github(scratch):
    steps = {}
    for file, name, permissions in (
            ("readiness.yml", "audit", {"contents": "read", "security-events": "write", "actions": "read"}),
            ("pull-request.yml", "compare", {"contents": "read"})):
        workflow = yaml.safe_load((EXAMPLES / "github" / file).read_text())
        job = workflow["jobs"][name]
        check(workflow["permissions"] == permissions, f"{file}: may do what it needs and nothing else")
        check("${{" not in "".join(s.get("run", "") for s in job["steps"]), f"{file}: no expression inside a script")
        check(any(s.get("with", {}).get("fetch-depth") == 0 for s in job["steps"]), f"{file}: fetches what it needs")
        steps |= {s.get("name"): s for s in job["steps"]}
    pipeline(scratch, "compare", [steps["Compare"]["run"]], {"BASE": "BASE"}, ["readiness.md"])
    kept = steps["Keep the reports"]["with"]["path"].split() + [steps["Upload to code scanning"]["with"]["sarif_file"], "page.md"]
    pipeline(scratch, "github", [f'status=0; {steps["Audit"]["run"]} || status=$?; {steps["Show the summary"]["run"]}; exit $status'],
             {"POLICY": "BASE", "GITHUB_STEP_SUMMARY": "page.md"}, kept)


def gitlab(scratch):
    job = yaml.safe_load((EXAMPLES / "gitlab/readiness.gitlab-ci.yml").read_text())["readiness"]
    kept = job["artifacts"]["paths"] + list(job["artifacts"]["reports"].values())
    pipeline(scratch, "gitlab", job["script"], {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "BASE"}, kept)
    pipeline(scratch, "gitlab-branch", job["script"], {"CI_COMMIT_SHA": "BASE"}, kept)


def main():
    with tempfile.TemporaryDirectory(prefix="readiness-examples-") as folder:
        for example in (own_pack, configured, github, gitlab):
            example(pathlib.Path(folder))
    print(f"{len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
