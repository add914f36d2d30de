//===- CommandLine.h - One compiler call, understood ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does this command line compile, into what, for which machine, and which of its
// options can change what a parser sees?
//
//   ccache arm-linux-gnueabi-gcc-12 -Wp,-MMD,.a.o.d -mfpu=vfp -fconserve-stack -c -o a.o a.c
//          `-- --target         |   `-- dropped    `-- kept  `-- dropped,     `-- Output
//                               `-- not looked at                counted
//
// Everything is kept or dropped by one table (FlagTable.h); an option that is not in it is dropped
// and counted, so that a flag of a compiler not yet heard of costs no unit.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace lockorder {

/// Splits by the rules of the shell: '...' is literal, in "..." a backslash escapes only $ ` "
/// \ and a newline, outside of quotes it escapes anything.
std::vector<std::string> splitCommand(llvm::StringRef Command);

/// The other way: one word, whatever it contains.
std::string quoteForShell(llvm::StringRef Word);
/// Each of them with a space and `Before` in front.
std::string shellWords(const std::vector<std::string> &Words, llvm::StringRef Before = "");

struct CommandLine {
  std::vector<std::string> Arguments; ///< for Clang; see clangArguments
  std::vector<std::string> Dropped;   ///< names of flags that were dropped and matter to the user
  std::string Output;                 ///< value of the last -o
  std::string Language;               ///< value of the last -x
  bool IsKernel = false;              ///< __KERNEL__ is defined
};

CommandLine understandCommand(const std::vector<std::string> &Command);

/// The target that the compiler's name or Kbuild's include path tells; empty: neither does.
/// `FirstArgument` receives the index after launchers and compiler.
std::string inferTarget(const std::vector<std::string> &Command, size_t &FirstArgument);

} // namespace lockorder
