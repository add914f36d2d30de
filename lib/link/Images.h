//===- Images.h - What is linked together -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A kernel build makes more than one program: vmlinux, each module, and small programs with a
// `main` and a `printf` of their own (the boot loader's stub, the vdso, the realmode trampoline).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"

namespace lockorder {

/// "vmlinux", "module NAME", or "program FOLDER".
std::string imageOf(const TranslationUnit &Unit, llvm::StringRef SourceRoot);

/// What one image defines, and the program's symbols for its names.
struct ImageNames {
  struct Definition {
    uint32_t Unit = NoUnit;
    bool Weak = false;
  };
  static constexpr uint32_t NoUnit = 0xffffffff, KnownUnit = 0xfffffffe;

  llvm::StringMap<Definition> Functions;
  llvm::StringSet<> Objects;
  llvm::StringMap<SymbolId> FunctionSymbols, ObjectSymbols;

  bool defines(const Symbol &S) const {
    return S.Kind == SymbolKind::Object ? Objects.contains(S.Name) : Functions.contains(S.Name);
  }
  /// None: made by nobody yet.
  SymbolId &symbolOf(const Symbol &S) {
    return (S.Kind == SymbolKind::Object ? ObjectSymbols : FunctionSymbols)[S.Name];
  }
};

} // namespace lockorder
