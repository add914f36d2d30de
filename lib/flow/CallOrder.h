//===- CallOrder.h - Callees before callers ---------------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: in which order are functions analysed, such that a caller finds what its callees
// have to say?
//
// Functions that call each other are a component, and have to be analysed several times. What a
// core service does is not told to its callers, so such calls do not count here: through printk()
// or a wake-up, half of a kernel calls itself.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LeafFunctions.h"

namespace lockorder {

class CallOrder {
public:
  CallOrder(const Program &P, const LeafFunctions &Leaves);

  /// Callees before callers; members ascending.
  const std::vector<std::vector<FunctionId>> &components() const { return Components; }

  /// Of the component that a function is a member of: its place in components().
  uint32_t componentOf(FunctionId F) const { return ComponentOf[F.index()]; }
  bool isRecursive(uint32_t Component) const;
  /// By component: those that its members call, each once, without itself.
  std::vector<std::vector<uint32_t>> callees() const;

  /// The members of a recursive component, callees first wherever the recursion allows: post-order
  /// of a depth-first walk that starts at the members callers outside reach first.
  std::vector<FunctionId> inward(const std::vector<FunctionId> &Members) const;

private:
  void findComponents();

  const Program &P;
  Program::CallGraph Tells;          ///< Program::Calls without calls of leaves
  std::vector<uint32_t> ComponentOf; ///< by FunctionId
  std::vector<std::vector<FunctionId>> Components;
};

} // namespace lockorder
