//===- Outcomes.cpp - Which ways to return a caller can tell apart -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function that returns with a lock held in one case and without it in another is a wrapper if
// its caller can tell the cases apart, by the result or by the arguments. If it cannot, one of the
// two is an impossible path or a bug in the function itself; either way the caller goes on without
// the lock, be it one that the function took or one that it gave back.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

bool isHeld(const Outcome &O, TermId Place) {
  return llvm::any_of(O.Held, [&](const HeldLock &H) { return H.Place == Place; });
}

bool isDropped(const Outcome &O, TermId Place) { return llvm::binary_search(O.Dropped, Place); }

bool argumentsTellApart(const Outcome &A, const Outcome &B) {
  return contradict(A.Given, B.Given, [](TermId) { return true; });
}

bool canTellApart(const Outcome &A, const Outcome &B) {
  return A.Returns.intersect(B.Returns).isEmpty() || argumentsTellApart(A, B);
}

bool sameEffect(const Outcome &A, const Outcome &B) {
  return A.Dropped == B.Dropped && A.IrqClosed == B.IrqClosed && A.IrqOpened == B.IrqOpened &&
         A.Held.size() == B.Held.size() &&
         llvm::all_of(A.Held, [&](const HeldLock &H) { return isHeld(B, H.Place); });
}

bool sameValues(const Outcome &A, const Outcome &B) {
  return A.Returns == B.Returns && A.Result == B.Result && A.Writes == B.Writes &&
         A.After == B.After;
}

/// Joins `B` into `A`, which has the same effect on locks.
void merge(Outcome &A, const Outcome &B) {
  A.Returns = A.Returns.join(B.Returns);
  if (A.Result != B.Result)
    A.Result = TermId();
  if (A.Members != B.Members)
    A.Members.clear();
  llvm::erase_if(A.Given, [&](auto &G) { return !llvm::is_contained(B.Given, G); });
  llvm::erase_if(A.After, [&](auto &G) { return !llvm::is_contained(B.After, G); });
  for (const DoubtfulLock &D : B.Doubtful)
    if (llvm::none_of(A.Doubtful, [&](auto &Mine) { return Mine.Place == D.Place; }))
      A.Doubtful.push_back(D);
  for (auto &[Place, Value] : A.Writes) {
    auto Same = llvm::find_if(B.Writes, [&](auto &W) { return W.first == Place; });
    if (Same == B.Writes.end() || Same->second != Value)
      Value = TermId();
  }
  for (const auto &[Place, Value] : B.Writes)
    if (llvm::none_of(A.Writes, [&](auto &W) { return W.first == Place; }))
      A.Writes.push_back({Place, TermId()});
}

/// Too many ways to end: whatever one of them does to a lock may have happened.
Outcome anything(llvm::ArrayRef<Outcome> All) {
  Outcome O;
  O.Returns = Range::all();
  auto Doubt = [&](const DoubtfulLock &D) {
    if (llvm::none_of(O.Doubtful, [&](auto &Known) { return Known.Place == D.Place; }))
      O.Doubtful.push_back(D);
  };
  for (const Outcome &Each : All) {
    for (const HeldLock &H : Each.Held)
      Doubt({H.Place, {}});
    for (TermId D : Each.Dropped)
      Doubt({D, {}});
    llvm::for_each(Each.Doubtful, Doubt);
    O.Dropped.insert(O.Dropped.end(), Each.Dropped.begin(), Each.Dropped.end());
  }
  llvm::sort(O.Dropped);
  O.Dropped.erase(std::unique(O.Dropped.begin(), O.Dropped.end()), O.Dropped.end());
  return O;
}

/// Those with the same effect on locks are one, unless they differ otherwise, too.
std::vector<Outcome> gather(llvm::ArrayRef<Outcome> From,
                            llvm::function_ref<bool(const Outcome &, const Outcome &)> Differ) {
  std::vector<Outcome> Settled;
  for (const Outcome &O : From) {
    auto Same = llvm::find_if(
        Settled, [&](const Outcome &Other) { return sameEffect(Other, O) && !Differ(Other, O); });
    if (Same == Settled.end())
      Settled.push_back(O);
    else
      merge(*Same, O);
  }
  return Settled;
}

