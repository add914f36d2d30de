//===- SingleJob.cpp - A job from one command line --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/SingleJob.h"
#include "base/Error.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace lockorder {

static std::string absolute(llvm::StringRef Path) {
  llvm::SmallString<256> Full(Path);
  llvm::sys::fs::make_absolute(Full);
  llvm::sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return std::string(Full);
}

llvm::Expected<CompileJob> singleJob(const std::vector<std::string> &Command) {
  CompileJob Job;
  for (size_t I = 1; I < Command.size(); ++I) {
    llvm::StringRef Argument = Command[I];
    if (Argument == "-o" && I + 1 < Command.size()) {
      Job.Object = absolute(Command[++I]);
    } else if (!Argument.starts_with("-") && Argument.ends_with(".c")) {
      if (!Job.Source.empty())
        return makeError("the command compiles more than one source (" + Job.Source + ", " +
                         Argument + "); give one command for each");
      Job.Source = absolute(Argument);
    }
  }
  if (Job.Source.empty())
    return makeError("the command after -- names no C source; expected COMPILER ARGS... FILE.c");
  if (Job.Object.empty())
    Job.Object = llvm::StringRef(Job.Source).drop_back(1).str() + "o";
  Job.Directory = absolute(".");
  std::vector<std::string> Dropped;
  Job.Arguments = clangArguments(Command, Dropped);
  llvm::Expected<std::string> Resources = findResourceDirectory();
  if (!Resources)
    return Resources.takeError();
  Job.Arguments.push_back("-resource-dir");
  Job.Arguments.push_back(*Resources);
  return Job;
}

} // namespace lockorder
