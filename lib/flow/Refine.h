//===- Refine.h - Orders of a cycle, one path at a time ---------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: is there one path through a function on which it takes two locks in this order?
//
//   lock_two(a, b);          if (a != b) lock(b)
//   ...
//   unlock_two(a, b);        if (a != b) unlock(b)
//   lock(c);                 joined paths hold b here; no path of its own does
//
// The first analysis joins paths, which is fast, and keeps too many orders. Only those of which a
// cycle is made are worth following each path (EachPath.cpp).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/StoredResults.h"
#include <map>

namespace lockorder {

class OrderRefinement {
public:
  /// Of what outlives it, `Facts` gets terms. `Before` may be null; see analyze().
  OrderRefinement(const Program &P, const KernelModel &Model, LockFacts &Facts,
                  StoredResults *Before = nullptr);

  enum class Answer : uint8_t { Confirmed, Refuted, TooManyPaths };
  /// Of an index into LockFacts::Orders. A function is run again once, at the cost of EachPath.cpp.
  Answer ask(uint32_t Order);

  /// Functions that were run again.
  size_t functions() const { return Seen.size(); }

private:
  std::set<AcquisitionRef> wantedIn(FunctionId F) const;
  OrdersOnPaths follow(FunctionId F) const;
  OrdersOnPaths followOrFind(FunctionId F);

  const Program &P;
  const KernelModel &Model;
  LockFacts &Facts;
  std::map<FunctionId, std::vector<uint32_t>> OrdersIn; ///< indexes into LockFacts::Orders
  StoredResults *Before;
  std::map<FunctionId, OrdersOnPaths> Seen;
};

} // namespace lockorder
