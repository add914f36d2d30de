#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Bodies of header functions that a unit does not need are skipped, and no unit shows it.

One worker extracts the sources in order: after the first it knows what the header's functions mention,
and guesses. Whatever it guesses, units are byte for byte those of --no-header-cache, where it does not.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from story import Story, tooltest  # noqa: E402

HEADER = """\
#include "lock.h"
extern struct mutex a, b;
static inline void take_a(void) { mutex_lock(&a); }
static inline void give_a(void) { mutex_unlock(&a); }
static inline void take_both(void) { take_a(); mutex_lock(&b); }
static inline void give_both(void) { mutex_unlock(&b); give_a(); }
static inline void take_reversed(void) { mutex_lock(&b); mutex_lock(&a); }
#define PASTED(what) take_##what()
"""

USER = '#include "{header}"\nvoid {name}(void)\n{{\n{body}}}\n'


class Bodies(Story):
    def sources(self, header, **bodies):
        self.write("late/bodies.h", header)
        for name, body in bodies.items():
            self.write(f"{name}.c", USER.format(header="bodies.h", name=name, body=f"\t{body}\n"))
        self.database(*(f"{name}.c" for name in bodies))

    def units(self, folder, *arguments):
        result = tooltest.lockorder("extract", "-p", ".", f"--units={folder}", "-j1", *arguments, cwd=self.tree)
        self.assertStatus(0, result)
        return {path.name: path.read_bytes() for path in (self.tree / folder).iterdir()}

    def assertNothingShows(self):
        self.assertEqual(self.units("full", "--no-header-cache"), self.units("guessed"))
        clean = self.plain("--no-cache", "--no-header-cache")
        for jobs in "-j1", "-j3":
            self.assertSame(clean, self.plain("--no-cache", jobs))
        return clean

    def test_what_a_unit_calls_is_there_in_each(self):
        self.sources(HEADER, first="take_both(); give_both();", second="take_a(); give_a();",
                     third="take_reversed(); give_both();", fourth="take_both(); give_both();")
        result = self.assertNothingShows()
        self.assertIn("possible circular locking dependency", result.err)

    def test_a_name_that_a_macro_pastes_together_is_no_word_of_the_source(self):
        self.sources(HEADER, first="take_a(); give_a();", second="PASTED(both); give_both();",
                     third="PASTED(reversed); give_both();", fourth="PASTED(reversed); give_both();")
        result = self.assertNothingShows()
        self.assertIn("possible circular locking dependency", result.err)

    def test_functions_that_only_clean_up_are_needed(self):
        header = HEADER + """\
static inline void drop(struct mutex **lock) { mutex_unlock(*lock); }
#define GUARD(lock) struct mutex *held __attribute__((cleanup(drop))) = lock; mutex_lock(held)
"""
        self.sources(header, first="take_a(); give_a();", second="GUARD(&a); mutex_lock(&b); mutex_unlock(&b);",
                     third="GUARD(&b); mutex_lock(&a); mutex_unlock(&a);")
        self.assertNothingShows()

    def test_tables_inside_a_function_come_with_it(self):
        header = HEADER + """\
struct ops { void (*run)(void); };
void start(const struct ops *ops);
static inline void start_both(void) { static const struct ops ops = { .run = take_both }; start(&ops); }
"""
        self.sources(header, first="take_a(); give_a();", second="start_both();", third="take_a(); give_a();")
        self.assertNothingShows()

    def test_a_function_of_another_body_under_other_macros(self):
        header = HEADER + """\
#ifdef REVERSED
static inline void take_some(void) { take_reversed(); }
#else
static inline void take_some(void) { take_both(); }
#endif
"""
        self.sources(header, first="take_some(); give_both();", second="take_some(); give_both();")
        self.write("second.c", "#define REVERSED\n" + (self.tree / "second.c").read_text())
        result = self.assertNothingShows()
        self.assertIn("possible circular locking dependency", result.err)

    def test_an_error_in_a_body_that_nobody_needs_is_nobodys(self):
        header = HEADER + "static inline void broken(void) { no_such_variable = 1; }\n"
        self.sources(header, first="take_a(); give_a();", second="take_a(); give_a();", third="broken();",
                     fourth="take_a(); give_a();")
        result = self.assertNothingShows()
        self.assertEqual(1, len(result.lines(": compile error: ")), f"\n{result}")


if __name__ == "__main__":
    tooltest.main()
