//===- DoubleLock.cpp - double-lock: taking what is held -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "order/Witness.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

/// lockdep's rules (kernel/locking/lockdep.c, check_deadlock()): a recursive reader may follow any
/// reader, every other pair of one lock waits for itself.
bool isDeadlock(LockMode First, LockMode Second) {
  return First == LockMode::Exclusive || Second != LockMode::Recursive;
}

/// A callee on the way may return with the lock, or without it, and nobody can tell: most likely
/// something in it, which was not seen, gives the lock back before.
bool perhapsDropped(const LockFacts &Facts, const Acquisition &Second) {
  return llvm::any_of(Facts.wayTo(Second), [&](auto &Inner) {
    auto [In, A] = Inner;
    const std::vector<Outcome> &Outcomes = Facts.summary(In).Outcomes;
    auto Keeps = [&](const Outcome &O) {
      return llvm::any_of(O.Held, [&](auto &H) { return H.Place == A->Place; });
    };
    bool Doubted = llvm::any_of(Outcomes, [&](const Outcome &O) {
      return llvm::any_of(O.Doubtful, [&](auto &D) { return D.Place == A->Place; });
    });
    return Doubted || (llvm::any_of(Outcomes, Keeps) && !llvm::all_of(Outcomes, Keeps));
  });
}

/// The function that holds it is called again on the way.
bool comesBack(const LockFacts &Facts, const RelockEvent &E) {
  return llvm::any_of(Facts.wayTo(Facts.acquired(E.In, E.Second)),
                      [&](auto &Inner) { return Inner.first == E.In; });
}

Finding describe(const CheckInput &In, const WitnessBuilder &Witnesses, const RelockEvent &E) {
  const Acquisition &First = In.Facts.acquired(E.In, E.First);
  const Acquisition &Second = In.Facts.acquired(E.In, E.Second);
  Finding F;
  F.Check = "double-lock";
  std::string Lock = Witnesses.spellLock(E.Class, E.Place);
  F.Locks = {Lock};
  F.Function = In.P.nameOf(E.In).str();
  F.Where = In.P.locate(Second.Where);
  F.Witnesses.push_back(Witnesses.relock(E));
  F.Fingerprint =
      fingerprint(F.Check, F.Locks, {F.Function, F.Witnesses.back().Steps.back().Function});

  bool Readers = E.FirstMode != LockMode::Exclusive && E.SecondMode != LockMode::Exclusive;
  if (!E.SameInstance) {
    F.Message = "possible recursive locking of two instances: " + Lock;
    F.lower(Confidence::Low,
            "two instances of one class, without a subclass that tells them apart");
  } else if (Readers) {
    F.Message = "possible recursive read locking: " + Lock;
    F.lower(Confidence::Medium, "two readers block each other only if a writer waits between them");
  } else {
    F.Message = "possible recursive locking: " + Lock;
  }
  if (E.Unconfirmed)
    F.lower(Confidence::Low, TooManyPaths);
  if (needsLastReference(In.Facts, First) || needsLastReference(In.Facts, Second))
    F.lower(Confidence::Low, "only if the call gives up the last reference to something");
  if (Second.Assumed || Second.Lost)
    F.lower(Confidence::Medium, "the call takes it only if what it is passed has the right values");
  if (const Acquisition *Inner = In.Facts.inCallee(Second); Inner && Inner->ByGlobal)
    F.lower(Confidence::Low, "only while a global variable has the right value");
  if (perhapsDropped(In.Facts, Second))
    F.lower(Confidence::Low, "a call on the way may return with it: it may have been given back "
                             "there before");
  if (E.Guessed)
    F.lower(Confidence::Low, "which release belongs to which acquisition was guessed");
  if (In.Facts.Noted.NoMutex.contains(E.Class))
    F.lower(Confidence::Low, "the semaphore is made with another count than one");
  if (Second.Kind == LockKind::Semaphore)
    F.lower(Confidence::Medium, "a semaphore may be given back by another thread");
  if (Second.Kind == LockKind::Other || Second.Kind == LockKind::Event)
    F.lower(Confidence::Low, "who gives this lock back is not known");
  lowerByPointers(F, std::max(First.Pointers, Second.Pointers));
  lowerByStatement(F, First);
  if (comesBack(In.Facts, E))
    F.lower(Confidence::Medium, "the way leads through the same function again: how deep it goes, "
                                "the data say");
  constexpr unsigned Believable = 8;
  if (First.Length + Second.Length > Believable)
    F.lower(Confidence::Medium, "the call chain is long");
  return F;
}

} // namespace

std::vector<Finding> checkDoubleLock(const CheckInput &In) {
  WitnessBuilder Witnesses(In.P, In.Facts);
  std::vector<Finding> Findings;
  for (const RelockEvent &E : In.Facts.Relocks)
    if (isDeadlock(E.FirstMode, E.SecondMode))
      Findings.push_back(describe(In, Witnesses, E));
  return Findings;
}

} // namespace lockorder
