//===- Prelude.h - Headers that are parsed once for many units --*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernel units include the same hundreds of headers. A process parses the most common of them (the
// prelude: `prelude` in the model), and then a copy of it, made by fork(), goes on with each unit.
// To the unit it is as if its source began with these #includes: its own find their guards defined.
// Unlike a precompiled header, nothing is written, loaded or checked, and what the preprocessor has
// told about macros is there as well.
//
// A unit has to come out as without a prelude. It can differ where
//  - the unit's source does not compile after these headers: any error means a plain parse;
//  - it defines or undefines, before an #include, a macro that the prelude has asked for or
//  expanded:
//    PreludeWatch sees it, and that means a plain parse, too;
//  - units of other flags share the prelude: jobs of equal preludeArguments() only do.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "compdb/CompileJobs.h"
#include "kernel/KernelModel.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Pragma.h"
#include "clang/Lex/Token.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <functional>

namespace lockorder {

/// The name of the source that includes the prelude and nothing else.
inline constexpr const char *PreludePath = "/lockorder-prelude.c";

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withPrelude(const KernelModel &Model, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk);

/// Goes on with the job's own source, after what only its command line defines. False: cannot read
/// it.
bool enterSource(const CompileJob &Job, clang::CompilerInstance &Instance);

/// `#pragma` at the end of the prelude.
class PreludeEnd : public clang::PragmaHandler {
public:
  static constexpr const char *Name = "lockorder_prelude_ends";
  explicit PreludeEnd(std::function<void()> Then) : PragmaHandler(Name), Then(std::move(Then)) {}
  void HandlePragma(clang::Preprocessor &PP, clang::PragmaIntroducer, clang::Token &) override;

private:
  std::function<void()> Then;
};

/// Whether the unit changes what the prelude has looked at.
class PreludeWatch : public clang::PPCallbacks {
public:
  explicit PreludeWatch(clang::Preprocessor &PP) : PP(PP) {}
  void leavePrelude() { InUnit = true; }
  bool isUnsafe() const { return Unsafe; }

  void MacroExpands(const clang::Token &Name, const clang::MacroDefinition &, clang::SourceRange,
                    const clang::MacroArgs *) override {
    asked(Name);
  }
  void Ifdef(clang::SourceLocation, const clang::Token &Name,
             const clang::MacroDefinition &) override {
    asked(Name);
  }
  void Ifndef(clang::SourceLocation, const clang::Token &Name,
              const clang::MacroDefinition &) override {
    asked(Name);
  }
  void Defined(const clang::Token &Name, const clang::MacroDefinition &,
               clang::SourceRange) override {
    asked(Name);
  }
  void MacroDefined(const clang::Token &Name, const clang::MacroDirective *) override {
    changed(Name);
  }
  void MacroUndefined(const clang::Token &Name, const clang::MacroDefinition &,
                      const clang::MacroDirective *) override {
    changed(Name);
  }
  void InclusionDirective(clang::SourceLocation Hash, const clang::Token &, llvm::StringRef, bool,
                          clang::CharSourceRange, clang::OptionalFileEntryRef, llvm::StringRef,
                          llvm::StringRef, const clang::Module *, bool,
                          clang::SrcMgr::CharacteristicKind) override;

private:
  void asked(const clang::Token &Name) {
    if (!InUnit)
      Asked.insert(Name.getIdentifierInfo());
  }
  void changed(const clang::Token &Name);
  bool isInSource(clang::SourceLocation Where) const;

  clang::Preprocessor &PP;
  llvm::DenseSet<const clang::IdentifierInfo *> Asked;
  bool InUnit = false;
  bool Changed = false; ///< one of them
  bool Unsafe = false;  ///< ... and a header was included after that
};

} // namespace lockorder
