//===- LeafFunctions.cpp - Calls that add nothing to the caller -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/LeafFunctions.h"

namespace lockorder {

LeafFunctions::LeafFunctions(const Program &P, const KernelModel &Model) : P(P) {
  IsLeaf.reserve(P.Functions.size());
  for (uint32_t F = 0; F != P.Functions.size(); ++F)
    IsLeaf.push_back(!Model.leafGroup(P.nameOf(FunctionId(F))).empty());
}

bool LeafFunctions::isElsewhere(FunctionId Callee, const Function &Caller) const {
  return P.folderOf(Caller) != P.folderOf(P.function(Callee));
}

} // namespace lockorder
