//===- NinjaFile.cpp - Extraction as a build ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/NinjaFile.h"
#include "compdb/CommandLine.h"
#include "driver/UnitFolder.h"
#include "driver/Version.h"

namespace lockorder {
namespace {

std::string escaped(llvm::StringRef Text, llvm::StringRef Special) {
  std::string Out;
  for (char C : Text) {
    if (Special.contains(C))
      Out += '$';
    Out += C;
  }
  return Out;
}

/// What stands behind `=`: ninja knows no character but `$`.
std::string value(llvm::StringRef Text) { return escaped(Text, "$"); }

/// A path in a build line, where spaces and colons separate.
std::string path(llvm::StringRef Text) { return escaped(Text, "$ :"); }

} // namespace

void writeNinjaFile(const CompileJobs &Jobs, const NinjaBuild &Build, llvm::raw_ostream &Out) {
  Out << "# Units of " << Jobs.Database << ", by lockorder " << Version
      << ".\n# `ninja -k 0 -f` this file, then `lockorder link --units=" << Build.Units << "`.\n\n"
      << "launcher = " << value(Build.Launcher) << "\n"
      << "rule unit\n"
      << "  command = cd $directory && $launcher " << value(quoteForShell(Build.Tool))
      << " extract -o $out --depfile=$out.d" << value(shellWords(Build.ModelFiles, "--model="))
      << " -- $arguments\n"
      << "  description = EXTRACT $in\n"
      << "  depfile = $out.d\n"
      << "  deps = gcc\n"
      << "  restat = 1\n";
  for (const CompileJob &Job : Jobs.Jobs) {
    Out << "\nbuild " << path(unitPath(Build.Units, Job.Object)) << ": unit " << path(Job.Source)
        << "\n  directory = " << value(quoteForShell(Job.Directory))
        << "\n  arguments =" << value(shellWords(Job.Arguments)) << " -o "
        << value(quoteForShell(Job.Object)) << ' ' << value(quoteForShell(Job.Source)) << '\n';
  }
}

} // namespace lockorder
