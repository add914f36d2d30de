//===- Spelling.h - Names for people ----------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How operators, flags and symbols are called in dumps and in messages.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace lockorder {

/// As in C.
llvm::StringRef spell(UnaryOp);
llvm::StringRef spell(BinaryOp);

llvm::StringRef spell(Op);      ///< "load", "deref" ...
llvm::StringRef spell(Linkage); ///< "external", "weak", "static"
llvm::StringRef spell(Guard);   ///< "always", "true", "false", "case", "default"

struct FlagWord {
  FunctionFlag Flag;
  llvm::StringLiteral Word;
};
/// Every function flag, from the lowest bit up.
llvm::ArrayRef<FlagWord> functionFlags();

/// A symbol as reports write locks: "name", for statics "name@file", in a function
/// "name@function@file".
std::string spellSymbol(const TranslationUnit &Unit, SymbolId Symbol);
/// "record.field".
std::string spellField(const TranslationUnit &Unit, FieldId Field);

} // namespace lockorder
