//===- ContentHash.h - Which header functions are the same -------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "link/NameHashes.h"
#include "lockir/LockIR.h"
#include "llvm/ADT/StringRef.h"

namespace lockorder {

/// Of everything that distinguishes two header functions of a program but their own symbols.
Digest contentHash(const Function &F, llvm::StringRef Name);

} // namespace lockorder
