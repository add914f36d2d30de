#===- test/golden/harness/judge.py - Compare findings with claims -*- python -*-===#
#
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""What the tool printed for one case under one configuration against what the case claims."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from harness.cases import ANY_LINE, TIERS, Case, Claim, Place, Step


@dataclass
class Finding:
    check: str
    tier: str
    message: str
    locks: list[str]
    where: Place
    witnesses: list[list[Step]]
    reasons: list[str]

    @staticmethod
    def read(data: dict[str, Any]) -> Finding:
        def place(location: dict[str, Any]) -> Place:
            return Place(PurePath(location["file"]).name, location["line"])

        return Finding(
            check=data["check"],
            tier=data["confidence"],
            message=data["message"],
            locks=data["locks"],
            where=place(data["location"]),
            witnesses=[
                [Step(step["event"], step["lock"], place(step)) for step in witness["steps"]]
                for witness in data["witnesses"]
            ],
            reasons=data.get("reasons", []),
        )

    @property
    def what(self) -> str:
        """Of "possible circular locking dependency: a -> b -> a" the part that differs."""
        return self.message.partition(": ")[2] or self.message

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.check} {self.tier}: {self.what}"]
        lines += [f"    reason: {reason}" for reason in self.reasons]
        for edge, steps in enumerate(self.witnesses, 1):
            lines += [f"    {step.where}\t// {edge}.{n} {step.event} {step.what}" for n, step in enumerate(steps, 1)]
        return "\n".join(lines)


def judge(case: Case, configuration: str, output: str, status: int) -> list[str]:
    """Complaints, none if everything is as claimed."""
    try:
        report = json.loads(output)
        findings = [Finding.read(finding) for finding in report["findings"]]
        ledger = report["ledger"]
    except (ValueError, KeyError, TypeError) as error:
        return [f"the tool's output is not the JSON it should be: {error!r}"]
    complaints = _judge_run(case, ledger, findings, status)
    unclaimed = list(findings)
    for claim in case.claims:
        if configuration in claim.configurations and claim.kind != "MISS":
            complaints += _judge_claim(claim, unclaimed)
    for finding in unclaimed:
        known = any(claim.kind == "MISS" and claim.check == finding.check for claim in case.claims)
        hint = " (is it the MISS of this case? then make that BUG)" if known else ""
        complaints.append(f"a report without a claim{hint}:\n  {finding}")
    return complaints


def _judge_run(case: Case, ledger: dict[str, Any], findings: list[Finding], status: int) -> list[str]:
    complaints = []
    expected = 1 if any(finding.tier != TIERS[-1] for finding in findings) else 0
    if status != expected:
        complaints.append(f"exit status {status} instead of {expected}")
    if ledger["lost_units"]:
        complaints.append(f"lost units: {ledger['lost_units']}")
    if ledger["units"] != len(case.units):
        complaints.append(f"{ledger['units']} units instead of {len(case.units)}")
    if ledger["compile_errors"] and not case.may_fail_to_compile:
        complaints.append("compile errors, and the case does not say `// ERRORS: why`")
    if not ledger["compile_errors"] and case.may_fail_to_compile:
        complaints.append("no compile errors, although the case says `// ERRORS:`")
    return complaints


def _judge_claim(claim: Claim, unclaimed: list[Finding]) -> list[str]:
    """Takes the finding that the claim speaks of out of `unclaimed`."""
    here = [f for f in unclaimed if f.check == claim.check and f.where == claim.where]
    if claim.kind == "BUG":
        here = [f for f in here if _same_what(claim.text, f)]
    if not here:
        known = "known false positive has gone, delete the line" if claim.kind == "FALSE" else "not reported"
        return [f"{claim.where}: {claim.kind} {claim.check}: {claim.text}: {known}"]
    finding = here[0]
    unclaimed.remove(finding)
    complaints = []
    if finding.tier != claim.tier:
        why = "".join(f"\n  reason: {reason}" for reason in finding.reasons)
        complaints.append(f"{claim.where}: tier {finding.tier} instead of {claim.tier}{why}")
    if claim.kind == "BUG" and not _same_witnesses(claim.witnesses(), finding):
        complaints.append(f"{claim.where}: other witnesses than the marks say:\n  {finding}")
    return complaints


def _same_what(claimed: str, finding: Finding) -> bool:
    claimed = claimed.partition("; ")[0]
    words = claimed.split()
    found = finding.what.partition("; ")[0].split()  # behind that a message says what to do
    return len(words) == len(found) and all(_same_name(word, name) for word, name in zip(words, found))


def _same_witnesses(claimed: list[list[Step]], finding: Finding) -> bool:
    if [len(steps) for steps in claimed] != [len(steps) for steps in finding.witnesses]:
        return False
    pairs = [pair for left, right in zip(claimed, finding.witnesses) for pair in zip(left, right)]
    return all(
        mark.event == step.event and _same_place(mark.where, step.where) and _same_name(mark.what, step.what)
        for mark, step in pairs
    )


def _same_place(claimed: Place, found: Place) -> bool:
    return claimed.file == found.file and claimed.line in (ANY_LINE, found.line)


def _same_name(claimed: str, found: str) -> bool:
    """A claim need not write the `@file` of a static lock (but its `/subclass`)."""
    return claimed in (found, re.sub(r"@[^@]*\.[ch](?=$|/\d+$)", "", found))
