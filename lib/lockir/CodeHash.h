//===- CodeHash.h - Is this function's code what it was? --------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of a kernel that was analysed before, nearly all functions are as they were, and to see that must
// not take as long as to read them. So a unit has a hash of each: of all that its code says, but
//   - which symbols, members and records it names: a unit's ids mean nothing elsewhere, and what a
//     symbol is, only the linked program knows;
//   - on which lines its places are. In which order they come is in the hash.
//
// And of a kernel's functions, most are the same header's, in one unit after the other. So a second
// hash has the rest, by name and line: two of these with equal hashes are one function, if their
// symbols are the same.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"

namespace lockorder {

/// A static function of a header: other units may have the same one.
bool isFromHeader(const TranslationUnit &Unit, const Function &F);

/// O(n log n) in its events.
CodeHash codeHash(const TranslationUnit &Unit, const Function &F);
/// Of all functions, for TranslationUnit::Code.
std::vector<CodeHash> codeHashes(const TranslationUnit &Unit);

} // namespace lockorder
