#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every built-in pack, and the example pack, against docs/pack.schema.json; and shows that the schema refuses mistakes.

usage: pack_schema_test.py ROOT
"""
import copy
import json
import pathlib
import sys

import jsonschema
import yaml


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    schema = json.loads((root / "docs/pack.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    packs = sorted(root.glob("rules/*.yaml")) + sorted(root.glob("examples/own-pack/**/*.yaml"))
    failures = 0
    for pack in packs:
        for error in validator.iter_errors(yaml.load(pack.read_text(), Loader=yaml.CSafeLoader)):
            deepest = jsonschema.exceptions.best_match([error])
            print(f"{pack.name}: {'/'.join(map(str, deepest.absolute_path))}: {deepest.message[:300]}")
            failures += 1
    good = yaml.safe_load((root / "rules/docs.yaml").read_text())
    for mistake in ({"chekcs": []}, {"checks": [{"id": "docs.x"}]}, {"probes": {"a": {"pth": "x"}}}):
        broken = copy.deepcopy(good)
        broken.update(mistake)
        if validator.is_valid(broken):
            print(f"the schema takes {mistake}")
            failures += 1
    print(f"{len(packs)} packs, {failures} failures")
    return 1 if failures or not packs else 0


sys.exit(main())
