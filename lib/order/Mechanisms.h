//===- Mechanisms.h - What each mechanism takes away ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: how many two-cycles would there be without this part of the analysis?
//
// First naive graphs: locks by record and member or by global, held by the order of the text, what
// a callee takes taken wherever it is called; then the graph of flow/, and its cycles by the tests
// that they fail. For people (--stats); nothing depends on it.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "order/LockGraph.h"

namespace lockorder {

struct Mechanism {
  std::string Name;
  uint64_t TwoCycles = 0; ///< left with this mechanism and all before it
  /// Of the graph; 0 where only its cycles were tested.
  uint64_t Classes = 0, Edges = 0, Components = 0, LargestComponent = 0;
};

/// Linear in the program and its naive edges, times four.
std::vector<Mechanism> countMechanisms(const Program &P, const LockFacts &Facts,
                                       const LockGraph &Graph, OrderRefinement &Refinement);

} // namespace lockorder
