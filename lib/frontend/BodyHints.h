//===- BodyHints.h - Which header functions a unit will need ----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Half of the time of a parse goes into bodies of inline functions in headers that nothing in the
// unit calls. Clang can skip a body (ASTConsumer::shouldSkipFunctionBody), but has to be told while
// it parses, before it is known who calls what.
//
// So a worker process guesses, by what it has seen in units before: the names that stand in the
// source file, what the macros and inline functions of these names mention, and so on. The guess
// never shows in a unit: if a skipped body turns out to be reachable, the unit is parsed again
// without skipping (extract() in Extract.cpp), and the guess gets better.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "clang/AST/Decl.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringMap.h"
#include <vector>

namespace lockorder {

class BodyHints {
public:
  /// Guesses what a unit needs from the text of its source file. Linear in what was learned.
  void begin(llvm::StringRef SourceText);

  /// Whether the body of this inline function in a header can most likely be skipped.
  bool isUnneeded(const clang::FunctionDecl *F) const;

  /// What an inline function mentions, what macros expand to; the first of a name counts.
  void learn(const clang::FunctionDecl *F);
  void learn(clang::Preprocessor &Macros);

  /// The guess was wrong: from now on every unit needs it.
  void keep(const clang::FunctionDecl *F);

private:
  struct Name {
    std::vector<uint32_t> Mentions;
    bool IsFunction = false, IsMacro = false, Kept = false;
  };
  uint32_t idOf(llvm::StringRef Text);
  void need(uint32_t Id, std::vector<uint32_t> &Pending);

  llvm::StringMap<uint32_t> Ids;
  std::vector<Name> Names;
  std::vector<bool> Needed; ///< by the present unit
};

} // namespace lockorder
