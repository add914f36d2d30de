//===- ContentHash.h - Which header functions are the same -------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/StringRef.h"
#include <array>

namespace lockorder {

/// Of everything that distinguishes two header functions of a program but their own symbols.
std::array<uint8_t, 32> contentHash(const Function &F, llvm::StringRef Name);

} // namespace lockorder
