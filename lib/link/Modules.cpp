//===- Modules.cpp - Whether two files are two drivers ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Modules.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

Modules::Modules(const Program &P) : P(P) {
  for (const RootFact &R : P.Roots)
    if (llvm::StringRef(P.Names[R.Via]).contains("init"))
      Begin.insert(R.Where.File);
}

bool Modules::areTwo(FunctionId A, FunctionId B) const {
  FileId Mine = P.function(A).Where.File, Theirs = P.function(B).Where.File;
  return Mine != Theirs && Begin.contains(Mine) && Begin.contains(Theirs) && !calls(Mine, Theirs) &&
         !calls(Theirs, Mine);
}

bool Modules::calls(FileId From, FileId To) const {
  for (uint32_t F = 0; F != P.Functions.size(); ++F) {
    if (P.Functions[F].Where.File != From)
      continue;
    auto [First, Last] = boost::out_edges(size_t(F), P.Calls);
    if (std::any_of(First, Last, [&](auto Edge) {
          return P.Functions[boost::target(Edge, P.Calls)].Where.File == To;
        }))
      return true;
  }
  return false;
}

} // namespace lockorder
