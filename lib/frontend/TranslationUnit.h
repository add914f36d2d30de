//===- TranslationUnit.h - From C source to the lock program -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: what does this object of the build do to locks? Clang parses the source as the
// kernel's compiler did, its AST and CFG are lowered to the lock program, and Clang is gone.
//
//   CompileJob + KernelModel  --clang-->  AST, CFG, macro expansions  --lowering--> TranslationUnit
//
// This folder is the only one that includes clang/. It lowers and decides nothing: no check, no
// policy, no guess about what is a bug.
//
// Source that does not compile is lowered as far as Clang recovers; its errors are in Problems.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"
#include "kernel/KernelModel.h"
#include "lockir/LockIR.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lockorder {

/// Fails only where Clang yields no AST at all (source missing, arguments it rejects); the error
/// names the source. Cost: Clang's own parse plus a few percent.
/// All that Clang reads, it reads from `Disk`, whose working directory it changes.
llvm::Expected<TranslationUnit> extract(
    const CompileJob &Job, const KernelModel &Model,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk = llvm::vfs::createPhysicalFileSystem());

} // namespace lockorder
