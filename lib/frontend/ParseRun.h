//===- ParseRun.h - One parse ----------------------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a command line to the unit, by way of Clang's AST of the whole source. The caller says what
// is parsed and what may be skipped or shared; parse() leaves the unit and what went wrong.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"
#include "frontend/BodyHints.h"
#include "kernel/KernelModel.h"
#include "lockir/LockIR.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace lockorder {

/// Keeps errors with their places; warnings are the compiler's business, not ours.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  struct Error {
    std::string Message, File;
    unsigned Line = 0, Column = 0;
    clang::SourceLocation Where; ///< in a file
  };

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// Forgets those inside: nobody needs it, and whether it was parsed is a matter of speed.
  void forget(clang::SourceRange In, const clang::SourceManager &Sources);

  std::vector<Error> Errors;
  uint64_t Count = 0;
};

/// What one parse is about.
struct ParseRun {
  const KernelModel &Model;
  const CompileJob *Job; ///< with a prelude: one like it, until Next has said which
  BodyHints *Hints;      ///< learn; null: no use for it
  bool Skip;             ///< bodies that the hints say are unneeded
  /// Called when the headers of the prelude are parsed, to go on with a job; see Prelude.h. Empty:
  /// there is no prelude.
  llvm::function_ref<const CompileJob *()> Next = nullptr;

  TranslationUnit Unit;
  ErrorCollector Errors;
  bool Ran = false;
  bool Guessed = true;  ///< nothing was skipped that is needed
  bool Entered = false; ///< Next was called
  bool Unsafe = false;  ///< the unit may be another one than without the prelude
};

/// All that Clang reads, it reads from `Disk`.
void parse(ParseRun &Into, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk);

} // namespace lockorder
