//===- HashNumbers.cpp - One number for several -----------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "base/HashNumbers.h"
#include "llvm/Support/xxhash.h"

namespace lockorder {

static llvm::ArrayRef<uint8_t> bytesOf(llvm::ArrayRef<uint64_t> Numbers) {
  return {reinterpret_cast<const uint8_t *>(Numbers.data()), Numbers.size() * sizeof(uint64_t)};
}

uint64_t hashNumbers(llvm::ArrayRef<uint64_t> Numbers) {
  return llvm::xxh3_64bits(bytesOf(Numbers));
}

Digest digestOf(llvm::ArrayRef<uint64_t> Numbers) {
  llvm::XXH128_hash_t Hash = llvm::xxh3_128bits(bytesOf(Numbers));
  return {Hash.low64, Hash.high64};
}

} // namespace lockorder
