#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same units by other processes: shards, ninja, a Slurm cluster of which a node dies.

What is linked in the end is what one process on one machine makes, byte by byte, or it is said what is
missing.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from cluster import Cluster, eventually, missing  # noqa: E402

MEMBER_C = """\
#include "shared.h"
#include "lock.h"
extern struct mutex a, b;
void member{n}(void)
{{
	mutex_lock({first});
	mutex_lock({second});
	mutex_unlock({second});
	mutex_unlock({first});
}}
"""


class Story(tooltest.TreeTest):
    UNITS = 6

    def setUp(self):
        super().setUp()
        self.write("lock.h", tooltest.LOCK_H)
        self.write("shared.h", "")
        self.write("a b/define.c", '#include "lock.h"\nstruct mutex a, b;\n')
        for n in range(1, self.UNITS):
            first, second = ("&a", "&b") if n != 3 else ("&b", "&a")
            self.write(f"member{n}.c", MEMBER_C.format(n=n, first=first, second=second))
        self.sources = ["a b/define.c"] + [f"member{n}.c" for n in range(1, self.UNITS)]
        self.write("compile_commands.json", json.dumps([
            {"directory": str(self.tree), "file": source,
             "arguments": ["gcc", "-D__KERNEL__", "-DPRICE=$5 or '6'", "-I.", "-c", "-o", source[:-2] + ".o", source]}
            for source in self.sources]))

    def run_ok(self, *arguments, status=0, **environment):
        result = self.lockorder(*arguments, **environment)
        self.assertStatus(status, result)
        return result

    def units(self, folder):
        return {path.name: path.read_bytes() for path in sorted((self.tree / folder).glob("*.lou"))}

    def whole(self):
        self.run_ok("extract", "-p", ".", "--units=whole")
        return self.units("whole")

    def report(self, folder, *arguments, status=1):
        return self.run_ok("link", f"--units={folder}", "--format=json", *arguments, status=status)


class Shards(Story):
    def test_make_what_one_run_makes(self):
        for i in (3, 1, 2, 1):  # in any order, and one of them again
            self.run_ok("extract", "-p", ".", "--units=parts", f"--shard={i}/3")
        self.assertEqual(self.whole(), self.units("parts"))
        self.assertEqual(self.report("whole").out_bytes, self.report("parts").out_bytes)

    def test_the_names_of_their_files_do_not_matter(self):
        # Two objects define one function: it is the first one's.
        self.write("member4.c", MEMBER_C.format(n=3, first="&a", second="&b"))
        whole = self.whole()
        for i, name in enumerate(sorted(whole)):
            self.write(f"renamed/{len(whole) - i}.lou", whole[name])
        renamed = self.run_ok("link", *sorted((self.tree / "renamed").glob("*.lou")), "--format=json", status=1)
        self.assertEqual(self.report("whole").json["findings"], renamed.json["findings"])

    def test_that_are_missing_are_named(self):
        for i in (1, 3):
            self.run_ok("extract", "-p", ".", "--units=parts", f"--shard={i}/3")
        result = self.report("parts", "--fail-on-incomplete", status=3)
        ledger = result.json["ledger"]
        self.assertEqual(self.UNITS, ledger["units"])
        self.assertEqual(2, len(ledger["lost_units"]))
        for lost in ledger["lost_units"]:
            self.assertSays(result, lost["source"], "has no unit in", "extract it")

    def test_a_unit_that_is_the_same_is_not_written_again(self):
        self.whole()
        before = {path: path.stat().st_mtime_ns for path in (self.tree / "whole").glob("*.lou")}
        self.whole()
        self.assertEqual(before, {path: path.stat().st_mtime_ns for path in before})

    def test_some_files_more_do_not_shorten_the_list(self):
        self.whole()
        self.run_ok("extract", "-p", ".", "--units=whole", "member1.c")
        (self.tree / "whole" / next(name for name in self.units("whole") if "member2" in name)).unlink()
        self.assertSays(self.report("whole"), "member2.c", "has no unit in")

    def test_a_damaged_list_is_an_error(self):
        self.whole()
        self.write("whole/units.list", "lockorder units 1\n/nowhere.o")
        self.assertRefused(self.lockorder("link", "--units=whole"), "units.list", "no list of units", "extract")


