//===- CmdFiles.h - A database from Kbuild's .cmd files ---------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: with which commands was this folder built, when all that is left are the files that
// Kbuild writes beside each object? Header packages lack the kernel's gen_compile_commands.py.
//
//   kernel/.fork.o.cmd:      savedcmd_kernel/fork.o := gcc ... -c -o kernel/fork.o kernel/fork.c
//   /home/me/mod/.a.o.cmd:   cmd_/home/me/mod/a.o := gcc ... -I./include ... /home/me/mod/a.c ; ...
//
// The entries are those of the kernel's script; what the script is told with -d is found here:
// - a target with a relative name tells the folder it is relative to (in-tree and O= builds, and
//   modules since Linux 6.13, which are compiled in their own folder);
// - a target with an absolute name is a module's, compiled in the kernel's build folder. That is
//   written nowhere. It is the folder where all relative -I and -include of the command exist, and
//   whose release is the one in the built module's `vermagic`, looked for in `BuildDirectory` and
//   `Directories`, above and beside the source tree that the command names, and where distributions
//   keep the build folder of a release.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
}

namespace lockorder {

struct KbuildQuery {
  std::vector<std::string> Directories; ///< walked for .cmd files; none: the current directory
  std::string BuildDirectory;           ///< where the kernel was built; empty: found
};

/// One entry of a database; the strings are those of the kernel's script.
struct KbuildCommand {
  std::string Directory;
  std::string File;
  std::string Command;

  friend auto operator<=>(const KbuildCommand &, const KbuildCommand &) = default;
};

struct KbuildCommands {
  std::vector<KbuildCommand> Commands; ///< sorted by file, command, directory; unique
  uint64_t CmdFiles = 0;               ///< .cmd files seen; most are not of compilations
  std::vector<std::string> Problems;   ///< one readable line for each command that was left out
};

/// Fails when a directory cannot be read, or holds no command, or when a module's kernel build
/// folder cannot be found; the message names what to do.
llvm::Expected<KbuildCommands> collectKbuildCommands(const KbuildQuery &Query);

/// Writes compile_commands.json as the kernel's script does.
void writeDatabase(llvm::raw_ostream &OS, const std::vector<KbuildCommand> &Commands);

} // namespace lockorder
