//===- Liveness.h - Which locals a path may still read ----------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What no path reads again needs no value and no fact: forgetting it keeps states small and lets
// more of them be joined. A variable whose address is taken is always live.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "lockir/LockIR.h"
#include "llvm/ADT/SmallBitVector.h"

namespace lockorder {

class Liveness {
public:
  /// Backward data flow to a fixed point; linear in practice.
  explicit Liveness(const Function &F);

  bool isLive(VarId Variable, BlockId AtEntryOf) const {
    return In[AtEntryOf.index()].test(Variable.index());
  }

private:
  std::vector<llvm::SmallBitVector> In; ///< by block
};

} // namespace lockorder
