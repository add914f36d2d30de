#!/usr/bin/env python3
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What lib/ARCHITECTURE.md promises about the source, checked against the source.

The stage list is the one in lib/CMakeLists.txt, from which the libraries are built. $LOCKORDER_SOURCE
may name a changed copy of the source.
"""
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tooltest  # noqa: E402

ROOT = pathlib.Path(os.environ.get("LOCKORDER_SOURCE", tooltest.SOURCE)).resolve()

# Files that may be longer than MAX_LINES, and why.
MAX_LINES = 450
LONG_FILES = {
    "lib/lockir/Parse.cpp": "one grammar, a function for each production",
}

# Functions that end the process belong to tool/. In a forked child there is no other way out.
EXIT_EXCEPTIONS = {
    "lib/driver/WorkerProcess.cpp": {"_exit"},
}

LICENCE = [
    "Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.",
    "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception",
]

# checks/ lies between these two stages (lib/CMakeLists.txt builds it there).
BEFORE_CHECKS, AFTER_CHECKS = "order", "report"
# The one include against the stream: a witness is made of the steps that a finding shows.
UPSTREAM_EXCEPTIONS = {("lib/order/Witness.h", "checks/Finding.h")}
CHECK_HEADERS = {"Finding.h", "Checks.h"}


def read(path):
    return path.read_text(encoding="utf-8")


def cmake_list(variable):
    """The words of `set(VARIABLE word word ...)` in lib/CMakeLists.txt."""
    found = re.search(r"set\(" + variable + r"\s+([^)]*)\)", read(ROOT / "lib/CMakeLists.txt"))
    assert found, f"lib/CMakeLists.txt sets no {variable}"
    return re.sub(r"#.*", "", found.group(1)).split()


def own_files(*folders, suffixes=(".cpp", ".h")):
    """Our C++ below these folders, with names relative to the root; kernel C is not ours to judge."""
    files = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.suffix in suffixes and not re.match(r"test/golden/.*\.h$", name):
                files.append(name)
    return files


def code(text):
    """The text without comments and string literals; lines are kept."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''

    def blank(match):
        return "\n" * match.group(0).count("\n")

    return re.sub(pattern, blank, text, flags=re.DOTALL)