class Ninja(Story):
    def build(self, *arguments):
        finished = subprocess.run(["ninja", "-f", "units.ninja", *arguments], cwd=self.tree, capture_output=True,
                                  text=True, timeout=tooltest.DEADLINE)
        self.assertEqual(0, finished.returncode, finished.stdout + finished.stderr)
        return finished.stdout

    def setUp(self):
        super().setUp()
        self.write("launcher", f'#!/bin/sh\necho run >>{self.tree}/launched\nexec "$@"\n')
        (self.tree / "launcher").chmod(0o755)
        self.run_ok("extract", "-p", ".", "--units=un its", "--emit-ninja", f"--launcher={self.tree}/launcher",
                    "-o", "units.ninja")

    def test_makes_what_one_run_makes(self):
        self.build()
        self.assertEqual(self.whole(), self.units("un its"))
        self.assertEqual(self.UNITS * "run\n", (self.tree / "launched").read_text())
        self.assertIn("no work to do", self.build())

    def test_does_again_what_reads_a_changed_file(self):
        self.build()
        self.write("shared.h", "struct other;\n")
        self.assertEqual(self.UNITS - 1, self.build("-n").count("EXTRACT"))
        self.build()
        self.assertIn("no work to do", self.build())
        self.assertEqual(self.whole(), self.units("un its"))

    def test_link_names_what_was_not_built(self):
        self.assertRefused(self.lockorder("link", "--units=un its"), "no unit files")
        self.build(*[str(self.tree / "un its" / f"{str(self.tree / 'member1.o').replace('/', '!')}.lou")])
        result = self.report("un its", status=0)
        self.assertEqual(self.UNITS - 1, len(result.json["ledger"]["lost_units"]))


@unittest.skipIf(missing(), missing())
class Slurm(Story):
    """One cluster for all: it takes a second to start, and a minute to notice that a node is gone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = pathlib.Path("/tmp") / f"lockorder-slurm.{os.getpid()}"
        cls.cluster = Cluster(cls.folder).__enter__()
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.addClassCleanup(cls.cluster.__exit__)

    def submit(self, *arguments, status=1):
        return self.run_ok("submit", "--engine=slurm", "-p", ".", "--units=shared", *arguments, status=status,
                           SLURM_CONF=self.cluster.environment["SLURM_CONF"])

    def started(self, *arguments):
        """The same in the background."""
        return subprocess.Popen(
            [tooltest.tool(), "submit", "--engine=slurm", "-p", ".", "--units=shared", "--wait", *arguments],
            cwd=self.tree, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=tooltest.environment_of(self.cluster.environment))

    def alone(self):
        self.whole()
        return self.report("whole").out_bytes

    def test_reports_what_one_machine_reports(self):
        result = self.submit("--wait", "--shards=3", "--at-once=2", "--", "--format=json")
        self.assertEqual(self.alone(), result.out_bytes)
        self.assertEqual(self.units("whole"), self.units("shared"))
        self.assertTrue((self.tree / "shared/slurm/extract-3.log").exists())

    def test_a_node_dies_and_nothing_is_lost(self):
        # Units cannot be finished: their header comes out of a pipe into which nobody writes.
        header, pipe = self.tree / "shared.h", self.tree / "pipe"
        os.mkfifo(pipe)
        header.unlink()
        header.hardlink_to(pipe)
        run = self.started("--shards=6", "--", "--format=json")
        try:
            eventually(lambda: len(self.units("shared")) == 1, "the one that includes nothing")
            node = min(self.cluster.running().values())
            self.cluster.lose(node)
            whole = self.tree / "whole.h"
            whole.write_text("")
            whole.rename(header)
            os.close(os.open(pipe, os.O_WRONLY))  # the end, for those who still read
            out, err = run.communicate(timeout=tooltest.DEADLINE)
        finally:
            run.kill()
        self.assertEqual(1, run.returncode, err.decode())
        self.assertIn("Restarts=1", self.cluster.run("scontrol", "-o", "show", "job"))
        self.assertEqual(self.alone(), out)
        self.assertEqual(self.units("whole"), self.units("shared"))

    def test_a_shard_that_fails_stops_the_link(self):
        result = self.submit("--wait", "--shards=2", "--model=gone.yaml", status=2)
        self.assertSays(result, "did not run to its end", "--allow-missing")

    def test_or_not_if_it_may_be_missing(self):
        self.submit("--wait", "--shards=2", "--", "--format=json")
        broken = self.tree / "shared" / next(name for name in self.units("shared") if "member2" in name)
        broken.unlink()
        broken.mkdir()  # so that its shard cannot write it
        result = self.submit("--wait", "--shards=6", "--allow-missing", "--", "--format=json")
        self.assertEqual(1, len(result.json["ledger"]["lost_units"]))


class WithoutSlurm(Story):
    def test_submit_says_what_is_missing(self):
        result = self.lockorder("submit", "--engine=slurm", "-p", ".", "--units=shared", PATH="/nowhere")
        self.assertRefused(result, "sbatch: not found", "--shard=I/N")

    def test_submit_needs_a_folder(self):
        self.assertRefused(self.lockorder("submit", "--engine=slurm", "-p", "."), "--units=DIR", "share")


if __name__ == "__main__":
    tooltest.main()
