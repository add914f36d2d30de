#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What lockorder says about input that is broken, and that it goes on with the rest.

Every story starts from a small build in which good.c has an inversion. Then something else is broken:
the message must name the place and what to do, and the finding in good.c must still be there.

The sources declare their mutex themselves: nothing here depends on what a kernel's macros look like.
"""
import json
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402

GOOD_C = '#include "lock.h"\n' + tooltest.INVERSION_C


class Story(tooltest.TreeTest):
    def setUp(self):
        super().setUp()
        self.write("lock.h", tooltest.LOCK_H)
        self.write("good.c", GOOD_C)
        self.write("other.c", tooltest.ALONE_C)
        self.database("good.c", "other.c")

    def entry(self, source, **changes):
        compiled = source.rsplit(".", 1)[0] + ".o"
        return {"directory": str(self.tree), "file": source,
                "command": f"gcc -D__KERNEL__ -c -o {compiled} {source}", **changes}

    def database(self, *entries):
        entries = [self.entry(e) if isinstance(e, str) else e for e in entries]
        self.write("compile_commands.json", json.dumps(entries, indent=1))

    def check(self, *arguments, **environment):
        return self.lockorder("check", "-p", ".", *arguments, **environment)

    def assertIntact(self, result, status=1):
        """The finding in good.c is there, whole, and the exit status is that of a finding."""
        self.assertSays(result, "good.c:6:2: warning: ", "a -> b -> a", "[lockorder-lock-order]")
        for step in ("good.c:5:2: note: ", "good.c:6:2: note: ", "good.c:12:2: note: ",
                     "good.c:13:2: note: "):
            self.assertSays(result, step)
        self.assertEqual(1, len(result.lines(": warning: ")), f"\n{result}")
        self.assertStatus(status, result)

    def assertLost(self, result, *sources):
        """Exactly these units are lost; the ledger and the JSON say so too."""
        ledger = self.check("--format=json", "--quiet", "--timeout-per-unit=2").json["ledger"]
        lost = sorted(os.path.basename(u["source"]) for u in ledger["lost_units"])
        self.assertEqual(sorted(sources), lost)
        self.assertEqual(ledger["units"], ledger["units_clean"] + ledger["units_with_errors"] + len(lost))
        for source in sources:
            self.assertSays(result, "lost unit", source)
        self.assertSilentOn(result, "does not add up")


class TheBuildItself(Story):
    def test_an_unbroken_build_has_its_one_finding(self):
        result = self.check()
        self.assertIntact(result)
        self.assertSilentOn(result, "lost unit")
        self.assertSilentOn(result, "compile error")

    def test_a_clean_file_alone_is_clean(self):
        result = self.check("other.c")
        self.assertStatus(0, result)
        self.assertSilentOn(result, ": warning: ")

    def test_findings_below_the_floor_of_fail_on_do_not_fail(self):
        self.assertIntact(self.check("--fail-on=none"), status=0)
        self.assertIntact(self.check("--fail-on=low"), status=1)


class Database(Story):
    def test_missing(self):
        result = self.lockorder("check", "-p", "nowhere")
        self.assertRefused(result, f"{self.tree}/nowhere", "there is no such file",
                           "make compile_commands.json", "lockorder compdb")

    def test_a_folder_without_one(self):
        (self.tree / "empty").mkdir()
        result = self.lockorder("check", "-p", "empty")
        self.assertRefused(result, "empty/compile_commands.json", "there is no such file",
                           "lockorder compdb")

    def test_unreadable_because_it_is_a_folder(self):
        (self.tree / "db" / "compile_commands.json").mkdir(parents=True)
        result = self.lockorder("check", "-p", "db")
        self.assertRefused(result, "db/compile_commands.json")

    def test_cut_off_in_the_middle(self):
        whole = (self.tree / "compile_commands.json").read_text()
        self.write("compile_commands.json", whole[: whole.index('"other.c"')])
        # The second entry begins on line 7.
        self.assertRefused(self.check(), "compile_commands.json:", "entry that begins on line 7",
                           "cut off", "make the database again")

    def test_no_json(self):
        self.write("compile_commands.json", "CC kernel/fork.o\n")
        self.assertRefused(self.check(), "compile_commands.json:1:", "JSON array", "'C'")

    def test_an_object_in_place_of_the_array(self):
        self.write("compile_commands.json", '{"version": 1}')
        self.assertRefused(self.check(), "compile_commands.json:1:", "JSON array", "'{'")

    def test_an_empty_file(self):
        self.write("compile_commands.json", "")
        self.assertRefused(self.check(), "compile_commands.json")

    def test_no_entries(self):
        self.write("compile_commands.json", "[]")
        self.assertRefused(self.check(), "compile_commands.json", "0 entries",
                           "after the kernel was built?")

    def test_a_malformed_entry_costs_that_entry(self):
        self.database({"directory": str(self.tree), "file": "x.c"}, 17, "good.c",
                      {"directory": str(self.tree), "file": 5, "command": "gcc"})
        result = self.check()
        self.assertIntact(result)
        self.assertSays(result, 'compile_commands.json:2: entry 1', '"command"', '"arguments"')
        self.assertSays(result, "compile_commands.json:6: entry 2", "must be an object")
        self.assertSays(result, "compile_commands.json:12: entry 4", '"file" must be a string')
        ledger = self.check("--format=json", "--quiet").json["ledger"]
        self.assertEqual((4, 3, 1), (ledger["entries"], ledger["malformed"], ledger["units"]))

    def test_a_file_filter_that_matches_nothing(self):
        self.assertRefused(self.check("god.c"), "god.c", "no such file or folder",
                           "compile_commands.json")

    def test_a_name_that_is_no_utf8(self):
        name = os.fsdecode(b"caf\xe9.c")
        (self.tree / name).write_text("int = 1;\n")
        text = json.dumps([self.entry("good.c"), self.entry("NAME.c")])
        self.write("compile_commands.json", text.encode().replace(b"NAME", b"caf\xe9"))
        result = self.check()
        self.assertIntact(result)
        self.check("--format=json", "--quiet").json  # raises if it is no UTF-8
        json.loads(self.check("--format=sarif", "--quiet").out_bytes)


class Sources(Story):
    def test_a_source_that_is_gone(self):
        self.database("good.c", "gone.c")
        result = self.check()
        self.assertIntact(result)
        self.assertLost(result, "gone.c")
        self.assertSays(result, f"{self.tree}/gone.c: no such file", "make the database again")

    def test_a_missing_source_is_named_by_dump_too(self):
        self.database("good.c", "gone.c")
        result = self.lockorder("dump", "--stage=unit", "-p", ".")
        self.assertSays(result, "lost unit: ", f"{self.tree}/gone.c")
        self.assertIn("good.c", result.out)

    def test_a_working_directory_that_is_gone(self):
        self.database("good.c", self.entry("other.c", directory=str(self.tree / "moved")))
        result = self.check()
        self.assertIntact(result)
        self.assertLost(result, "other.c")
        self.assertSays(result, f"{self.tree}/moved", "make the database again")

    def test_syntax_errors_are_shown_and_the_rest_of_the_unit_is_analysed(self):
        broken = GOOD_C.replace("struct mutex a, b;", "struct mutex p, q; int = 3;")
        for word, other in (("&a", "&p"), ("&b", "&q"), ("forward", "there"), ("backward", "back")):
            broken = broken.replace(word, other)
        broken += "void f(void) { mutex_lock(&zip) }\n"
        self.write("other.c", broken)
        result = self.check()
        self.assertSays(result, f"{self.tree}/other.c:2:24: compile error: ")
        self.assertSays(result, f"{self.tree}/other.c:17:", "compile error", "undeclared", "'zip'")
        # An error is no finding and hides none: the inversion of this unit is found, and good.c's.
        self.assertSays(result, "other.c:6:2: warning: ", "p -> q -> p")
        self.assertSays(result, "good.c:6:2: warning: ", "a -> b -> a")
        self.assertStatus(1, result)
        ledger = self.check("--format=json", "--quiet").json["ledger"]
        self.assertEqual((2, 1, 1), (ledger["units"], ledger["units_clean"], ledger["units_with_errors"]))
        self.assertEqual(3, ledger["compile_errors"])

    def test_a_missing_header_is_an_error_of_that_unit(self):
        self.write("other.c", '#include "nowhere.h"\n' + tooltest.ALONE_C)
        result = self.check()
        self.assertIntact(result)
        self.assertSays(result, "other.c:1:10: compile error: ", "nowhere.h")

    def test_a_header_that_includes_itself(self):
        self.write("loop.h", '#include "loop.h"\n')
        self.write("other.c", '#include "loop.h"\n')
        result = self.check()
        self.assertIntact(result)
        self.assertSays(result, "compile error: ", "nested too deeply")

    def test_sources_that_are_no_text(self):
        self.write("other.c", bytes(range(256)) * 64)
        self.assertIntact(self.check("--quiet"))
        self.write("other.c", "")
        self.assertIntact(self.check())

    def test_an_expression_of_great_depth(self):
        self.write("other.c", "int x = " + "(" * 50000 + "1" + ")" * 50000 + ";\n")
        self.assertIntact(self.check())


class Crashes(Story):
    """Clang's own debugging pragmas crash it for real, in the middle of one source."""

    def crash(self, source, how="crash"):
        self.write(source, tooltest.ALONE_C + f"#pragma clang __debug {how}\n")

    def test_a_crashing_unit_is_lost_alone(self):
        self.crash("other.c")
        result = self.check()
        self.assertIntact(result)
        self.assertLost(result, "other.c")
        self.assertSays(result, f"{self.tree}/other.c: Clang crashed on it", "clang-19 -fsyntax-only")

    def test_a_fatal_error_of_llvm_is_a_crash(self):
        self.crash("other.c", "llvm_fatal_error")
        result = self.check()
        self.assertIntact(result)
        self.assertLost(result, "other.c")

    def test_one_worker_goes_on_after_each_crash(self):
        crashing = [f"crash{i}.c" for i in range(6)]
        for source in crashing:
            self.crash(source)
        self.database(*crashing[:3], "good.c", *crashing[3:])
        for jobs in ("-j1", "-j3"):
            result = self.check(jobs)
            self.assertIntact(result)
            self.assertLost(result, *crashing)

    def test_incomplete_is_an_exit_status_of_its_own_where_wanted(self):
        self.crash("other.c")
        self.assertIntact(self.check("--fail-on-incomplete"), status=3)
        self.database("other.c")
        self.assertStatus(3, self.check("--fail-on-incomplete"))
        self.assertStatus(0, self.check())

    def test_a_unit_that_hangs_is_given_up(self):
        os.mkfifo(self.tree / "nobody-writes.h")  # opening it for reading blocks
        self.write("other.c", '#include "nobody-writes.h"\n')
        for jobs in ("-j1", "-j2"):
            result = self.check(jobs, "--timeout-per-unit=2")
            self.assertIntact(result)
            self.assertSays(result, f"{self.tree}/other.c: not finished after 2 s",
                            "--timeout-per-unit")
        self.assertLost(result, "other.c")


