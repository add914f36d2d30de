#===- test/golden/harness/kernel.py - How Kbuild compiles a module here -*- python -*-===#
#
# Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===#
"""The command with which Kbuild compiles a file of a module against Debian's kernel headers.

Nothing is imitated: Kbuild compiles an empty file, `lockorder compdb` reads what Kbuild recorded, and the
cases borrow that command, with another source, object and module name.
"""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from harness.cases import Case

REMEDY = "apt-get install linux-headers-amd64"
_SIBLING = "golden_sibling"


class SetupError(Exception):
    """The cases cannot run here; the message says what to do."""


def newest_headers() -> Path:
    """The plain flavour of the newest version; -rt and -cloud are configured otherwise."""

    def version(path: Path) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", path.name.removesuffix("-amd64"))]

    found = [
        path
        for path in Path("/usr/src").glob("linux-headers-*-amd64")
        if not re.search(r"-(rt|cloud)-", path.name) and (path / "Makefile").is_file()
    ]
    if not found:
        raise SetupError(f"no kernel headers in /usr/src/linux-headers-*-amd64; {REMEDY}")
    return max(found, key=version)


@dataclass(frozen=True)
class KernelCommand:
    """A compile command and the folder it runs in."""

    directory: str
    command: str
    source: str
    golden: Path  # this test's folder: kernel.h and configs/

    def entry(self, case: Case, unit: str, folder: Path, configuration: str) -> dict[str, str]:
        module = re.sub(r"\W", "_", Path(case.name).name)
        stem = unit.removesuffix(".c")
        command = self.command.replace(self.source.removesuffix(".c") + ".", f"{folder}/{stem}.")
        command = command.replace(f".{_SIBLING}.o.d", f".{stem}.o.d")
        command = re.sub(rf"(KBUILD_BASENAME=\S*?){_SIBLING}", rf"\g<1>{stem.replace('-', '_')}", command)
        command = command.replace(_SIBLING, module)
        # The same for all cases: headers are read once for units with equal flags.
        extra = f" -I{self.golden}"
        if configuration != "shipped":
            # Behind kconfig.h, which brings autoconf.h, and before all that asks for a CONFIG_.
            macros = self.golden / "configs" / f"{configuration}.h"
            command, done = re.subn(r"(-include \S*/linux/kconfig\.h)", rf"\1 -include {macros}", command)
            if not done:
                raise SetupError("Kbuild's command does not include linux/kconfig.h")
        return {
            "directory": self.directory,
            "file": str(folder / unit),
            "command": command.replace(" -c ", f"{extra} -c ", 1),
        }


def kernel_command(tool: Path, headers: Path, scratch: Path, golden: Path) -> KernelCommand:
    if not (headers / "Makefile").is_file():
        raise SetupError(f"no kernel headers in {headers}; {REMEDY}")
    folder = scratch / "kbuild"
    folder.mkdir()
    source = folder / f"{_SIBLING}.c"
    source.write_text('#include <linux/module.h>\nMODULE_LICENSE("GPL");\n', encoding="utf-8")
    (folder / "Kbuild").write_text(f"obj-m := {_SIBLING}.o\n", encoding="utf-8")
    _run(["make", "-C", str(headers), f"M={folder}", "CC=gcc", f"{_SIBLING}.o"], folder)
    # From the headers' folder, where Kbuild ran the command: it records no directory.
    entries = json.loads(_run([str(tool), "compdb", str(folder)], headers))
    for entry in entries:
        if entry["file"] == str(source):
            return KernelCommand(entry["directory"], entry["command"], entry["file"], golden)
    raise SetupError(f"`lockorder compdb` has no entry for {source}")


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"`{' '.join(command)}` failed:\n{done.stdout}{done.stderr}\n(perhaps: {REMEDY} make gcc)")
    return done.stdout
