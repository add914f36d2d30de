//===- Target.cpp - The machine a command compiles for --------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CommandLine.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"

namespace lockorder {
namespace {

bool isLauncher(llvm::StringRef Word) {
  return llvm::StringSwitch<bool>(llvm::sys::path::filename(Word))
      .Cases("ccache", "sccache", "distcc", "icecc", "gomacc", "buildcache", true)
      .Cases("env", "nice", "time", true)
      .Default(false);
}

/// VAR=VALUE, as `env` and shells take it.
bool isAssignment(llvm::StringRef Word) {
  size_t Equals = Word.find('=');
  return Equals != llvm::StringRef::npos && Equals != 0 &&
         llvm::all_of(Word.take_front(Equals), [](char C) { return llvm::isAlnum(C) || C == '_'; });
}

/// aarch64-linux-gnu of /usr/bin/aarch64-linux-gnu-gcc-12.
std::string targetOfName(llvm::StringRef Compiler) {
  llvm::StringRef Name = llvm::sys::path::filename(Compiler);
  Name.consume_back(".exe");
  Name = Name.rtrim("0123456789.").rtrim('-');
  for (llvm::StringRef Kind : {"-gcc", "-clang", "-cc", "-g++", "-clang++", "-c++"})
    if (Name.consume_back(Kind))
      return llvm::Triple(Name).getArch() == llvm::Triple::UnknownArch ? "" : Name.str();
  return "";
}

/// Kbuild hands every unit -I[TREE/]arch/NAME/include first; empty for another path.
llvm::StringRef architectureOf(llvm::StringRef IncludeFolder) {
  if (!IncludeFolder.consume_back("/include"))
    return "";
  auto [Tree, Name] = IncludeFolder.rsplit('/');
  return Tree == "arch" || Tree.ends_with("/arch") ? Name : "";
}

/// The driver refines these by -m32, -mlittle-endian, -EL, -mabi=...; user mode Linux ("um") is
/// built for whatever machine its host is.
llvm::StringRef targetOfArchitecture(llvm::StringRef Architecture) {
  return llvm::StringSwitch<llvm::StringRef>(Architecture)
      .Case("arm", "arm-linux-gnueabi")
      .Case("arm64", "aarch64-linux-gnu")
      .Case("hexagon", "hexagon-linux-musl")
      .Case("loongarch", "loongarch64-linux-gnu")
      .Case("mips", "mips64-linux-gnuabi64")
      .Case("powerpc", "powerpc64-linux-gnu")
      .Case("riscv", "riscv64-linux-gnu")
      .Case("s390", "s390x-linux-gnu")
      .Case("sparc", "sparc64-linux-gnu")
      .Case("x86", "x86_64-linux-gnu")
      .Default("");
}

std::string targetOfIncludes(llvm::ArrayRef<std::string> Options) {
  llvm::StringRef Target;
  for (llvm::StringRef Option : Options)
    if (Target.empty() && Option.consume_front("-I"))
      Target = targetOfArchitecture(architectureOf(Option));
  bool Is32 = llvm::any_of(
      Options, [](llvm::StringRef Option) { return Option.starts_with("-march=rv32"); });
  return Is32 && Target.starts_with("riscv64") ? "riscv32-linux-gnu" : Target.str();
}

} // namespace

std::string inferTarget(const std::vector<std::string> &Command, size_t &FirstArgument) {
  FirstArgument = 0;
  while (FirstArgument + 1 < Command.size() &&
         (isLauncher(Command[FirstArgument]) || isAssignment(Command[FirstArgument])))
    ++FirstArgument;
  if (FirstArgument == Command.size())
    return "";
  llvm::StringRef Compiler = Command[FirstArgument++];
  std::string Target = targetOfName(Compiler);
  return Target.empty() ? targetOfIncludes(llvm::ArrayRef(Command).drop_front(FirstArgument))
                        : Target;
}

} // namespace lockorder
