//===- ForgetUnused.cpp - What of a summary is kept ------------ -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/ForgetUnused.h"

namespace lockorder {
namespace {

/// Each index into Summary::Acquired that callers read.
template <typename Visitor> void forEachForCallers(Summary &S, FunctionId Self, Visitor Visit) {
  for (uint32_t &I : S.Offered)
    Visit(I);
  for (RelativeEdge &R : S.Relative) {
    Visit(R.From.Acquired);
    Visit(R.To);
  }
  for (Outcome &O : S.Outcomes) {
    for (HeldLock &H : O.Held) {
      Visit(H.Acquired);
      if (H.Suspect.Function == Self)
        Visit(H.Suspect.Index);
    }
    for (DoubtfulLock &D : O.Doubtful)
      if (D.Suspect.Function == Self)
        Visit(D.Suspect.Index);
  }
}

template <typename Visitor> void forEachInEvents(FunctionResult &R, Visitor Visit) {
  for (OrderEvent &E : R.Orders) {
    Visit(E.FromAcquired);
    Visit(E.ToAcquired);
  }
  for (RelockEvent &E : R.Relocks) {
    Visit(E.First);
    Visit(E.Second);
  }
  for (BalanceEvent &E : R.Balances)
    if (E.Acquired)
      Visit(*E.Acquired);
  for (SleepEvent &E : R.Sleeps) {
    Visit(E.Since);
    Visit(E.Sleeps);
  }
  for (SignalEvent &E : R.Signals)
    for (auto &[Class, Index] : E.After)
      Visit(Index);
}

} // namespace

void forgetUnused(Summary &S, FunctionResult &Of, FunctionId Self, bool Renumber,
                  ConditionsPool &Pool) {
  constexpr uint32_t Unused = ~0U, Kept = 0;
  std::vector<uint32_t> NewIndex(S.Acquired.size(), Unused);
  std::vector<bool> ForCallers(S.Acquired.size());
  auto Keep = [&](uint32_t I) { NewIndex[I] = Kept; };
  forEachForCallers(S, Self, [&](uint32_t I) {
    Keep(I);
    ForCallers[I] = true;
  });
  forEachInEvents(Of, Keep);
  uint32_t Next = 0;
  for (uint32_t I = 0; I != S.Acquired.size(); ++I) {
    Acquisition &A = S.Acquired[I];
    if (!ForCallers[I]) {
      A.Given = SharedConditions();
      std::vector<TermId>().swap(A.Dropped);
    }
    A.Given = Pool.share(A.Given);
    A.Dropped.shrink_to_fit();
    // What it waits for itself is asked for later (flow/Entries.cpp).
    if (Renumber && NewIndex[I] == Unused && !A.isWait())
      continue;
    NewIndex[I] = Next;
    if (Next != I)
      S.Acquired[Next] = std::move(A);
    ++Next;
  }
  S.Acquired.resize(Next);
  S.Acquired.shrink_to_fit();
  S.Offered.shrink_to_fit();
  S.Relative.shrink_to_fit();
  auto Renew = [&](uint32_t &I) { I = NewIndex[I]; };
  forEachForCallers(S, Self, Renew);
  forEachInEvents(Of, Renew);
}

} // namespace lockorder
