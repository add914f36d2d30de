//===- NinjaFile.cpp - Extraction as a build ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/NinjaFile.h"
#include "driver/UnitFolder.h"
#include "driver/Version.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {
namespace {

/// What stands behind `=`: ninja knows no character but `$`.
std::string value(llvm::StringRef Text) {
  std::string Out;
  for (char C : Text) {
    if (C == '$')
      Out += '$';
    Out += C;
  }
  return Out;
}

/// A path in a build line, where spaces and colons separate.
std::string path(llvm::StringRef Text) {
  std::string Out;
  for (char C : Text) {
    if (C == '$' || C == ' ' || C == ':')
      Out += '$';
    Out += C;
  }
  return Out;
}

} // namespace

std::string quoteForShell(llvm::StringRef Word) {
  bool Plain = !Word.empty() && llvm::all_of(Word, [](char C) {
    return llvm::isAlnum(C) || llvm::StringRef("_-+=./,:@%").contains(C);
  });
  if (Plain)
    return Word.str();
  std::string Out = "'";
  for (char C : Word)
    if (C == '\'')
      Out += "'\\''";
    else
      Out += C;
  Out += '\'';
  return Out;
}

void writeNinjaFile(const CompileJobs &Jobs, const NinjaBuild &Build, llvm::raw_ostream &Out) {
  std::string Models;
  for (const std::string &File : Build.ModelFiles)
    Models += " --model=" + quoteForShell(File);
  Out << "# Units of " << Jobs.Database << ", by lockorder " << Version
      << ".\n# `ninja -k 0 -f` this file, then `lockorder link --units=" << Build.Units << "`.\n\n"
      << "launcher = " << value(Build.Launcher) << "\n"
      << "rule unit\n"
      << "  command = cd $directory && $launcher " << value(quoteForShell(Build.Tool))
      << " extract -o $out --depfile=$out.d" << value(Models) << " -- $arguments\n"
      << "  description = EXTRACT $in\n"
      << "  depfile = $out.d\n"
      << "  deps = gcc\n"
      << "  restat = 1\n";
  for (const CompileJob &Job : Jobs.Jobs) {
    Out << "\nbuild " << path(unitPath(Build.Units, Job.Object)) << ": unit " << path(Job.Source)
        << "\n  directory = " << value(quoteForShell(Job.Directory)) << "\n  arguments =";
    for (const std::string &Argument : Job.Arguments)
      Out << ' ' << value(quoteForShell(Argument));
    Out << " -o " << value(quoteForShell(Job.Object)) << ' ' << value(quoteForShell(Job.Source))
        << '\n';
  }
}

} // namespace lockorder
