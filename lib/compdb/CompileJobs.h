//===- CompileJobs.h - What is to be analysed, and how it was built -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which object files does this build consist of, and with which arguments must Clang
// parse each of them so that it sees what the kernel's compiler saw, and writes nothing?
//
//   compile_commands.json --> [ { object, source, directory, clang arguments } ... ]
//
// A job is an *object*, not a source: a source may be compiled twice with different macros. Where
// two entries build the same object, the later one is the job (build tools append what they ran
// last) and the earlier one a duplicate, whether or not they are equal.
//
// Not modelled: a command that is more than one compiler call (`a && b`), and flags that matter
// only to generated code: those are left out, as are all warnings.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/Support/Error.h"
#include <map>
#include <string>
#include <vector>

namespace lockorder {

/// One kernel object of the build.
struct CompileJob {
  std::string Directory; ///< absolute; relative arguments are relative to it
  std::string Source;    ///< absolute, normalized
  std::string Object;    ///< absolute, normalized: the job's identity; the `-o` (or the
                         ///< entry's `output`), else the source with `.o`
  std::vector<std::string> Arguments; ///< for Clang, without the source, without any output option

  friend auto operator<=>(const CompileJob &, const CompileJob &) = default;
};

/// What became of every entry of the database: Entries == Jobs + the sum of the other counts.
struct DatabaseCounts {
  uint64_t Entries = 0;
  uint64_t Jobs = 0;
  uint64_t HostPrograms = 0;   ///< C compiled without -D__KERNEL__
  uint64_t Assembly = 0;       ///< .S files
  uint64_t OtherLanguages = 0; ///< Rust, C++ ...
  uint64_t Duplicates = 0;     ///< an object that a later entry builds again
  uint64_t Unselected = 0;     ///< not under the files and folders that were asked for
  uint64_t Malformed = 0;      ///< entries that could not be understood; see Problems
  /// Flags that Clang does not know or that nobody here has heard of (without value, with `=`) ->
  /// the number of jobs. Outputs, warnings and flags for generated code only are not counted.
  std::map<std::string, uint64_t> DroppedFlags;
};

struct CompileJobs {
  std::string Database; ///< absolute path of the file that was read
  /// Absolute; reports name files relative to it; the same whatever is selected. The kernel tree
  /// (Kbuild, Makefile, include/linux) that most sources lie in; where most lie in none (a module),
  /// the database's folder if it holds any of them, else the directory of the first.
  std::string SourceRoot;
  std::vector<CompileJob> Jobs; ///< sorted by Object, unique
  DatabaseCounts Counts;
  std::vector<std::string> Problems; ///< one readable line for each malformed entry
};

struct DatabaseQuery {
  /// A directory or a compile_commands.json.
  std::string Path;
  /// Files or folders (of sources or objects), relative to the current directory, else the
  /// database's, else the source tree: the first where it matches something. Empty: everything.
  std::vector<std::string> Selections;
  /// Clang's builtin headers. Empty: found at run time.
  std::string ResourceDirectory;
};

/// Reads a database. Fails (naming file, line and remedy) when it is missing, unreadable, not JSON,
/// or when a selection matches nothing; a malformed entry costs that entry only.
/// Streams: memory is proportional to the jobs kept, not to the text. Linear time.
llvm::Expected<CompileJobs> readCompileJobs(const DatabaseQuery &Query);

/// The resource directory (the one with include/stddef.h) of the Clang that this was built with.
llvm::Expected<std::string> findResourceDirectory();

/// Turns one compiler command line (argv[0] and launchers such as ccache included) into Clang's
/// arguments, of which the first is "clang": drops or translates what only GCC knows, strips
/// inputs, outputs and dependency files. --target comes from the command, else from the compiler's
/// name (`aarch64-linux-gnu-gcc-12`), else from Kbuild's -I arch/NAME/include, so that the result
/// does not depend on the machine that analyses. `Dropped` receives each dropped flag's name, once.
std::vector<std::string> clangArguments(const std::vector<std::string> &Command,
                                        std::vector<std::string> &Dropped);

} // namespace lockorder
