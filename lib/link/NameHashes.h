//===- NameHashes.h - Numbers for a program's names -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ids count in the order in which names were met, so another unit in front changes them all. What
// has to be in the same order in every run (OrderedId) is ordered by these.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "base/HashNumbers.h"
#include <vector>

namespace lockorder {

class Program;

/// By id. The same in every program that has these names, wherever its source lies. Two things of
/// one name (copies of a function, one for each function that is passed to it) have one hash.
struct NameHashes {
  std::vector<uint64_t> Symbols, Fields, Functions;
};

/// Linear in the tables. `Units` has a hash of each unit, by ProgramSymbol::Unit.
NameHashes hashNames(const Program &P, const std::vector<uint64_t> &Units);

} // namespace lockorder
