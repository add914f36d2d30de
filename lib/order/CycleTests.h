//===- CycleTests.h - Whether orders can meet in a deadlock -----*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: given one event for each edge of a cycle, can they all be under way at once?
//
// The cheap tests come first, and so do those that are a matter of locks alone.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Refine.h"
#include "llvm/ADT/ArrayRef.h"

namespace lockorder {

/// Why not, in the order of the tests; None comes last: they can.
enum class CycleDrop : uint8_t {
  Readers,   ///< a recursive reader is wanted where a reader is held
  Strangers, ///< what is waited for, and what runs or is held, are of two owners
  Init,      ///< all only while the kernel or a module starts or stops
  Gate,      ///< a gate lock, held by all since before their first lock, keeps them apart
  Refuted,   ///< one is on no path of its own (flow/Refine.h)
  None,
};

class CycleTests {
public:
  CycleTests(const Program &P, const LockFacts &Facts, OrderRefinement &Refinement)
      : P(P), Facts(Facts), Refinement(Refinement) {}

  /// Of events of LockFacts::Orders, each of which wants what the next one holds.
  CycleDrop test(llvm::ArrayRef<uint32_t> Events);

  /// A test said so; asking is cheap.
  bool isRefuted(uint32_t Event) const { return Refuted.contains(Event); }
  bool hasTooManyPaths(llvm::ArrayRef<uint32_t> Events);

private:
  std::vector<TermId> gatesOf(const OrderEvent &E) const;
  OwnerId ownerOfWay(FunctionId In, const Acquisition &A) const;
  bool sameOwner(const OrderEvent &Wants, const OrderEvent &Has) const;
  bool sameWaited(const OrderEvent &Waits, const OrderEvent &Runs) const;

  const Program &P;
  const LockFacts &Facts;
  OrderRefinement &Refinement;
  std::set<uint32_t> Refuted;
};

} // namespace lockorder
