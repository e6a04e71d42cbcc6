#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The hook with Debian's pre-commit, on commits that must be stopped and on commits that must pass.
# usage: precommit_test.sh BINARY REPOSITORY_OF_THE_HOOK
set -euo pipefail

binary=$(realpath "$1") hook_repository=$(realpath "$2")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home" "$scratch/bin" "$scratch/hooks" "$scratch/work"
ln -s "$binary" "$scratch/bin/readiness"
export HOME=$scratch/home PRE_COMMIT_HOME=$scratch/cache PATH=$scratch/bin:$PATH GIT_CONFIG_NOSYSTEM=1 NO_COLOR=1
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE CI

# The hook as others get it: from a repository at a revision.
cp "$hook_repository/.pre-commit-hooks.yaml" "$scratch/hooks"
git -C "$scratch/hooks" init -q
git -C "$scratch/hooks" add -A
git -C "$scratch/hooks" commit -q -m hooks

cd "$scratch/work"
git init -q
printf 'repos:\n  - repo: file://%s\n    rev: %s\n    hooks:\n      - id: readiness\n' "$scratch/hooks" \
  "$(git -C "$scratch/hooks" rev-parse HEAD)" >.pre-commit-config.yaml
pre-commit install >/dev/null

failures=0
expect() { # passes|stopped WHAT
  local want=$1 what=$2 got=passes
  git commit -q -m "$what" >"$scratch/output" 2>&1 || got=stopped
  if [[ $got == "$want" ]]; then
    printf 'ok: %s: %s\n' "$got" "$what"
  else
    printf 'FAILED: %s, not %s: %s\n' "$got" "$want" "$what"
    cat "$scratch/output"
    failures=$((failures + 1))
  fi
}
# A key of the documented shape (AKIA and sixteen characters) that belongs to nobody; put together so that this file holds none.
key="AKIA$(printf 'Q3%s' ZX7LMN2KPRT5VW)"

git add .pre-commit-config.yaml
expect passes 'the first commit of a repository'

printf 'def total(items):\n    return sum(items)\n' >shop.py
git add shop.py
expect passes 'harmless code'

printf 'aws_access_key_id = "%s"\n' "$key" >settings.py
git add settings.py
expect stopped 'a new file with a secret'
grep -q 'settings.py:1' "$scratch/output" || { echo 'FAILED: the place is not named'; failures=$((failures + 1)); }
! grep -q "$key" "$scratch/output" || { echo 'FAILED: the secret was printed'; failures=$((failures + 1)); }

printf 'from vault import read\naws_access_key_id = read("aws")\n' >settings.py
expect stopped 'the secret is still staged, only the work tree is clean'

git add settings.py
printf 'aws_access_key_id = "%s"\n' "$key" >>settings.py
expect passes 'the secret is in the work tree only, not staged'
git checkout -q settings.py

printf 'aws_access_key_id = "%s"\n' "$key" >old.py
git add old.py
git commit -q --no-verify -m 'a secret from before the hook'
printf '# the reason why this is here\n' | cat - old.py >new && mv new old.py
git add old.py
expect passes 'a change beside an old secret'

printf 'second_key = "%s"\n' "AKIA$(printf 'W7%s' ABCD3EFGHJ5KMN)" >>old.py
git add old.py
expect stopped 'a second secret in a file that had one'
git reset -q --hard

printf 'key = "%s"  # readiness: allow secrets.* until=2099-01-01 test-data\n' "$key" >fixture.py
git add fixture.py
expect passes 'a secret that is allowed beside it'

git rm -q shop.py
expect passes 'a removed file'

exit $((failures > 0))
