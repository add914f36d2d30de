#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What can happen to a cache: damage, other runs, being killed, a folder that may only be read.

It costs time. What is printed is what a run without a cache prints.
"""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from story import Story  # noqa: E402


class Damage(Story):
    WAYS = {"emptied": lambda whole: b"",
            "cut short": lambda whole: whole[:len(whole) * 2 // 3],
            "flipped at its begin": lambda whole: bytes([whole[0] ^ 0x20]) + whole[1:],
            "flipped at its end": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1])}

    def setUp(self):
        super().setUp()
        self.clean = self.plain("--no-cache")
        self.assertSame(self.clean, self.check())

    def damaged(self, extension):
        """The names of the damaged files, once for each way."""
        for way, change in self.WAYS.items():
            with self.subTest(way):
                paths = self.files(extension)
                for path in paths:
                    path.write_bytes(change(path.read_bytes()))
                yield [str(path) for path in paths]
                self.assertSame(self.clean, self.check())  # repaired, and it is said once

    def test_of_units(self):
        for paths in self.damaged(".lou"):
            self.assertNamed(self.check(), paths)

    def test_of_lists(self):
        for paths in self.damaged(".manifest"):
            self.assertNamed(self.check(), paths)

    def test_of_units_is_no_part_of_the_next_report(self):
        for paths in self.damaged(".lou"):
            self.forget(".report")
            self.assertNamed(self.check(), paths)

    def test_of_reports(self):
        for paths in self.damaged(".report"):
            self.assertNamed(self.check(), paths)

    def test_of_findings(self):
        for paths in self.damaged(".findings"):
            self.forget(".report")
            self.assertNamed(self.check(), paths)

    def test_of_results(self):
        for paths in self.damaged(".results"):
            self.forget(".report", ".findings")
            self.assertNamed(self.check(), paths)


class ManyRuns(Story):
    UNITS = 12

    def setUp(self):
        super().setUp()
        more = [f"more{i}.c" for i in range(self.UNITS - 3)]
        for source in more:
            self.write(source, tooltest.ALONE_C.replace("mutex c", f"mutex {source[:-2]}").replace("&c", f"&{source[:-2]}"))
        self.database("forward.c", "backward.c", "alone.c", *more)
        (self.tree / "tmp").mkdir()
        self.clean = self.plain("--no-cache")

    def start(self):
        return subprocess.Popen(
            [tooltest.tool(), "check", "-p", ".", f"--cache={self.cache}", "-j1"], cwd=self.tree,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
            env=tooltest.environment_of({"TMPDIR": str(self.tree / "tmp")}))

    def test_two_that_start_with_nothing(self):
        runs = [self.start() for _ in range(3)]
        for run in runs:
            out, err = run.communicate(timeout=tooltest.DEADLINE)
            self.assertSame(self.clean, tooltest.Result(run.args, subprocess.CompletedProcess(
                run.args, run.returncode, out, err)))
        self.assertEqual((self.UNITS, self.UNITS, 1), self.kept())
        self.assertSame(self.clean, self.check())

    def test_one_finds_a_unit_of_another(self):
        """The others share another prelude then, which reads other headers; the report is the same one."""
        self.check()
        reports = [path.name for path in self.files(".report")]
        shutil.rmtree(self.cache)
        self.check("alone.c")
        self.forget(".report")
        self.assertSame(self.clean, self.check())
        self.assertEqual(reports, [path.name for path in self.files(".report")])

    def test_killed_in_the_middle(self):
        for moment in range(10):
            shutil.rmtree(self.cache, ignore_errors=True)
            run = self.start()
            while run.poll() is None and len(list(self.cache.glob("*.manifest"))) < moment:
                time.sleep(0.001)
            time.sleep(moment % 4 * 0.003)  # somewhere within the next unit
            self.assertIsNone(run.poll(), "it was faster: make the build larger")
            os.killpg(run.pid, signal.SIGKILL)
            run.communicate()
            units, manifests, reports = self.kept()
            self.assertTrue(moment <= manifests <= units <= self.UNITS and not reports, (moment, self.kept()))
            self.assertSame(self.clean, self.check())
            self.assertSame(self.clean, self.check())
            self.assertEqual((self.UNITS, self.UNITS, 1), self.kept())


class ReadOnly(Story):
    def test_one_that_may_only_be_read(self):
        clean = self.plain("--no-cache")
        for filled in (False, True):
            if filled:
                self.check()
            else:
                self.cache.mkdir()
            kept = self.kept()
            self.cache.chmod(0o555)
            for _ in range(2):
                self.assertSame(clean, self.unprivileged("check", "-p", ".", f"--cache={self.cache}"))
                self.assertEqual(kept, self.kept())
            with self.edited("backward.c", "FIRST", "&a"):
                self.assertSame(self.plain("--no-cache"),
                                self.unprivileged("check", "-p", ".", f"--cache={self.cache}"))
            self.cache.chmod(0o755)

    @contextlib.contextmanager
    def edited(self, name, old, new):
        text = (self.tree / name).read_text()
        self.edit(name, old, new)
        yield
        self.write(name, text)

    def unprivileged(self, *arguments):
        """To root, every folder can be written: then as somebody else, who has to reach the tool."""
        own = self.tree / "lockorder"
        if not own.exists():
            shutil.copy(tooltest.tool(), own)
            self.tree.chmod(0o755)
            (self.tree / "tmp").mkdir()
            (self.tree / "tmp").chmod(0o777)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        return tooltest.Result(arguments, subprocess.run(
            [own, *arguments], cwd=self.tree, capture_output=True, timeout=tooltest.DEADLINE,
            stdin=subprocess.DEVNULL, env=tooltest.environment_of({"TMPDIR": str(self.tree / "tmp")}), **nobody))


if __name__ == "__main__":
    tooltest.main()
