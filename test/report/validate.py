#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""validate.py SCHEMA DOCUMENT: prints each violation; exit status 1 if there is one."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    document = json.load(file)

violations = 0
for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
    place = "/".join(str(part) for part in error.absolute_path)
    print(f"{place}: {error.message}"[:500])
    violations += 1
sys.exit(1 if violations else 0)
