#===- test/golden/harness/cases.py - Read golden cases and their claims -*- python -*-===#
#
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""A case is one C file that tells one story; its comments claim what the tool must say about it.

    // Two functions take the same two spinlocks in opposite orders.     the story
    // CLEAN                                                             line 2: no report at all
    // CONFIGS: all                                                      line 2 or 3: under every configuration
    // ARGS: --root=forward                                              more arguments of the tool
    // ERRORS: why this does not compile                                 else a compile error fails the case
    //--- other.c                                                        the next unit (a .h is no unit)

Claims and marks stand on the line they speak of, or on comment lines directly under it; what does not
fit goes on in comment lines with three blanks after the slashes:

    // BUG lock-order: a -> b -> a                     a true defect, at high confidence
    // BUG lock-order medium: a -> b -> a; why         at another tier, which has its reason
    // BUG[x]{rt,up} lock-order: a -> b -> a; why      its marks begin with x; only in these configurations
    // FALSE lock-order low: why                       a known false positive
    // MISS lock-order: why                            a known defect that is not found
    // 1.2 wants b; 2.1 holds b                        marks: step 2 of edge 1, step 1 of edge 2
    // x1.1 holds a                                    the same for BUG[x]
    // 1.2 holds a in mutex.h                          a step inside a header of the kernel
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

TIERS = ("high", "medium", "low")
EVENTS = ("holds", "calls", "wants", "releases", "starts", "enters", "sleeps", "waits")
CONFIGURATIONS = ("shipped", "lockdep", "rt", "up")
ANY_LINE = 0  # in a header of the kernel: each version has its own

_SECTION = re.compile(r"//--- (\w[\w.-]*\.[ch])$")
_COMMENT = re.compile(r"//(.*)$")
_CLAIM = re.compile(
    r"(BUG|FALSE|MISS)(?:\[([a-z]\w*)\])?(?:\{([\w,]+)\})? ([a-z][a-z-]*)(?: (high|medium|low))?: (.+)$"
)
_MARK = re.compile(r"([a-z]\w*?)?(\d+)\.(\d+) (\w+) (\S+)(?: in (\w[\w-]*\.h))?$")


class CaseError(Exception):
    """The case itself is wrong, whatever the tool says."""


@dataclass(frozen=True)
class Place:
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Step:
    event: str
    what: str
    where: Place

    def __str__(self) -> str:
        return f"{self.where} {self.event} {self.what}"


@dataclass
class Claim:
    kind: str  # BUG, FALSE, MISS
    label: str
    configurations: tuple[str, ...]
    check: str
    tier: str
    text: str
    where: Place
    steps: dict[tuple[int, int], Step] = field(default_factory=dict)

    def witnesses(self) -> list[list[Step]]:
        """The marks in their order; a gap in the numbers is an error of the case."""
        found: list[list[Step]] = []
        for (edge, number), step in sorted(self.steps.items()):
            if edge == len(found) + 1:
                found.append([])
            if edge != len(found) or number != len(found[-1]) + 1:
                raise CaseError(f"{step.where}: the mark before {self.label}{edge}.{number} is missing")
            found[-1].append(step)
        return found


@dataclass
class Case:
    name: str  # path below cases/, without .c
    story: str
    clean: bool
    configurations: tuple[str, ...]
    arguments: list[str]
    may_fail_to_compile: bool
    parts: dict[str, str]  # file name -> text, line numbers as in the case's own file
    claims: list[Claim]

    @property
    def units(self) -> list[str]:
        return [name for name in self.parts if name.endswith(".c")]

    @property
    def has_defect(self) -> bool:
        return any(claim.kind != "FALSE" for claim in self.claims)


def read_case(path: Path, root: Path) -> Case:
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) < 2 or not lines[0].startswith("// "):
        raise CaseError("line 1 must tell the story in a comment")
    parts = _split(path.name, lines)
    claims, marks = _comments(parts)
    case = Case(
        name=str(path.relative_to(root).with_suffix("")),
        story=lines[0][3:],
        clean=lines[1] == "// CLEAN",
        configurations=CONFIGURATIONS if "// CONFIGS: all" in lines[1:3] else CONFIGURATIONS[:1],
        arguments=_header(lines, "// ARGS: ").split(),
        may_fail_to_compile=bool(_header(lines, "// ERRORS: ")),
        parts={name: "\n".join(text) + "\n" for name, text in parts.items()},
        claims=claims,
    )
    _check(case, claims, marks)
    return case


