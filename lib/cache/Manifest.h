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

} // namespace lockorder
