//===- SingleJob.h - A job from one command line ----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"

namespace lockorder {

/// The job that a compiler's command line (argv[0] included) describes, run in the current
/// directory. Fails when it names no C source, or more than one.
llvm::Expected<CompileJob> singleJob(const std::vector<std::string> &Command);

} // namespace lockorder