def _header(lines: list[str], prefix: str) -> str:
    for line in lines[1:6]:
        if line.startswith(prefix):
            return line.removeprefix(prefix)
    return ""


def _split(first: str, lines: list[str]) -> dict[str, list[str]]:
    """Later parts begin with blank lines, so that a line has one number in all messages."""
    parts: dict[str, list[str]] = {first: []}
    name = first
    for number, line in enumerate(lines, 1):
        if section := _SECTION.match(line):
            name = section[1]
            if name in parts:
                raise CaseError(f"line {number}: a second part {name}")
            parts[name] = [""] * number
        else:
            parts[name].append(line)
    return parts


Mark = tuple[str, int, int, Step]


def _comments(parts: dict[str, list[str]]) -> tuple[list[Claim], list[Mark]]:
    claims: list[Claim] = []
    marks: list[Mark] = []
    for name, lines in parts.items():
        code_line = 0
        for number, line in enumerate(lines, 1):
            comment = _COMMENT.search(line)
            code = line[: comment.start()] if comment else line
            if code.strip():
                code_line = number
            elif comment and claims and comment[1].startswith("   "):
                claims[-1].text += " " + comment[1].strip()
                continue
            if comment:
                _comment(comment[1].strip(), Place(name, number), Place(name, code_line), claims, marks)
    return claims, marks


def _comment(text: str, here: Place, where: Place, claims: list[Claim], marks: list[Mark]) -> None:
    if re.match(r"(BUG|FALSE|MISS)\b", text):
        parsed = _CLAIM.match(text)
        if not parsed:
            raise CaseError(f"{here}: not a claim: {text}")
        kind, label, configurations, check, tier, what = parsed.groups()
        only = tuple(configurations.split(",")) if configurations else CONFIGURATIONS
        if not set(only) <= set(CONFIGURATIONS):
            raise CaseError(f"{here}: unknown configuration in {configurations}")
        claims.append(Claim(kind, label or "", only, check, tier or TIERS[0], what, where))
    elif re.match(r"\w*\d+\.\d+ ", text):
        for mark in text.split("; "):
            parsed = _MARK.match(mark)
            if not parsed or parsed[4] not in EVENTS:
                raise CaseError(f"{here}: not a mark: {mark}")
            label, edge, number, event, what, header = parsed.groups()
            step = Step(event, what, Place(header, ANY_LINE) if header else where)
            marks.append((label or "", int(edge), int(number), step))


def _check(case: Case, claims: list[Claim], marks: list[Mark]) -> None:
    if case.clean == bool(claims):
        raise CaseError("a case has claims, or CLEAN on line 2, and not both")
    for claim in claims:
        if claim.kind == "BUG" and claim.text.count("; ") == 0:
            if claim.tier != TIERS[0]:
                raise CaseError(f"{claim.where}: a BUG that is not high says why: `; REASON`")
            if claim.configurations != CONFIGURATIONS:
                raise CaseError(f"{claim.where}: a BUG of some configurations says why: `; REASON`")
    bugs = [claim for claim in claims if claim.kind == "BUG"]
    for label, edge, number, step in marks:
        owners = [claim for claim in bugs if claim.label == label]
        if not owners:
            raise CaseError(f"{step.where}: the mark {label}{edge}.{number} belongs to no BUG")
        for claim in owners:
            if (edge, number) in claim.steps:
                raise CaseError(f"{step.where}: a second mark {label}{edge}.{number}")
            claim.steps[edge, number] = step
    for claim in bugs:
        if not claim.witnesses():
            raise CaseError(f"{claim.where}: BUG[{claim.label}] has no marks for its witnesses")


def find_cases(root: Path, wanted: list[str]) -> list[Path]:
    paths = sorted(root.rglob("*.c"))
    if not wanted:
        return paths
    return [path for path in paths if any(word in str(path.relative_to(root)) for word in wanted)]


def missing_twins(cases: list[Case]) -> list[str]:
    """Every defect has an -ok twin in which there is none."""
    by_name = {case.name: case for case in cases}
    complaints = []
    for case in cases:
        twin = by_name.get(case.name + "-ok")
        if case.has_defect and twin is None:
            complaints.append(f"{case.name}: no twin {case.name}-ok")
        elif case.has_defect and twin is not None and twin.has_defect:
            complaints.append(f"{twin.name}: the twin of a defect claims a defect")
        if case.name.endswith("-ok") and case.name.removesuffix("-ok") not in by_name:
            complaints.append(f"{case.name}: twin of nothing")
    return complaints