/// What merge() has left open.
void nameUnknownWrites(std::vector<Outcome> &All, TermId Any) {
  for (Outcome &O : All)
    for (auto &[Place, Value] : O.Writes)
      if (!Value)
        Value = Any;
}

} // namespace

std::vector<Outcome> Interpreter::toldApartByLocks(const std::vector<Outcome> &All) const {
  std::vector<Outcome> Few = gather(All, [](auto &, auto &) { return false; });
  nameUnknownWrites(Few, Terms.any());
  return Few;
}

void Interpreter::settleOutcomes() {
  std::vector<Outcome> &All = Result.Outcomes;
  const std::vector<Outcome> Before = All;
  for (Outcome &O : All) {
    const Outcome Self = O;
    auto Contradicted = [&](auto &&Lacks) {
      return llvm::any_of(
          Before, [&](const Outcome &Other) { return Lacks(Other) && !canTellApart(Self, Other); });
    };
    auto Doubt = [&](TermId Place, AcquisitionRef Suspect) {
      if (llvm::none_of(O.Doubtful, [&](const DoubtfulLock &D) { return D.Place == Place; }))
        O.Doubtful.push_back({Place, Suspect});
    };
    llvm::erase_if(O.Held, [&](const HeldLock &H) {
      bool Erased = Contradicted([&](const Outcome &Other) { return !isHeld(Other, H.Place); });
      if (Erased)
        Doubt(H.Place, {this->Self, H.Acquired});
      return Erased;
    });
    // The same, seen from those that return without it.
    for (const Outcome &Other : Before)
      if (!canTellApart(Self, Other)) {
        for (const HeldLock &H : Other.Held)
          if (!isHeld(Self, H.Place))
            Doubt(H.Place, {this->Self, H.Acquired});
        for (const DoubtfulLock &D : Other.Doubtful)
          Doubt(D.Place, D.Suspect);
      }
    for (const Outcome &Other : Before)
      if ((Other.IrqClosed != Self.IrqClosed || Other.IrqOpened.size() != Self.IrqOpened.size()) &&
          !canTellApart(Self, Other)) {
        O.IrqClosed = 0;
        O.IrqOpened.clear();
      }
    // Perhaps given back: then the caller must not go on as if it were still held.
    for (const Outcome &Other : Before)
      if (!canTellApart(Self, Other))
        for (TermId D : Other.Dropped)
          if (!isDropped(Self, D)) {
            Doubt(D, {});
            if (!isDropped(O, D))
              O.Dropped.insert(llvm::lower_bound(O.Dropped, D), D);
          }
  }
  // What has the same effect now is one outcome, unless results or arguments are worth telling
  // apart.
  enum class Keep { All, Conditions, Values, Nothing };
  auto Gather = [&](const std::vector<Outcome> &From, Keep What) {
    auto Differ = [&](const Outcome &A, const Outcome &B) {
      if (What == Keep::All)
        return !(A.Given == B.Given && sameValues(A, B));
      if (What == Keep::Conditions && A.Given != B.Given &&
          A.Returns.intersect(B.Returns).isEmpty())
        return true;
      // Which of them it was is in doubt; what it has left behind may tell.
      if (What == Keep::Conditions && !A.Doubtful.empty() && A.Writes != B.Writes)
        return true;
      return What != Keep::Nothing && argumentsTellApart(A, B) && !sameValues(A, B);
    };
    return gather(From, Differ);
  };
  bool Locks = llvm::any_of(All, [](const Outcome &O) {
    return !O.Held.empty() || !O.Dropped.empty() || !O.Doubtful.empty();
  });
  constexpr size_t Few = 4; // `case A: case B: return true; default: return false;`
  bool Small = PathByPath && All.size() <= Few;
  std::vector<Outcome> Settled = Gather(All, Small   ? Keep::All
                                             : Locks ? Keep::Conditions
                                                     : Keep::Values);
  if (Settled.size() > MaxOutcomes)
    Settled = Gather(All, Keep::Values);
  if (Settled.size() > MaxOutcomes)
    Settled = Gather(All, Keep::Nothing);
  if (Settled.size() > MaxOutcomes) {
    Capped = true;
    Settled.assign(1, anything(Before));
  }
  nameUnknownWrites(Settled, Terms.any());
  All = std::move(Settled);
}

} // namespace lockorder
