#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Headers that are parsed once for many units (the prelude), and no unit shows it.

Units are byte for byte those of --no-header-cache, where each parses all of its headers by itself. How
many came the short way is said, so that a story cannot pass because none did.
"""
import json
import os
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from story import Story, tooltest  # noqa: E402

COMMON = """\
#ifndef COMMON_H
#define COMMON_H
#include "lock.h"
extern struct mutex a, b;
static inline void take_both(void) { mutex_lock(&a); mutex_lock(&b); }
static inline void give_both(void) { mutex_unlock(&b); mutex_unlock(&a); }
static void forgotten(void) { mutex_lock(&b); }
register unsigned long stack asm("rsp");
#ifdef REVERSED
static inline void take_some(void) { mutex_lock(&b); mutex_lock(&a); }
#else
static inline void take_some(void) { take_both(); }
#endif
#ifndef pr_fmt
#define pr_fmt(text) text
#endif
#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define UNIQUE(name) PASTE(__UNIQUE_ID_##name, __COUNTER__)
static inline int counted(void) { int UNIQUE(x) = 1; return 1; }
#endif
"""

PLAIN = '#include "common.h"\nvoid {name}(void) {{ take_some(); give_both(); }}\n'
ALONE = '#include "lock.h"\nstruct mutex own;\nvoid {name}(void) {{ mutex_lock(&own); mutex_unlock(&own); }}\n'


class Prelude(Story):
    def setUp(self):
        super().setUp()
        self.write("late/lock.h", "#pragma once\n" + tooltest.LOCK_H)
        self.write("late/common.h", COMMON)
        self.write("prelude.yaml", "version: 1\nprelude: [common.h]\n")

    def build(self, flags="", **sources):
        """Seven usual units, which are enough for a prelude, and those of the story."""
        sources = {**{f"usual{n}": PLAIN for n in range(7)}, **sources}
        for name, text in sources.items():
            self.write(f"{name}.c", text.format(name=name))
        self.database(*(f"{name}.c" for name in sources), flags=flags)
        return len(sources)

    def units(self, folder, *arguments):
        result = tooltest.lockorder("extract", "-p", ".", "--model=prelude.yaml", f"--units={folder}", *arguments,
                                    cwd=self.tree)
        self.assertStatus(0, result)
        short, = re.findall(r"(\d+) of them after a shared prelude", result.err)
        return int(short), {path.name: path.read_bytes() for path in (self.tree / folder).glob("*.lou")}

    def assertNothingShows(self, short):
        none, plain = self.units("plain", "-j1", "--no-header-cache")
        count, shared = self.units("shared", "-j1")
        self.assertEqual((0, short), (none, count))
        self.assertEqual(plain, shared)
        self.assertSame(self.plain("--no-cache", "--no-header-cache"), self.plain("--no-cache"))

    def test_usual_units(self):
        self.assertNothingShows(short=self.build())

    def test_one_that_does_not_include_it(self):
        self.assertNothingShows(short=self.build(alone=ALONE))

    def test_one_that_counts(self):
        self.assertNothingShows(short=self.build(
            counts='#include "common.h"\nint {name}(void) {{ int UNIQUE(y) = counted(); return 0; }}\n'))

    def test_one_that_only_names_a_record(self):
        self.assertNothingShows(short=self.build(
            names='struct mutex;\nstruct ghost;\nvoid take(struct ghost *);\n'
                  'void {name}(struct ghost *g) {{ take(g); }}\n'))

    def test_one_that_says_how_its_messages_begin(self):
        self.assertNothingShows(short=self.build(says='#define pr_fmt(text) "says: " text\n' + PLAIN))

    def test_one_that_changes_what_the_header_asks_for(self):
        usual = self.build(reverses="#define REVERSED\n" + PLAIN)
        self.assertNothingShows(short=usual - 1)
        self.assertFound(self.plain("--no-cache", "--model=prelude.yaml", "-j1"))

    def test_one_that_does_so_behind_it(self):
        self.assertNothingShows(short=self.build(reverses=PLAIN + "#define REVERSED\n"))

    def test_one_that_does_not_compile_with_it(self):
        usual = self.build(own='#include "lock.h"\nstatic void take_both(int n) {{ }}\n'
                               "void {name}(void) {{ take_both(1); }}\n")
        self.assertNothingShows(short=usual - 1)

    def test_one_that_does_not_compile(self):
        usual = self.build(broken=PLAIN + "int oops = no_such_thing;\n")
        self.assertNothingShows(short=usual - 1)

    def test_one_that_includes_a_file_beside_it(self):
        self.write("beside.h", "extern struct mutex next;\n")
        self.assertNothingShows(short=self.build(
            beside='#include "common.h"\n#include "beside.h"\n'
                   "void {name}(void) {{ mutex_lock(&next); mutex_unlock(&next); }}\n"))

    def test_a_header_that_does_not_compile(self):
        self.write("late/common.h", COMMON.replace("#endif\n", "int oops = no_such_thing;\n#endif\n", 1))
        self.build()
        self.assertNothingShows(short=0)

    def test_one_that_hangs_is_lost_alone(self):
        os.mkfifo(self.tree / "pipe.h")  # nobody writes into it
        self.build(z_hangs='#include "pipe.h"\n' + PLAIN)
        result = tooltest.lockorder("extract", "-p", ".", "--model=prelude.yaml", "--units=units", "-j1",
                                    "--timeout-per-unit=2", cwd=self.tree)
        self.assertSays(result, "lost unit: ", "z_hangs.c", "not finished after 2 s")
        self.assertSays(result, "7 units", "7 of them after a shared prelude")
        time.sleep(0.5)
        with self.assertRaises(OSError):  # nobody reads it any more
            os.open(self.tree / "pipe.h", os.O_WRONLY | os.O_NONBLOCK)

    def test_names_of_the_module(self):
        self.build()
        database = json.loads((self.tree / "compile_commands.json").read_text())
        for entry in database:
            name = entry["file"][:-2]
            entry["command"] = entry["command"].replace("gcc ", f"gcc -DKBUILD_MODNAME='\"{name}\"' ")
            self.write(entry["file"], PLAIN.format(name=name) + "static const char *name = KBUILD_MODNAME;\n")
        self.write("compile_commands.json", json.dumps(database))
        self.assertNothingShows(short=len(database))

    def test_the_cache_knows_what_it_was_made_of(self):
        self.build()
        arguments = ("-p", ".", "--model=prelude.yaml", f"--cache={self.cache}", "-j1", "--stats")
        check = lambda: tooltest.lockorder("check", *arguments, cwd=self.tree)  # noqa: E731
        self.assertSays(check(), "units after a shared prelude: 7")
        self.assertSays(check(), "units from the cache: 7")
        self.edit("late/common.h", "static void forgotten", "static inline void forgotten")
        again = check()
        self.assertSays(again, "units from the cache: 0")
        self.assertSays(again, "units after a shared prelude: 7")


if __name__ == "__main__":
    tooltest.main()
