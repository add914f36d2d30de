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

/// What a process has learned about headers from one unit to the next; see BodyHints.h.
class BodyHints;
std::shared_ptr<BodyHints> makeBodyHints();

/// Fails only where Clang yields no AST at all (source missing, arguments it rejects); the error
/// names the source. All that Clang reads, it reads from `Disk`, whose working directory it
/// changes. Cost: Clang's own parse plus a few percent; with `Hints`, from the second unit on,
/// about half of it, and nothing else is different.
llvm::Expected<TranslationUnit> extract(
    const CompileJob &Job, const KernelModel &Model,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk = llvm::vfs::createPhysicalFileSystem(),
    BodyHints *Hints = nullptr);

/// What `Job` shares with others: they are extracted after one prelude if theirs are equal.
std::vector<std::string> preludeArguments(const CompileJob &Job);

/// Parses the prelude of jobs like this one, calls `Next`, and goes on with the job that it
/// returns: in whatever process, for `Next` may fork(). None: this unit (if `Next` was not called,
/// all like it) has to be extracted plainly.
std::optional<TranslationUnit>
extractAfterPrelude(const CompileJob &Like, const KernelModel &Model,
                    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk,
                    llvm::function_ref<const CompileJob *()> Next);

} // namespace lockorder
