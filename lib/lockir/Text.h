//===- Text.h - The lock program as text ------------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every stage after the frontend is tested, and every bug is reported, in this text. For every
// valid unit, `parse(dump(unit)) == unit`; for every text that parses, the result passes `verify`.
// The grammar is in Parse.cpp.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace lockorder {

/// Prints the unit; linear time, same bytes for equal units.
void dump(const TranslationUnit &Unit, llvm::raw_ostream &Out);
std::string dump(const TranslationUnit &Unit);
/// One expression, as it appears in the dump.
std::string dump(const TranslationUnit &Unit, const Function &F, NodeId Node);

/// Reads what `dump` prints, and what a person writes by hand: white space and `#` comments are
/// free, tables need not be declared (names that occur are entered). Errors: "LINE:COLUMN: what;
/// expected".
llvm::Expected<TranslationUnit> parse(llvm::StringRef Text);

/// Checks what all later stages rely on: ids in range, operands before their users, places where
/// places are needed, successors that exist, Case ranges that are ranges. The error names function,
/// block and event.
llvm::Error verify(const TranslationUnit &Unit);

} // namespace lockorder
