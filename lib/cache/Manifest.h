//===- Manifest.h - Inputs and the unit that came of them -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Text, a line each, sealed (Seal.h):
//
//   unit ID HASH       begins a list: the unit's name in the cache, and the hash of its bytes
//   file HASH PATH     opened
//   none PATH          looked for, and not there
//
//===----------------------------------------------------------------------===//
#pragma once

#include "cache/Inputs.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>
#include <vector>

namespace lockorder {

struct ManifestEntry {
  ContentHash Id{}, UnitHash{};
  InputFiles Of;
};
using Manifest = std::vector<ManifestEntry>; ///< newest first

std::string writeManifest(const Manifest &M);
/// None: not a manifest.
std::optional<Manifest> readManifest(llvm::StringRef Text);

/// The same, of which nobody has read what the unit was made of.
struct ListedUnit {
  ContentHash Id{}, UnitHash{};
  llvm::StringRef Inputs; ///< lines
};
std::optional<std::vector<ListedUnit>> listUnits(llvm::StringRef Manifest);

/// Whether inputs are as they were. A kernel's units list the same headers again and again, each
/// list of them a thousand: so each line is read once.
class ListedInputs {
public:
  bool areCurrent(llvm::StringRef Lines);

private:
  FileHashes Files;
  llvm::DenseMap<std::pair<uint64_t, uint64_t>, bool> Known; ///< by a hash of the line
};

} // namespace lockorder