class UnitFiles(Story):
    def setUp(self):
        super().setUp()
        result = self.lockorder("extract", "-p", ".", "--units=units")
        self.assertStatus(0, result)
        units = sorted((self.tree / "units").iterdir())
        self.good, = [u for u in units if "good" in u.name]
        self.other, = [u for u in units if "other" in u.name]

    def link(self, *arguments):
        return self.lockorder("link", "--units=units", *arguments)

    def test_whole_ones_link(self):
        self.assertIntact(self.link())
        self.assertSilentOn(self.link(), "lost unit")

    def test_every_truncation_is_noticed(self):
        whole = self.other.read_bytes()
        for size in (0, 1, 4, 11, len(whole) // 2, len(whole) - 1):
            self.other.write_bytes(whole[:size])
            result = self.link()
            self.assertIntact(result)
            self.assertSays(result, "lost unit", self.other.name, "extract it again")
        self.other.write_bytes(whole)
        self.assertSilentOn(self.link(), "lost unit")

    def test_every_flipped_byte_is_noticed(self):
        whole = self.other.read_bytes()
        for at in range(0, len(whole), max(1, len(whole) // 16)):
            self.other.write_bytes(whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1:])
            result = self.link()
            self.assertIntact(result)
            self.assertSays(result, "lost unit", self.other.name)

    def test_a_file_that_is_no_unit(self):
        (self.tree / "units" / "notes.lou").write_text("buy milk\n" * 20)
        result = self.link()
        self.assertIntact(result)
        self.assertSays(result, "notes.lou", "not a lockorder unit", "lockorder extract")

    def test_a_unit_that_is_missing(self):
        result = self.lockorder("link", self.good, "units/gone.lou")
        self.assertIntact(result)
        self.assertSays(result, "lost unit", "units/gone.lou", "No such file", "extract it first")

    def test_losses_count_as_incomplete(self):
        self.other.write_bytes(b"")
        self.assertIntact(self.link("--fail-on-incomplete"), status=3)

    def test_no_units_at_all(self):
        (self.tree / "empty").mkdir()
        self.assertRefused(self.lockorder("link", "--units=empty"), "no unit files", "--units=DIR")
        self.assertRefused(self.lockorder("link", "--units=nowhere"), "--units=nowhere", "No such file")


class Model(Story):
    def refused(self, text, *words):
        self.write("my.yaml", text)
        self.assertRefused(self.check("--model=my.yaml"), *words)

    def test_a_wrong_key(self):
        self.refused("version: 1\napis:\n- names: [take]\n  efects: [{acquire: arg0, kind: mutex}]\n",
                     "my.yaml:4:3:", "key 'efects'", "allowed are names, effects")

    def test_a_wrong_word(self):
        self.refused("version: 1\napis:\n- names: [take]\n  effects: [{acquire: arg0, kind: mutx}]\n",
                     "my.yaml:4:35:", "key 'kind'", "'mutx'", "allowed are semaphore, mutex")

    def test_no_yaml(self):
        self.refused("version: 1\napis: [\n", "my.yaml:")

    def test_an_empty_file(self):
        self.refused("", "my.yaml")

    def test_a_missing_file(self):
        result = self.check("--model=none.yaml")
        self.assertRefused(result, "none.yaml: cannot be read", "--model")

    def test_a_right_entry_is_used(self):
        # The same file without its mistakes: take() becomes a lock, or the tests above prove nothing.
        self.write("my.yaml", "version: 1\napis:\n- names: [take]\n  effects: [{acquire: arg0, kind: mutex}]\n")
        self.write("good.c", GOOD_C.replace("mutex_lock", "take").replace(
            '#include "lock.h"', '#include "lock.h"\nvoid take(struct mutex *);').replace("struct mutex a, b;\n", "struct mutex a, b; "))
        self.assertStatus(0, self.check())
        self.assertStatus(1, self.check("--model=my.yaml"))


class CommandLine(Story):
    def test_an_unknown_option(self):
        self.assertRefused(self.check("--chekcs=lock-order"), "--chekcs=lock-order")
        self.assertSays(self.check("--chekcs=lock-order"), "Did you mean '--checks=lock-order'?")

    def test_an_unknown_command_and_none(self):
        self.assertRefused(self.lockorder("chek"), "chek")
        self.assertRefused(self.lockorder("--"), "which command?", "check, extract, link", "--help")

    def test_a_check_that_nobody_wrote(self):
        self.assertRefused(self.check("--checks=lock-ordr"), "--checks=lock-ordr",
                           "no check has this name", "lockorder list-checks")
        self.assertRefused(self.check("--checks=-lock-ordr*"), "lock-ordr*", "no check has this name")
        self.assertRefused(self.check("--checks=["), "--checks=[", "glob")

    def test_a_check_that_is_switched_off_finds_nothing(self):
        self.assertStatus(0, self.check("--checks=-lock-order"))
        self.assertIntact(self.check("--checks=lock-*"))

    def test_a_root_that_does_not_exist(self):
        result = self.check("--root=forwrd")
        self.assertRefused(result, "--root=forwrd", "no analysed file defines such a function",
                           "did you mean forward?")
        self.assertRefused(self.check("--root=other.c:forward"), "--root=other.c:forward")

    def test_a_root_reaches_only_its_own(self):
        self.assertStatus(0, self.check("--root=forward"))
        self.assertIntact(self.check("--root=forward", "--root=good.c:backward"))

    def test_values_that_make_no_sense(self):
        self.assertRefused(self.check("--format=xml"), "--format", "xml")
        self.assertRefused(self.check("-jx"), "-j", "'x'")
        self.assertRefused(self.check("--timeout-per-unit=soon"), "--timeout-per-unit", "'soon'")
        self.assertRefused(self.lockorder("extract", "-p", ".", "--units=u", "--shard=3/2"),
                           "--shard=3/2", "1 <= I <= N")
        self.assertRefused(self.lockorder("dump", "-p", ".", "--stage=soup"), "--stage=soup",
                           "jobs, unit, program, facts, graph")
        self.assertRefused(self.lockorder("explain", "a", "nolock", "-p", "."), "'nolock'")

    def test_output_that_cannot_be_written(self):
        for form in ("json", "sarif", "text"):
            result = self.check(f"--format={form}", "-o", "nowhere/report")
            self.assertRefused(result, "nowhere/report: cannot be written", "No such file")

    @unittest.expectedFailure  # MISS: folder.part stays
    def test_output_onto_a_folder_leaves_nothing_behind(self):
        (self.tree / "folder").mkdir()
        before = sorted(os.listdir(self.tree))
        result = self.check("--format=json", "-o", "folder")
        self.assertRefused(result, "folder: cannot be written", "directory")
        self.assertEqual(before, sorted(os.listdir(self.tree)))

    def test_output_into_a_file_is_that_of_standard_output(self):
        result = self.check("--format=json", "-o", "report.json")
        self.assertStatus(1, result)
        self.assertEqual("", result.out)
        self.assertEqual(self.check("--format=json").out_bytes, (self.tree / "report.json").read_bytes())

    def test_a_temporary_folder_that_does_not_exist(self):
        result = self.check(TMPDIR=str(self.tree / "nowhere"))
        self.assertRefused(result, "temporary folder", "TMPDIR")

    def test_units_cannot_be_written(self):
        self.write("units", "a file, not a folder")
        self.assertRefused(self.lockorder("extract", "-p", ".", "--units=units"), "units")


if __name__ == "__main__":
    tooltest.main()
