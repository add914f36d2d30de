//===- CycleTests.cpp - Whether orders can meet in a deadlock ---*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/CycleTests.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

CycleDrop CycleTests::test(llvm::ArrayRef<uint32_t> Events) {
  std::vector<TermId> Common;
  bool AllInit = true, AllMeet = true;
  for (size_t I = 0; I != Events.size(); ++I) {
    const OrderEvent &E = Facts.Orders[Events[I]];
    const OrderEvent &Then = Facts.Orders[Events[(I + 1) % Events.size()]];
    if (E.ToMode == LockMode::Recursive && Then.FromMode != LockMode::Exclusive)
      return CycleDrop::Readers;
    AllMeet &= sameWaited(E, Then) && sameOwner(E, Then);
    AllInit &= Facts.InitOnly[E.In.index()];
    std::vector<TermId> Gates = gatesOf(E);
    if (I == 0)
      Common = Gates;
    else
      llvm::erase_if(Common, [&](TermId T) { return !llvm::binary_search(Gates, T); });
  }
  if (!AllMeet)
    return CycleDrop::Strangers;
  if (AllInit)
    return CycleDrop::Init;
  if (!Common.empty())
    return CycleDrop::Gate;
  for (uint32_t Event : Events)
    if (Refinement.ask(Event) == OrderRefinement::Answer::Refuted) {
      Refuted.insert(Event);
      return CycleDrop::Refuted;
    }
  return CycleDrop::None;
}

bool CycleTests::hasTooManyPaths(llvm::ArrayRef<uint32_t> Events) {
  return llvm::any_of(Events, [&](uint32_t Event) {
    return Refinement.ask(Event) == OrderRefinement::Answer::TooManyPaths;
  });
}

std::vector<TermId> CycleTests::gatesOf(const OrderEvent &E) const {
  std::vector<TermId> Gates = E.Gates;
  llvm::append_range(Gates, Facts.EntryGates[E.In.index()]);
  llvm::sort(Gates);
  return Gates;
}

/// Whose code leads to an acquisition; none: everybody's, or several owners'.
OwnerId CycleTests::ownerOfWay(FunctionId In, const Acquisition &A) const {
  OwnerId One = P.ownerOf(In);
  for (auto [F, Inner] : Facts.wayTo(A))
    if (OwnerId Each = P.ownerOf(F)) {
      if (One && One != Each)
        return OwnerId();
      One = Each;
    }
  return One;
}

/// Locks that each file system or driver has of its own, although they lie in everybody's records:
/// of inodes and superblocks, which lockdep_set_class() makes a class for each, and of pages and
/// buffers.
bool CycleTests::sameOwner(const OrderEvent &Wants, const OrderEvent &Has) const {
  const Acquisition &Wanted = Facts.acquired(Wants.In, Wants.ToAcquired);
  const Acquisition &Held = Facts.acquired(Has.In, Has.FromAcquired);
  const LockClass &C = (*Facts.Classes)[Wants.To];
  bool OfEach = llvm::any_of(C.Path, [&](FieldId F) { return P.OwnClass.contains(F); }) ||
                Wanted.Kind == LockKind::Other;
  if (!OfEach || C.Global || Facts.Classes->ownerOf(Wants.To))
    return true;
  OwnerId Mine = ownerOfWay(Wants.In, Wanted), Theirs = ownerOfWay(Has.In, Held);
  return !Mine || !Theirs || Mine == Theirs;
}

/// What is waited for and what runs are named by class; code of two owners means two objects.
bool CycleTests::sameWaited(const OrderEvent &Waits, const OrderEvent &Runs) const {
  if (Facts.acquired(Waits.In, Waits.ToAcquired).Kind != LockKind::Event)
    return true;
  if (SymbolId Global = (*Facts.Classes)[Waits.To].Global; Global && Facts.Pseudo.contains(Global))
    return P.folderOf(P.function(Waits.In)) == P.folderOf(P.function(Runs.In));
  OwnerId Mine = P.ownerOf(Waits.In), Theirs = P.ownerOf(Runs.In);
  return !Mine || !Theirs || Mine == Theirs;
}

} // namespace lockorder
