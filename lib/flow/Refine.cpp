//===- Refine.cpp - Orders of a cycle, one path at a time -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Refine.h"
#include "flow/Interpreter.h"

namespace lockorder {

OrderRefinement::OrderRefinement(const Program &P, const KernelModel &Model, LockFacts &Facts,
                                 StoredResults *Before)
    : P(P), Model(Model), Facts(Facts), Before(Before) {
  for (uint32_t I = 0; I != Facts.Orders.size(); ++I)
    OrdersIn[Facts.Orders[I].In].push_back(I);
}

OrderRefinement::Answer OrderRefinement::ask(uint32_t Order) {
  const OrderEvent &E = Facts.Orders[Order];
  if (Facts.acquired(E.In, E.FromAcquired).Kind == LockKind::Event)
    return Answer::Confirmed; // no path holds that: it is what runs
  if (P.function(E.In).Flags & FlagKnown)
    return Answer::Confirmed; // who wrote the facts has asked
  auto [It, New] = Seen.try_emplace(E.In);
  if (New)
    It->second = followOrFind(E.In);
  if (It->second.Orders.contains({E.From, E.To}))
    return Answer::Confirmed;
  return It->second.Capped ? Answer::TooManyPaths : Answer::Refuted;
}

OrdersOnPaths OrderRefinement::followOrFind(FunctionId F) {
  std::optional<OrdersOnPaths> Found;
  std::optional<ComponentKey> Key;
  if (Before) {
    Key = Before->keys().keyOfPaths(F, wantedIn(F));
    Found = Before->findPaths(*Key);
  }
  bool New = !Found;
  if (New)
    Found = follow(F);
  if (New && Before)
    Before->keepPaths(*Key, *Found);
  Facts.Noted.add(Found->Noted);
  return std::move(*Found);
}

/// What its orders lead to, in callees.
std::set<AcquisitionRef> OrderRefinement::wantedIn(FunctionId F) const {
  std::set<AcquisitionRef> Wanted;
  for (uint32_t I : OrdersIn.at(F))
    Wanted.insert(Facts.acquired(F, Facts.Orders[I].ToAcquired).Via);
  return Wanted;
}

OrdersOnPaths OrderRefinement::follow(FunctionId F) const {
  OrdersOnPaths Out;
  Interpreter Each(P, Model, Facts, Out.Noted, F);
  Each.followEachPath(wantedIn(F));
  Each.run();
  Out.Capped = Each.Capped;
  for (const OrderEvent &E : Each.Orders)
    Out.Orders.insert({E.From, E.To});
  return Out;
}

} // namespace lockorder
