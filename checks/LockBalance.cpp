//===- LockBalance.cpp - lock-balance: what is taken has to be given back -*- C++ -*-===//
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

std::string message(const BalanceEvent &E, const std::string &Lock) {
  switch (E.Kind) {
  case BalanceKind::HeldAtReturn:
    return "still held at this return, but not at others: " + Lock;
  case BalanceKind::HeldAtFailure:
    return "still held at this return on failure: " + Lock;
  case BalanceKind::HeldAtEnd:
    return "still held where this ends: " + Lock;
  case BalanceKind::ReleasedUnheld:
    return "released here, but not held on every path: " + Lock;
  case BalanceKind::ReleasedTwice:
    return "released twice: " + Lock;
  case BalanceKind::MadeWhileHeld:
    return "made, destroyed or said to be free while it is held: " + Lock;
  case BalanceKind::WrongPair:
    return "released in another mode than it was taken in: " + Lock;
  }
  return "";
}

class Describer {
public:
  explicit Describer(const CheckInput &In) : In(In), Witnesses(In.P, In.Facts) {}

  Finding operator()(const BalanceEvent &E) const {
    Finding F;
    F.Check = "lock-balance";
    std::string Lock = Witnesses.spellLock(E.Class, E.Place);
    F.Message = message(E, Lock);
    F.Locks = {Lock};
    F.Function = In.P.nameOf(E.In).str();
    F.Where = In.P.locate(E.Where);
    F.Fingerprint = fingerprint(F.Check, F.Locks, {F.Function, F.Message});
    bool Release = E.Kind == BalanceKind::ReleasedUnheld || E.Kind == BalanceKind::ReleasedTwice ||
                   E.Kind == BalanceKind::WrongPair;
    Witness Path{"path", {}};
    if (E.Acquired && E.Kind != BalanceKind::ReleasedUnheld)
      Path.Steps = Witnesses.acquisition(E.In, *E.Acquired, StepEvent::Holds, Lock);
    if (E.Kind == BalanceKind::ReleasedTwice)
      Path.Steps.push_back(Witnesses.step(StepEvent::Releases, Lock, E.In, E.Other));
    if (Release)
      Path.Steps.push_back(Witnesses.step(StepEvent::Releases, Lock, E.In, E.Where));
    F.Witnesses.push_back(std::move(Path));
    Witness Other{"another path", {}};
    if (E.Kind == BalanceKind::ReleasedUnheld && E.Acquired)
      Other.Steps = Witnesses.acquisition(E.In, *E.Acquired, StepEvent::Holds, Lock);
    if (E.Other.File && E.Kind != BalanceKind::ReleasedTwice)
      Other.Steps.push_back(Witnesses.step(StepEvent::Releases, Lock, E.In, E.Other));
    if (!Other.Steps.empty())
      F.Witnesses.push_back(std::move(Other));
    judge(E, F);
    return F;
  }

private:
  void judge(const BalanceEvent &E, Finding &F) const {
    if (E.Unconfirmed)
      F.lower(Confidence::Low, TooManyPaths);
    if (E.Contradicted)
      F.lower(Confidence::Low,
              "other paths err the other way: conditions that belong together were "
              "not understood");
    if (E.Chosen)
      F.lower(Confidence::Medium,
              "one return statement: a condition on what was passed, or a call, decides");
    if (In.Facts.Terms.isOneOfMany(E.Place))
      F.lower(Confidence::Low, "one of many in an array: which of them was not followed");
    if (E.HandedOver)
      F.lower(Confidence::Low, "the locked object is handed to the caller, in memory");
    if (E.Vague)
      F.lower(Confidence::Low, "the paths differ in arguments or results");
    bool Release = E.Kind == BalanceKind::ReleasedUnheld || E.Kind == BalanceKind::ReleasedTwice ||
                   E.Kind == BalanceKind::WrongPair;
    if (Release && E.ByCall)
      F.lower(Confidence::Low, "a call takes it or gives it back, on conditions that may not have "
                               "been understood");
    if (E.Kind == BalanceKind::ReleasedUnheld)
      F.lower(Confidence::Medium,
              "paths on which it is held and paths on which it is not meet here");
    if (E.Kind == BalanceKind::WrongPair)
      F.lower(Confidence::Medium,
              "two modes meet here, and what keeps them apart may not have been "
              "understood");
    if (E.Lock == LockKind::Semaphore)
      F.lower(Confidence::Low, "a semaphore may be given back by another thread");
    if (E.Acquired)
      lowerByPointers(F, In.Facts.acquired(E.In, *E.Acquired).Pointers);
  }

  const CheckInput &In;
  WitnessBuilder Witnesses;
};

} // namespace

/// A lock that was taken in one place and is wrong in another is one defect, whatever names the
/// paths have for it, and whether the function fails there.
static auto defectOf(const CheckInput &In, const BalanceEvent &E) {
  bool Held = E.Kind == BalanceKind::HeldAtReturn || E.Kind == BalanceKind::HeldAtFailure;
  Site Taken = E.Acquired ? In.Facts.acquired(E.In, *E.Acquired).Where : Site();
  return std::tuple(E.In, E.Where, Held ? BalanceKind::HeldAtReturn : E.Kind, E.Class, Taken);
}

std::vector<Finding> checkLockBalance(const CheckInput &In) {
  Describer Describe(In);
  std::vector<Finding> Findings;
  std::map<decltype(defectOf(In, BalanceEvent())), size_t> Known; // -> index of Findings
  for (const BalanceEvent &E : In.Facts.Balances) {
    Finding F = Describe(E);
    auto [It, New] = Known.try_emplace(defectOf(In, E), Findings.size());
    if (New || !E.Class)
      Findings.push_back(std::move(F));
    else if (F.Tier > Findings[It->second].Tier)
      Findings[It->second] = std::move(F);
  }
  return Findings;
}

} // namespace lockorder
