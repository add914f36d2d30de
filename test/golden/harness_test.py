#!/usr/bin/env python3
#===- test/golden/harness_test.py - Can the golden tests fail? -*- python -*-===#
#
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""A harness that accepts everything would look just as green, so each way to fail is shown here."""

from __future__ import annotations

import sys

sys.dont_write_bytecode = True  # the source tree may be read-only

import copy
import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from harness.cases import Case, CaseError, missing_twins, read_case
from harness.judge import judge
from harness.kernel import KernelCommand

INVERSION = """\
// Two functions disagree.
#include "kernel.h"
void forward(void)
{
	spin_lock(&a);		// 1.1 holds a
	spin_lock(&b);		// 1.2 wants b
				// BUG lock-order: a -> b -> a
}
void backward(void)
{
	spin_lock(&b);		// 2.1 holds b
	spin_lock(&a);		// 2.2 wants a
}
"""


def case_of(text: str, name: str = "story.c") -> Case:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_case(path, Path(folder))


def step(event: str, lock: str, line: int, file: str = "story.c") -> dict[str, Any]:
    return {"event": event, "lock": lock, "function": "f", "file": file, "line": line, "column": 2}


def report() -> dict[str, Any]:
    """What the tool prints for INVERSION."""
    return {
        "findings": [
            {
                "check": "lock-order",
                "confidence": "high",
                "message": "possible circular locking dependency: a@story.c -> b -> a@story.c",
                "locks": ["a@story.c", "b"],
                "location": {"file": "story.c", "line": 6, "column": 2},
                "witnesses": [
                    {"label": "", "steps": [step("holds", "a@story.c", 5), step("wants", "b", 6)]},
                    {"label": "", "steps": [step("holds", "b", 11), step("wants", "a@story.c", 12)]},
                ],
            }
        ],
        "ledger": {"units": 1, "lost_units": [], "compile_errors": 0},
    }


class Judging(unittest.TestCase):
    def setUp(self) -> None:
        self.report = report()
        self.finding: dict[str, Any] = self.report["findings"][0]

    def complaints(self, text: str = INVERSION, status: int = 1, configuration: str = "shipped") -> str:
        return "\n".join(judge(case_of(text), configuration, json.dumps(self.report), status))

    def test_what_is_claimed_and_printed_passes(self) -> None:
        self.assertEqual(self.complaints(), "")

    def test_silence_fails_a_bug(self) -> None:
        self.report["findings"] = []
        self.assertIn("not reported", self.complaints(status=0))

    def test_another_lock_in_the_text_fails(self) -> None:
        self.finding["message"] = "possible circular locking dependency: a@story.c -> c -> a@story.c"
        self.assertIn("not reported", self.complaints())
        self.assertIn("a report without a claim", self.complaints())

    def test_another_line_fails(self) -> None:
        self.finding["location"]["line"] = 5
        self.assertIn("not reported", self.complaints())

    def test_a_lower_tier_fails(self) -> None:
        self.finding["confidence"] = "medium"
        self.assertIn("tier medium instead of high", self.complaints())

    def test_a_step_on_another_line_fails(self) -> None:
        self.finding["witnesses"][1]["steps"][0]["line"] = 12
        self.assertIn("other witnesses", self.complaints())

    def test_a_step_too_many_fails(self) -> None:
        self.finding["witnesses"][0]["steps"].insert(0, step("calls", "f", 4))
        self.assertIn("other witnesses", self.complaints())

    def test_a_step_of_another_kind_fails(self) -> None:
        self.finding["witnesses"][0]["steps"][0]["event"] = "calls"
        self.assertIn("other witnesses", self.complaints())

    def test_a_second_report_fails(self) -> None:
        self.report["findings"].append(copy.deepcopy(self.finding))
        self.assertIn("a report without a claim", self.complaints())

    def test_a_report_fails_a_clean_case(self) -> None:
        self.assertIn("a report without a claim", self.complaints("// Fine.\n// CLEAN\nint x;\n"))

    def test_a_false_positive_that_has_gone_fails(self) -> None:
        text = "// Fine.\n#include \"kernel.h\"\nint x;\n\n\nint y;	// FALSE lock-order: no reason\n"
        self.assertEqual(self.complaints(text), "")
        self.report["findings"] = []
        self.assertIn("has gone", self.complaints(text, status=0))

    def test_a_miss_that_is_found_fails(self) -> None:
        text = "// Bad.\n#include \"kernel.h\"\nint x;\n\n\nint y;	// MISS lock-order: too hard\n"
        self.assertIn("MISS of this case", self.complaints(text))
        self.report["findings"] = []
        self.assertEqual(self.complaints(text, status=0), "")

    def test_a_wrong_exit_status_fails(self) -> None:
        self.assertIn("exit status 0 instead of 1", self.complaints(status=0))

    def test_a_lost_unit_fails(self) -> None:
        self.report["ledger"]["lost_units"] = [{"object": "story.o", "source": "story.c", "reason": "crash"}]
        self.assertIn("lost units", self.complaints())

    def test_compile_errors_fail_unless_claimed(self) -> None:
        claimed = INVERSION.replace("disagree.\n", "disagree.\n// ERRORS: nobody declares a\n")
        self.assertIn("no compile errors", self.complaints(claimed))
        self.report["ledger"]["compile_errors"] = 2
        self.assertIn("compile errors", self.complaints())

    def test_a_claim_of_one_configuration_says_nothing_of_the_others(self) -> None:
        text = INVERSION.replace("BUG lock-order: a -> b -> a", "BUG{rt} lock-order: a -> b -> a; only there")
        self.assertEqual(self.complaints(text, configuration="rt"), "")
        self.assertIn("without a claim", self.complaints(text))

    def test_a_step_in_a_kernel_header_needs_no_line(self) -> None:
        text = INVERSION.replace("1.1 holds a", "1.1 holds a in mutex.h")
        self.assertIn("other witnesses", self.complaints(text))
        self.finding["witnesses"][0]["steps"][0] = step("holds", "a@story.c", 201, "mutex.h")
        self.assertEqual(self.complaints(text), "")

    def test_a_crash_fails(self) -> None:
        self.assertIn("not the JSON", "\n".join(judge(case_of(INVERSION), "shipped", "", 139)))


class Reading(unittest.TestCase):
    def refused(self, old: str, new: str) -> str:
        self.assertIn(old, INVERSION)
        with self.assertRaises(CaseError) as caught:
            case_of(INVERSION.replace(old, new))
        return str(caught.exception)

    def test_a_case_without_a_claim_is_refused(self) -> None:
        with self.assertRaisesRegex(CaseError, "CLEAN on line 2"):
            case_of("// Story.\nint x;\n")

    def test_a_bug_in_a_clean_case_is_refused(self) -> None:
        self.assertIn("not both", self.refused('#include "kernel.h"', "// CLEAN"))

    def test_a_bug_below_high_gives_its_reason(self) -> None:
        self.assertIn("says why", self.refused("lock-order: a", "lock-order medium: a"))

    def test_a_bug_without_marks_is_refused(self) -> None:
        with self.assertRaisesRegex(CaseError, "no marks"):
            case_of("// Story.\n#include \"kernel.h\"\nint x;	// BUG lock-order: a -> b -> a\n")

    def test_marks_without_a_bug_are_refused(self) -> None:
        self.assertIn("belongs to no BUG", self.refused("BUG lock-order", "BUG[x] lock-order"))

    def test_a_gap_in_the_marks_is_refused(self) -> None:
        self.assertIn("the mark before 1.2 is missing", self.refused("// 1.1 holds a", ""))

    def test_a_misspelt_claim_is_refused(self) -> None:
        self.assertIn("not a claim", self.refused("BUG lock-order:", "BUG lock-order"))

    def test_a_misspelt_mark_is_refused(self) -> None:
        self.assertIn("not a mark", self.refused("1.1 holds a", "1.1 held a"))

    def test_a_claim_may_stand_under_its_line_and_go_on(self) -> None:
        case = case_of(INVERSION.replace("b -> a\n", "b -> a; because\n\t\t\t\t//    of this\n"))
        self.assertEqual(case.claims[0].text, "a -> b -> a; because of this")
        self.assertEqual(case.claims[0].where.line, 6)

    def test_parts_keep_the_line_numbers_of_the_case(self) -> None:
        case = case_of("// Two.\n// CLEAN\nint x;\n//--- other.c\nint y;\n")
        self.assertEqual(case.units, ["story.c", "other.c"])
        self.assertEqual(case.parts["other.c"].splitlines().index("int y;"), 4)

    def test_a_defect_needs_a_twin(self) -> None:
        bad, good = case_of(INVERSION), case_of("// Fine.\n// CLEAN\nint x;\n", "story-ok.c")
        self.assertEqual(missing_twins([bad, good]), [])
        self.assertEqual(len(missing_twins([bad])), 1)
        self.assertEqual(len(missing_twins([good])), 1)


class Commands(unittest.TestCase):
    def test_a_case_takes_the_flags_of_the_sibling(self) -> None:
        source = "/tmp/k/golden_sibling.c"
        flags = "-Wp,-MMD,/tmp/k/.golden_sibling.o.d -include i/linux/kconfig.h -DKBUILD_BASENAME='\"golden_sibling\"'"
        names = "-DKBUILD_MODNAME='\"golden_sibling\"' -c -o /tmp/k/golden_sibling.o"
        command = KernelCommand("/headers", f"gcc {flags} {names} {source}", source, Path("/golden"))
        case = case_of("// Two.\n// CLEAN\nint x;\n//--- other.c\nint y;\n", "a-case.c")
        entry = command.entry(case, "other.c", Path("/s"), "rt")
        self.assertEqual(entry["file"], "/s/other.c")
        self.assertNotIn("golden_sibling", entry["command"])
        self.assertIn("KBUILD_BASENAME='\"other\"'", entry["command"])
        self.assertIn("KBUILD_MODNAME='\"a_case\"'", entry["command"])
        self.assertIn("kconfig.h -include /golden/configs/rt.h", entry["command"])
        self.assertIn("-o /s/other.o /s/other.c", entry["command"])


if __name__ == "__main__":
    unittest.main()
