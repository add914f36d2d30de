//===- Seal.h - Bytes that tell whether they are whole ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What lies in a cache was cut short by a full disk, or damaged, sooner or later. So it is written
// with its length and checksum, compressed where zstd is there, and read only if both are right.
//
//   magic (8) | length (8, little endian) | xxh3 of the content (8) | zstd or 0 (1) | content
//
//===----------------------------------------------------------------------===//
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>

namespace lockorder {

std::string seal(llvm::StringRef Content);

/// Null: these bytes are not what seal() made.
std::unique_ptr<llvm::MemoryBuffer> unseal(llvm::StringRef Sealed);

} // namespace lockorder