def includes(name):
    """(line number, file, in quotes) of each include."""
    for number, line in enumerate(read(ROOT / name).splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
        if found:
            yield number, found.group(2), found.group(1) == '"'


class Architecture(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.stages = cmake_list("LOCKORDER_STAGES")
        self.clang_stages = cmake_list("LOCKORDER_CLANG_STAGES")

    def assertNone(self, problems, rule):
        self.assertFalse(problems, rule + ":\n  " + "\n  ".join(problems))

    def test_every_stage_is_a_folder_and_every_folder_a_stage(self):
        folders = sorted(p.name for p in (ROOT / "lib").iterdir() if p.is_dir())
        self.assertEqual(sorted(self.stages), folders)
        self.assertEqual(len(self.stages), len(set(self.stages)))
        self.assertTrue(set(self.clang_stages) <= set(self.stages))
        self.assertEqual(self.stages.index(AFTER_CHECKS), self.stages.index(BEFORE_CHECKS) + 1)
        for stage in self.stages:
            self.assertTrue(own_files(f"lib/{stage}"), f"lib/{stage} has no source")

    def test_a_stage_includes_only_itself_and_what_lies_before_it(self):
        order = list(self.stages)
        order.insert(order.index(AFTER_CHECKS), "checks")
        problems, excused = [], set()
        for stage in order:
            folder = "checks" if stage == "checks" else f"lib/{stage}"
            for name in own_files(folder):
                for line, file, _ in includes(name):
                    target = file.split("/")[0]
                    late = "/" in file and target in order and order.index(target) > order.index(stage)
                    if late and (name, file) in UPSTREAM_EXCEPTIONS:
                        excused.add((name, file))
                    elif late:
                        problems.append(f"{name}:{line}: {stage} includes {file}, a later stage")
                    if target == "tool" or file == "Options.h":
                        problems.append(f"{name}:{line}: {stage} includes {file} of the command line")
        self.assertNone(problems, "data flows one way (lib/CMakeLists.txt)")
        self.assertEqual(UPSTREAM_EXCEPTIONS, excused, "an exception that is not needed any more")

    def test_includes_of_our_own_files_name_their_stage(self):
        known = {n.split("/", 1)[1] for n in own_files("lib")} | set(own_files("checks"))
        generated = {"unit/Unit_generated.h"}
        problems = []
        for name in own_files("lib", "checks", "tool"):
            for line, file, quoted in includes(name):
                if ".." in file.split("/"):
                    problems.append(f"{name}:{line}: {file}")
                beside = (ROOT / name).parent / file
                if quoted and "/" not in file and beside.exists() and not name.startswith("tool/"):
                    problems.append(f"{name}:{line}: {file}, write STAGE/{file}")
                if quoted and file.split("/")[0] in self.stages and file not in known | generated:
                    problems.append(f"{name}:{line}: there is no {file}")
        for name in own_files("test"):
            for line, file, _ in includes(name):
                if ".." in file.split("/"):
                    problems.append(f"{name}:{line}: {file}")
        self.assertNone(problems, "own headers are included as STAGE/Header.h")

    def test_clang_ends_at_the_frontend(self):
        allowed = tuple(f"lib/{stage}/" for stage in self.clang_stages)
        problems = []
        users = 0
        for name in own_files("lib", "checks", "tool"):
            for line, file, _ in includes(name):
                if file.startswith("clang/"):
                    users += 1
                    # llvm/ and Clang's version number are not Clang's AST.
                    if not name.startswith(allowed) and file != "clang/Basic/Version.h":
                        problems.append(f"{name}:{line}: {file}")
        self.assertNone(problems, f"only {', '.join(allowed)} may include clang/")
        self.assertGreater(users, 0, "nobody includes clang/: does this test still look for it?")

    def test_only_the_tool_ends_the_process(self):
        call = re.compile(r"(?<![\w.>])(?:std::|::)?(_?exit|_Exit|quick_exit|abort|terminate)\s*\(")
        problems, excused = [], set()
        for name in own_files("lib", "checks"):
            for number, line in enumerate(code(read(ROOT / name)).splitlines(), 1):
                for function in call.findall(line):
                    if function in EXIT_EXCEPTIONS.get(name, ()):
                        excused.add(name)
                    else:
                        problems.append(f"{name}:{number}: {function}()")
        self.assertNone(problems, "bad input is an llvm::Expected, the impossible an assertion")
        self.assertEqual(set(EXIT_EXCEPTIONS), excused, "an exception that is not needed any more")

    def test_a_check_is_one_file_without_a_header(self):
        headers = {pathlib.Path(n).name for n in own_files("checks", suffixes=(".h",))}
        self.assertEqual(CHECK_HEADERS, headers)
        self.assertFalse([p for p in (ROOT / "checks").iterdir() if p.is_dir()])

    def test_files_stay_readable(self):
        problems, excused = [], set()
        for name in own_files("lib", "checks", "tool"):
            lines = read(ROOT / name).count("\n")
            if lines > MAX_LINES:
                excused.add(name)
                if name not in LONG_FILES:
                    problems.append(f"{name}: {lines} lines")
        self.assertNone(problems, f"no file over {MAX_LINES} lines; split it by what it is about")
        self.assertEqual(set(LONG_FILES), excused, "an exception that is not needed any more")

    def test_every_source_states_its_licence(self):
        files = own_files("lib", "checks", "tool", "test", suffixes=(".cpp", ".h", ".py", ".yaml", ".fbs"))
        files += [p.relative_to(ROOT).as_posix() for p in (ROOT / "compile_db_examples").rglob("*.[ch]")]
        scripts = [p.relative_to(ROOT).as_posix() for p in (ROOT / ".ci").iterdir()]
        scripts += ["test/run", "compile_db_examples/run", "compile_db_examples/make-database"]
        problems = []
        for name in files + scripts:
            head = "\n".join(read(ROOT / name).splitlines()[:8])
            if not all(line in head for line in LICENCE):
                problems.append(name)
        self.assertNone(problems, "the licence header of lib/base/Id.h is missing in")

    def test_no_machine_is_in_the_source(self):
        path = re.compile(r"/(?:home|Users|work|tmp/build)[/-]\w+|/tmp/build-")
        problems = []
        for name in own_files("lib", "checks", "tool", suffixes=(".cpp", ".h", ".yaml", ".txt", ".fbs")):
            text = re.sub(r"(?m)^\s*//.*$", "", read(ROOT / name))
            if path.search(text):
                problems.append(f"{name}: {path.search(text).group(0)}")
        self.assertNone(problems, "a path of somebody's machine")

    def test_text_of_the_code_reader_is_blanked(self):
        # The two rules above that read code() see neither comments nor strings.
        text = 'x(); // exit(1)\n/* abort( */ f("exit(2) \\" abort(");\nexit(3);\n'
        self.assertNotIn("abort", code(text))
        self.assertEqual(["x(); ", " f();", "exit(3);"], code(text).splitlines())


if __name__ == "__main__":
    tooltest.main()
