# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the stories about the cache start from: a small build of three units with an inversion in two."""
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402

SHARED_H = """\
#include "lock.h"
extern struct mutex a, b;
#define FIRST &b
#define SECOND &a
"""

FORWARD_C = """\
#include "shared.h"
struct mutex a, b;
void forward(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}
"""

BACKWARD_C = """\
#include "shared.h"
void backward(void)
{
	mutex_lock(FIRST);
	mutex_lock(SECOND);
	mutex_unlock(SECOND);
	mutex_unlock(FIRST);
}
"""


# Takes the analysis a while: each condition doubles the paths.
HEAVY_C = f"""\
#include "shared.h"
void forward(void);
void heavy(int *x)
{{
	mutex_lock(&b);
	forward();
{"".join(f"	if (x[{i}]) mutex_lock(&m{i});{chr(10)}" for i in range(6))}\
{"".join(f"	if (x[{i}]) mutex_unlock(&m{i});{chr(10)}" for i in range(6))}\
	mutex_unlock(&b);
}}
""".replace("void forward", "extern struct mutex " + ", ".join(f"m{i}" for i in range(6)) + ";\nvoid forward", 1)


class Story(tooltest.TreeTest):
    def setUp(self):
        super().setUp()
        self.cache = self.tree / "cache"
        for name, text in (("late/lock.h", tooltest.LOCK_H), ("late/shared.h", SHARED_H),
                           ("forward.c", FORWARD_C), ("backward.c", BACKWARD_C), ("alone.c", tooltest.ALONE_C)):
            self.write(name, text)
        (self.tree / "early").mkdir()
        self.database("forward.c", "backward.c", "alone.c")

    def edit(self, name, old, new):
        text = (self.tree / name).read_text()
        self.assertIn(old, text)
        self.write(name, text.replace(old, new))

    def database(self, *sources, flags="", extra=()):
        entries = [{"directory": str(self.tree), "file": source,
                    "command": f"gcc -D__KERNEL__ {flags} -Iearly -Ilate -c -o {source[:-2]}.o {source}"}
                   for source in sources]
        self.write("compile_commands.json", json.dumps([*entries, *extra], indent=1))

    def plain(self, *arguments, **environment):
        return tooltest.lockorder("check", "-p", ".", *arguments, cwd=self.tree, **environment)

    def check(self, *arguments, **environment):
        return self.plain(f"--cache={self.cache}", *arguments, **environment)

    def kept(self):
        """(units, manifests, reports) that `lockorder cache stats` counts."""
        result = tooltest.lockorder("cache", "stats", f"--cache={self.cache}", cwd=self.tree)
        self.assertStatus(0, result)
        found = re.fullmatch(r".*: (\d+) units, (\d+) lists of what they were made of, (\d+) reports of (\d+) analyses, "
                             r"results of \d+ programs, \d+ KiB\n",
                             result.out)
        self.assertTrue(found, f"\n{result}")
        return tuple(map(int, found.groups()[:3]))

    def analyses(self):
        """How many different ones the cache has the findings of."""
        return len(list(self.cache.glob("*.findings")))

    def files(self, extension):
        found = sorted(self.cache.glob("*" + extension))
        self.assertTrue(found, f"no {extension} in the cache")
        return found

    def forget(self, *extensions):
        """Takes these files out of the cache."""
        for extension in extensions:
            for path in self.files(extension):
                path.unlink()

    def assertNamed(self, result, paths):
        """It says that these were damaged, and is otherwise what a run without a cache says."""
        named = result.lines("damaged, and made again")
        self.assertEqual(sorted(paths), sorted(line.split(": ")[0] for line in named))
        rest = [line for line in result.err.splitlines() if line not in named]
        self.assertEqual((self.clean.status, self.clean.out_bytes, self.clean.err.splitlines()),
                         (result.status, result.out_bytes, rest))

    def from_cache(self):
        """How many units a run takes from the cache; it fills it, but for the report."""
        line, = self.check("--stats").lines("units from the cache: ")
        return int(line.rsplit(" ", 1)[1])

    def solved_before(self):
        """How many parts of the call graph a run does not analyse again."""
        line, = self.check("--stats").lines("parts of the call graph solved by an earlier run: ")
        return int(line.rsplit(" ", 1)[1])

    def assertSame(self, expected, result):
        self.assertEqual((expected.status, expected.out_bytes, expected.err),
                         (result.status, result.out_bytes, result.err), f"\n{result}")

    def assertFollows(self, units, *arguments):
        """After a change so many units are as before, what is printed is what a run without a cache
        prints, and then it is known. What is printed."""
        self.assertEqual(units, self.from_cache())
        clean = self.plain("--no-cache", *arguments)
        self.assertSame(clean, self.check(*arguments))
        kept = self.kept()
        self.assertSame(clean, self.check(*arguments))
        self.assertEqual(kept, self.kept())
        return clean

    def assertFound(self, result):
        self.assertSays(result, ": warning: ", "a -> b -> a", "[lockorder-lock-order]")
        self.assertStatus(1, result)

    def assertClean(self, result):
        self.assertSilentOn(result, ": warning: ")
        self.assertStatus(0, result)
