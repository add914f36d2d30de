//===- LeafFunctions.h - Calls that add nothing to the caller ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: is what a called function does with locks any of the caller's business?
//
// Not where it is a core service (the model's leaves: printk, wake-ups, allocators ...), called
// from outside its own folder.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "kernel/KernelModel.h"
#include "link/Program.h"

namespace lockorder {

class LeafFunctions {
public:
  /// Looks each function up in the model once: at each call it would be too often.
  LeafFunctions(const Program &P, const KernelModel &Model);

  /// Whether a call of that function adds nothing to the caller.
  bool endsAt(FunctionId Callee, const Function &Caller) const {
    return IsLeaf[Callee.index()] && isElsewhere(Callee, Caller);
  }

private:
  bool isElsewhere(FunctionId Callee, const Function &Caller) const;

  const Program &P;
  std::vector<bool> IsLeaf; ///< by FunctionId
};

} // namespace lockorder
