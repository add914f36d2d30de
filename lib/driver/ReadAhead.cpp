//===- ReadAhead.cpp - Units are read while others are linked ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/ReadAhead.h"

namespace lockorder {

ReadAhead::ReadAhead(const std::vector<std::string> &Paths, UnitPart Part, unsigned Threads)
    : Paths(Paths), Part(Part), Threads(Threads), Pool(llvm::hardware_concurrency(Threads)) {}

llvm::Expected<TranslationUnit> ReadAhead::take(size_t I) {
  if (Threads < 2)
    return readUnit(Paths[I], Part);
  assert(I == Next && "units are taken in order");
  Next = I + 1;
  for (size_t At = I + Ahead.size(); At < Paths.size() && Ahead.size() < Threads * UnitsPerThread;
       ++At) {
    Slot &S = *Ahead.emplace_back(std::make_unique<Slot>());
    S.Read =
        Pool.async([&S, &Path = Paths[At], Part = Part] { S.Unit.emplace(readUnit(Path, Part)); });
  }
  std::unique_ptr<Slot> First = std::move(Ahead.front());
  Ahead.pop_front();
  First->Read.wait();
  return std::move(*First->Unit);
}

} // namespace lockorder
