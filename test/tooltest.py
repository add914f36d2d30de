# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the suites that run the finished tool share: running it, and being listed by CMake.

The tool is $LOCKORDER. A suite ends with `tooltest.main()`: FILE runs everything, FILE CLASS... or
FILE CLASS.test... a part, FILE --list and FILE --list-classes print the names for CTest.
"""
import atexit
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parent.parent

# Longer than any story takes, on a slow machine that builds something else as well.
DEADLINE = 120


class Result:
    """A finished run: exit status and both streams."""

    def __init__(self, arguments, finished):
        self.arguments = [str(a) for a in arguments]
        self.status = finished.returncode
        self.out = finished.stdout.decode("utf-8", "backslashreplace")
        self.err = finished.stderr.decode("utf-8", "backslashreplace")
        self.out_bytes = finished.stdout

    @property
    def json(self):
        return json.loads(self.out_bytes)

    def lines(self, word):
        return [line for line in self.err.splitlines() if word in line]

    def __str__(self):
        return (f"$ lockorder {' '.join(self.arguments)}\nexit status {self.status}\n"
                f"--- standard output\n{self.out[:4000]}\n--- standard error\n{self.err[:4000]}")


def tool():
    path = os.environ.get("LOCKORDER")
    if not path:
        sys.exit("set LOCKORDER to the lockorder program, or run this through ctest")
    return os.path.abspath(path)


@functools.cache
def cache_home():
    """Nobody's own cache is read or filled: that of this process goes when it ends."""
    folder = tempfile.mkdtemp(prefix="lockorder-cache.")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def environment_of(changes):
    return {**os.environ, "XDG_CACHE_HOME": cache_home(), **changes}


def lockorder(*arguments, cwd, **environment):
    finished = subprocess.run(
        [tool(), *map(str, arguments)], cwd=cwd, capture_output=True, timeout=DEADLINE,
        stdin=subprocess.DEVNULL, env=environment_of(environment))
    return Result(arguments, finished)


class ToolTest(unittest.TestCase):
    maxDiff = None

    def assertStatus(self, status, result):
        self.assertEqual(status, result.status, f"\n{result}")

    def assertSays(self, result, *words):
        """One line of standard error has all these words: place, what is wrong, what to do."""
        for line in result.err.splitlines():
            if all(word in line for word in words):
                return
        self.fail(f"no line says {words}\n{result}")

    def assertSilentOn(self, result, word):
        self.assertNotIn(word, result.err + result.out, f"\n{result}")

    def assertRefused(self, result, *words):
        """Nothing was analysed: one message, exit status 2."""
        self.assertSays(result, "lockorder: ", *words)
        self.assertStatus(2, result)
        self.assertSilentOn(result, "[lockorder-lock-order]")
        self.assertEqual("", result.out)


def cases(suite):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            yield from cases(each)
        else:
            yield each


# Sources that declare their mutex themselves: nothing depends on what a kernel's macros look like.
LOCK_H = """\
struct mutex { int owner; };
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
"""

# Two orders of two locks; what goes before it includes what they need.
INVERSION_C = """\
struct mutex a, b;
void forward(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}
void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
"""

ALONE_C = """\
#include "lock.h"
struct mutex c;
void alone(void) { mutex_lock(&c); mutex_unlock(&c); }
"""


class TreeTest(ToolTest):
    """Stories that begin with a small build in a folder of their own, `self.tree`."""

    def setUp(self):
        self.tree = pathlib.Path(tempfile.mkdtemp(prefix="lockorder-test."))
        self.addCleanup(shutil.rmtree, self.tree)

    def write(self, name, text):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")
        return path

    def lockorder(self, *arguments, **environment):
        return lockorder(*arguments, cwd=self.tree, **environment)


def main():
    option = sys.argv[1] if len(sys.argv) > 1 else ""
    if option in ("--list", "--list-classes"):
        ids = [case.id().removeprefix("__main__.") for case in
               cases(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))]
        names = ids if option == "--list" else [name.split(".")[0] for name in ids]
        print("\n".join(dict.fromkeys(names)))
        return
    unittest.main()
