//===- Signals.cpp - Who is waited for by name of an event ------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Signals.h"
#include "flow/Entries.h"
#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// What was taken for sure on the way here, whether or not it is still held.
void Interpreter::signal(const ApiEvent &E, const Effect &What, State &S) {
  ClassId On = Facts.Classes->classOf(place(S, What.Object), 0, true);
  if (!On)
    return;
  std::map<ClassId, uint32_t> Before;
  auto Took = [&](uint32_t Index) {
    const Acquisition &A = Result.Acquired[Index];
    if (A.How == LockHow::Blocking && !A.Stated && A.Kind != LockKind::Event &&
        !Terms.isSection(A.Place) && !Terms.isSleep(A.Place))
      if (ClassId Class = Facts.Classes->classOf(A.Place, A.Subclass, true); Class && Class != On)
        Before.try_emplace(Class, Index);
  };
  for (const HeldLock &H : S.Held)
    Took(H.Acquired);
  for (uint32_t I = 0; I != Result.Acquired.size(); ++I)
    if (find(S.Released, Result.Acquired[I].Place))
      Took(I);
  auto Known =
      llvm::find_if(Signals, [&](auto &Old) { return Old.Where == E.Where && Old.On == On; });
  if (Known == Signals.end())
    Signals.push_back({Self, On, E.Where, std::move(Before)});
  else
    std::erase_if(Known->After, [&](auto &Old) { return !Before.contains(Old.first); });
}

void addSignalOrders(const Program &P, LockFacts &Facts) {
  std::map<ClassId, std::vector<const SignalEvent *>> By;
  for (const SignalEvent &S : Facts.Signals)
    By[S.On].push_back(&S);
  for (const auto &[On, Signals] : By) {
    const SignalEvent &First = *Signals.front();
    std::optional<uint32_t> Held;
    for (auto [Lock, Taken] : First.After) {
      ClassId Wanted = Lock;
      if (!llvm::all_of(Signals, [&](auto *S) { return S->After.contains(Wanted); }))
        continue;
      if (!Held)
        Held = holdEvent(P, Facts, First.In);
      addEventOrder(Facts, First.In, On, *Held, Wanted, Taken);
    }
  }
}

} // namespace lockorder
