//===- HashNumbers.h - One number for several -------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hashes that mean the same in every process, and may be kept in files.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include <cstdint>
#include <utility>

namespace lockorder {

uint64_t hashNumbers(llvm::ArrayRef<uint64_t> Numbers);

/// Of numbers that tell things apart: so many bits that two different lists have two digests.
using Digest = std::pair<uint64_t, uint64_t>;
Digest digestOf(llvm::ArrayRef<uint64_t> Numbers);

} // namespace lockorder
