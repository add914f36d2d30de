//===- SingleJob.cpp - A job from one command line --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/SingleJob.h"
#include "base/AbsolutePath.h"
#include "base/Error.h"

namespace lockorder {

llvm::Expected<CompileJob> singleJob(const std::vector<std::string> &Command) {
  CompileJob Job;
  for (size_t I = 1; I < Command.size(); ++I) {
    llvm::StringRef Argument = Command[I];
    if (Argument == "-o" && I + 1 < Command.size()) {
      Job.Object = absolutePath(Command[++I]);
    } else if (!Argument.starts_with("-") && Argument.ends_with(".c")) {
      if (!Job.Source.empty())
        return makeError("the command compiles more than one source (" + Job.Source + ", " +
                         Argument + "); give one command for each");
      Job.Source = absolutePath(Argument);
    }
  }
  if (Job.Source.empty())
    return makeError("the command after -- names no C source; expected COMPILER ARGS... FILE.c");
  if (Job.Object.empty())
    Job.Object = llvm::StringRef(Job.Source).drop_back(1).str() + "o";
  Job.Directory = absolutePath(".");
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
