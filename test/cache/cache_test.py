#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""That a cache saves time and changes nothing else.

Something changes after a run that filled a cache: what is printed must be what a run without a cache
prints, and only what the change concerns is extracted again.
"""
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402
from story import BACKWARD_C, FORWARD_C, HEAVY_C, SHARED_H, Story  # noqa: E402

FORMATS = ("text", "json", "sarif")


class NothingChanged(Story):
    def test_the_same_is_printed_and_nothing_is_taken_in(self):
        for number, form in enumerate(FORMATS, 1):
            clean = self.plain("--no-cache", f"--format={form}")
            self.assertStatus(1, clean)
            for _ in range(3):
                self.assertSame(clean, self.check(f"--format={form}"))
                self.assertEqual((3, 3, number), self.kept())
        self.assertEqual(3, self.from_cache())
        self.assertFound(self.check())

    def test_another_question_is_another_report_of_the_same_units(self):
        self.check()
        for number, question in enumerate(
                (["--confidence=low"], ["--format=json"], ["--fail-on=none"], ["--checks=-lock-order"],
                 ["--root=forward"], ["--quiet"], ["--rt"], ["--color=always"], ["--read-lock=recursive"]), 2):
            clean = self.plain("--no-cache", *question)
            self.assertSame(clean, self.check(*question))
            self.assertEqual((3, 3, number), self.kept(), question)
            self.assertSame(clean, self.check(*question))
            self.assertEqual((3, 3, number), self.kept(), question)

    def test_what_was_found_answers_questions_that_were_never_asked(self):
        self.check()
        for question in (["--confidence=low"], ["--format=sarif"], ["--fail-on=none"], ["--checks=-lock-order"],
                         ["--report=backward.c"], ["--report=alone.c"], ["--color=always"]):
            clean = self.plain("--no-cache", *question)
            self.assertSame(clean, self.check(*question))
            self.assertEqual(1, self.analyses(), question)
        for number, question in enumerate((["--root=forward"], ["--rt"], ["--read-lock=recursive"]), 2):
            clean = self.plain("--no-cache", *question)
            self.assertSame(clean, self.check(*question))
            self.assertEqual(number, self.analyses(), question)

    def test_a_report_goes_to_the_file_that_this_run_names(self):
        clean = self.plain("--no-cache", "--format=json")
        self.assertSame(clean, self.check("--format=json"))
        self.assertEqual("", self.check("--format=json", "-o", "report.json").out)
        self.assertEqual((3, 3, 1), self.kept())
        self.assertEqual(clean.out_bytes, (self.tree / "report.json").read_bytes())

    def test_from_another_folder_it_is_another_report(self):
        self.check()
        elsewhere = ["check", "-p", ".."]
        clean = tooltest.lockorder(*elsewhere, "--no-cache", cwd=self.tree / "early")
        self.assertFound(clean)
        self.assertSame(clean, tooltest.lockorder(*elsewhere, f"--cache={self.cache}", cwd=self.tree / "early"))
        self.assertEqual((3, 3, 2), self.kept())

    def test_compile_errors_and_problems_of_the_database_are_said_again(self):
        self.write("broken.c", tooltest.ALONE_C.replace("struct mutex c;", "struct mutex c; int = 3;"))
        self.database("forward.c", "backward.c", "broken.c", extra=[17] * 12)
        clean = self.plain("--no-cache")
        self.assertSays(clean, "broken.c:2:21: compile error: ")
        self.assertSays(clean, "entry 4", "must be an object")
        self.assertFound(clean)
        for _ in range(3):
            self.assertSame(clean, self.check())
        self.assertEqual((3, 3, 1), self.kept())

    def test_explain_and_dump_take_units_from_it(self):
        for command in (["explain", "a", "b"], ["dump", "--stage=graph"]):
            whole = [*command, "-p", "."]
            clean = tooltest.lockorder(*whole, "--no-cache", cwd=self.tree)
            for _ in range(2):
                self.assertSame(clean, tooltest.lockorder(*whole, f"--cache={self.cache}", cwd=self.tree))
                self.assertEqual((3, 3, 0), self.kept())


class SomethingChanged(Story):
    def setUp(self):
        super().setUp()
        self.assertFound(self.check())
        self.assertEqual((3, 3, 1), self.kept())

    def test_a_source(self):
        self.edit("backward.c", "FIRST", "&a")
        self.edit("backward.c", "SECOND", "&b")
        self.assertClean(self.assertFollows(2))
        self.edit("backward.c", "&a", "FIRST")
        self.edit("backward.c", "&b", "SECOND")
        self.assertFound(self.assertFollows(3))

    def test_a_header_concerns_those_who_include_it(self):
        self.edit("late/shared.h", "FIRST &b", "FIRST &a")
        self.edit("late/shared.h", "SECOND &a", "SECOND &b")
        self.assertClean(self.assertFollows(1))
        self.edit("late/lock.h", "int owner", "long owner")
        self.assertClean(self.assertFollows(0))

    def test_a_comment_that_moves_lines_moves_findings(self):
        self.assertSays(self.check(), "forward.c:6:2: warning: ")
        self.write("forward.c", "/* two\n * lines */\n" + FORWARD_C)
        result = self.assertFollows(2)
        self.assertSays(result, "forward.c:8:2: warning: ")
        self.assertSilentOn(result, "forward.c:6:2: warning: ")

    def test_a_header_that_appears_earlier_on_the_include_path(self):
        other = SHARED_H.replace("FIRST &b", "FIRST &a").replace("SECOND &a", "SECOND &b")
        self.write("early/shared.h", other)
        self.assertClean(self.assertFollows(1))
        (self.tree / "early/shared.h").unlink()
        self.assertFound(self.assertFollows(3))

    def test_a_folder_of_the_include_path_that_appears(self):
        (self.tree / "early").rmdir()
        self.assertFound(self.assertFollows(3))
        self.database("forward.c", "backward.c", "alone.c", flags="-DX")  # made without the folder
        self.assertFound(self.assertFollows(0))
        other = SHARED_H.replace("FIRST &b", "FIRST &a").replace("SECOND &a", "SECOND &b")
        self.write("early/shared.h", other)
        self.assertClean(self.assertFollows(0))

    def test_a_file_that_has_include_asks_for(self):
        self.write("backward.c", BACKWARD_C.replace('#include "shared.h"\n', (
            '#include "shared.h"\n#if __has_include("straight.h")\n#undef FIRST\n#undef SECOND\n'
            "#define FIRST &a\n#define SECOND &b\n#endif\n")))
        self.assertFound(self.assertFollows(2))
        self.write("early/straight.h", "")
        self.assertClean(self.assertFollows(2))
        self.write("early/straight.h", "nobody reads this")
        self.assertClean(self.assertFollows(3))
        (self.tree / "early/straight.h").unlink()
        self.assertFound(self.assertFollows(3))

    def test_a_header_that_is_gone(self):
        (self.tree / "late/lock.h").unlink()
        result = self.assertFollows(0)
        self.assertSays(result, "compile error", "'lock.h' file not found")

    def test_flags_in_the_database(self):
        self.edit("late/shared.h", '#include "lock.h"\n', '#include "lock.h"\n#ifdef NONE\n#define mutex_lock(x)\n'
                  "#define mutex_unlock(x)\n#endif\n")
        self.assertFound(self.assertFollows(1))
        self.database("forward.c", "backward.c", "alone.c", flags="-DNONE")
        self.assertClean(self.assertFollows(0))
        self.database("forward.c", "backward.c", "alone.c")
        self.assertFound(self.assertFollows(3))

    def test_fewer_units(self):
        self.database("forward.c", "alone.c")
        self.assertClean(self.assertFollows(2))
        self.assertSame(self.plain("--no-cache", "alone.c"), self.check("alone.c"))

    def test_the_model(self):
        model = "version: 1\napis:\n- names: [NAME]\n  effects: [{acquire: arg0, kind: mutex}]\n"
        self.edit("late/lock.h", "void mutex_lock(", "void take(struct mutex *lock);\nvoid mutex_lock(")
        self.edit("forward.c", "mutex_lock(", "take(")
        for name, expected in (("give", self.assertClean), ("take", self.assertFound), ("give", self.assertClean)):
            self.write("my.yaml", model.replace("NAME", name))
            clean = self.plain("--no-cache", "--model=my.yaml")
            expected(clean)
            for _ in range(2):
                self.assertSame(clean, self.check("--model=my.yaml"))

    def test_clocks_that_were_set_back_or_ahead(self):
        for year in (1990, 2090):
            then = time.mktime((year, 1, 1, 0, 0, 0, 0, 0, -1))
            for path in [*self.tree.glob("*.c"), *self.tree.glob("late/*"), *self.cache.glob("*.lou")]:
                os.utime(path, (time.time(), then))
            self.assertFound(self.assertFollows(3))
        before = (self.tree / "backward.c").stat()
        self.edit("backward.c", "FIRST", "&a   ")  # of the same size
        self.edit("backward.c", "SECOND", "&b    ")
        os.utime(self.tree / "backward.c", (before.st_atime, before.st_mtime))
        self.assertEqual(before.st_size, (self.tree / "backward.c").stat().st_size)
        self.assertClean(self.assertFollows(2))

    def test_a_unit_that_crashes_clang_is_tried_each_time(self):
        self.write("alone.c", tooltest.ALONE_C + "#pragma clang __debug crash\n")
        clean = self.plain("--no-cache")
        self.assertSays(clean, "lost unit", "alone.c")
        for _ in range(2):
            self.assertSame(clean, self.check())
        self.assertEqual(2, self.from_cache())
        self.assertEqual((3, 3, 1), self.kept())  # what setUp left; no report of a part



class Solved(Story):
    """What was found of a function is taken over by the next run: of those that take a while at least,
    and how many these are is a matter of time. test/flow/StoredResultsTest.cpp counts them exactly."""

    def setUp(self):
        super().setUp()
        self.write("heavy.c", HEAVY_C)
        self.database("forward.c", "backward.c", "heavy.c")
        self.clean = self.plain("--no-cache")
        self.assertSame(self.clean, self.check())

    def assertSameAsClean(self):
        clean = self.plain("--no-cache")
        self.assertSame(clean, self.check())
        return clean

    def test_another_source_changes(self):
        self.write("forward.c", "/* two\n * lines */\n" + FORWARD_C)
        self.assertLessEqual(1, self.solved_before())
        self.assertSays(self.assertSameAsClean(), "forward.c:8:2: warning: ")

    def test_it_changes_itself(self):
        self.edit("heavy.c", "mutex_lock(&b)", "mutex_lock(&a)")
        self.assertSays(self.assertSameAsClean(), "heavy.c:", "possible recursive locking: a")

    def test_a_callee_changes(self):
        self.assertSays(self.clean, "heavy.c:", "possible recursive locking: b")
        self.write("forward.c", FORWARD_C.replace("\tmutex_lock(&b);\n", "").replace("\tmutex_unlock(&b);\n", ""))
        self.assertSilentOn(self.assertSameAsClean(), "possible recursive locking")

    def test_other_rules_are_another_analysis(self):
        self.forget(".findings", ".report")
        rt = self.plain("--no-cache", "--rt")
        self.assertSame(rt, self.check("--rt"))
        self.assertEqual(2, len(self.files(".results")))

    def test_damage_costs_time(self):
        for change in (lambda whole: b"", lambda whole: whole[:len(whole) // 2],
                       lambda whole: whole[:-1] + bytes([whole[-1] ^ 1])):
            path, = self.files(".results")
            path.write_bytes(change(path.read_bytes()))
            self.forget(".findings", ".report")
            self.assertNamed(self.check(), [str(path)])
            self.assertLessEqual(1, self.solved_before())  # repaired


class Folder(Story):
    def test_without_cache_there_is_no_trace(self):
        before = sorted(self.tree.rglob("*"))
        self.assertFound(self.plain("--no-cache", XDG_CACHE_HOME=str(self.tree / "xdg")))
        self.assertEqual(before, sorted(self.tree.rglob("*")))

    def test_the_one_of_the_user_by_default(self):
        self.assertFound(self.plain(XDG_CACHE_HOME=str(self.tree / "xdg")))
        self.assertEqual(3, len(list((self.tree / "xdg/lockorder").glob("llvmcache-*.lou"))))
        self.assertFound(self.plain(XDG_CACHE_HOME="", HOME=str(self.tree / "home")))
        self.assertEqual(3, len(list((self.tree / "home/.cache/lockorder").glob("llvmcache-*.lou"))))

    def test_where_there_can_be_no_default_there_is_no_cache(self):
        self.write("file", "not a folder")
        for command in ("check",), ("explain", "a", "b"), ("dump", "--stage=graph"):
            without = tooltest.lockorder(*command, "-p", ".", "--no-cache", cwd=self.tree)
            result = tooltest.lockorder(*command, "-p", ".", cwd=self.tree, XDG_CACHE_HOME=str(self.tree / "file"))
            self.assertSame(without, result)

    def test_one_that_was_asked_for_and_cannot_be_made(self):
        self.write("file", "not a folder")
        result = self.plain("--cache=file/cache")
        self.assertSays(result, "lockorder: ", "--cache=file/cache: cannot make this folder", "Not a directory",
                        "--no-cache")
        self.assertStatus(2, result)
        self.assertEqual("", result.out)


class Commands(Story):
    def cache_command(self, *arguments, **environment):
        return tooltest.lockorder("cache", *arguments, cwd=self.tree, **environment)

    def test_clear_leaves_what_is_not_of_a_cache(self):
        self.check()
        self.write("cache/notes.lou", "mine")
        result = self.cache_command("clear", "--cache=cache")
        self.assertStatus(0, result)
        self.assertEqual("cache: 0 units, 0 lists of what they were made of, 0 reports of 0 analyses, results of 0 programs, 0 KiB\n", result.out)
        self.assertEqual(["notes.lou"], os.listdir(self.cache))
        self.assertEqual(0, self.from_cache())

    def test_prune_takes_what_nobody_has_used_for_long(self):
        self.check()
        for path in self.cache.glob("*.report"):
            os.utime(path, (time.time() - 60 * 86400,) * 2)
        result = self.cache_command("prune", "--cache=cache")
        self.assertStatus(0, result)
        self.assertIn(": 3 units, 3 lists of what they were made of, 0 reports of 1 analyses, ", result.out)

    def test_without_a_name_it_is_the_default(self):
        home = {"XDG_CACHE_HOME": str(self.tree / "xdg")}
        self.plain(**home)
        result = self.cache_command("stats", **home)
        self.assertTrue(result.out.startswith(f"{self.tree}/xdg/lockorder: 3 units, 3 lists "), f"\n{result}")

    def test_misuse(self):
        for arguments in ([], ["foo"], ["stats", "clear"], ["stats", "--format=json"]):
            self.check()
            result = self.cache_command(*arguments, "--cache=cache")
            self.assertStatus(2, result)
            self.assertEqual("", result.out)
            self.assertEqual((3, 3, 1), self.kept())
        for arguments in ([], ["foo"]):
            self.assertSays(self.cache_command(*arguments), "lockorder: cache what? stats, prune or clear",
                            "lockorder --help")
        self.write("file", "not a folder")
        result = self.cache_command("stats", "--cache=file/cache")
        self.assertSays(result, "--cache=file/cache: cannot make this folder")
        self.assertStatus(2, result)


if __name__ == "__main__":
    tooltest.main()
