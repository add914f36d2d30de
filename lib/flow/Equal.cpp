//===- Equal.cpp - Two names of one object -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (other == mine)` makes the lock of one the lock of the other, on that path.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

/// What has a name on entry comes first, then what an earlier event has made, and last the symbols
/// of joins and of former turns of a loop.
static std::pair<uint64_t, TermId> age(const TermTable &Terms, TermId T) {
  uint64_t Latest = 0;
  Terms.forEachFresh(
      T, [&](TermId Symbol) { Latest = std::max<uint64_t>(Latest, Terms[Symbol].Index + 1ULL); });
  return {Latest, T};
}

/// From here on they are one, and so are their locks.
void Interpreter::mergeEqual(State &S) {
  if (S.Held.empty() && S.Dropped.empty() && S.Doubtful.empty())
    return;
  std::vector<std::pair<TermId, TermId>> Equal;
  for (const auto &[Value, R] : S.Facts) {
    const Term &T = Terms[Value];
    if (T.Kind != TermKind::Binary || static_cast<BinaryOp>(T.Index) != BinaryOp::Eq ||
        R != Range::exactly(1) || Terms[T.A].Kind == TermKind::Int ||
        Terms[T.B].Kind == TermKind::Int)
      continue;
    auto [Older, Younger] =
        std::minmax(T.A, T.B, [&](TermId A, TermId B) { return age(Terms, A) < age(Terms, B); });
    auto Speaks = [&](TermId Place) { return Terms.mentions(Place, Younger); };
    if (llvm::any_of(S.Held, [&](auto &H) { return Speaks(H.Place); }) ||
        llvm::any_of(S.Dropped, Speaks) ||
        llvm::any_of(S.Doubtful, [&](auto &D) { return Speaks(D.Place); }))
      Equal.push_back({Younger, Older});
  }
  for (auto [Younger, Older] : Equal)
    replaceAll(S, Younger, Older);
}

void Interpreter::replaceAll(State &S, TermId From, TermId To) {
  auto Replace = [&](TermId &T) { T = Terms.replace(T, From, To); };
  for (HeldLock &H : S.Held)
    Replace(H.Place);
  for (TermId &D : S.Dropped)
    Replace(D);
  llvm::sort(S.Dropped);
  std::vector<DoubtfulLock> Doubtful;
  Doubtful.swap(S.Doubtful);
  for (DoubtfulLock &D : Doubtful) {
    Replace(D.Place);
    S.doubt(D.Place, D.Suspect);
  }
  for (std::vector<ReleasedLock> *List : {&S.Released, &S.Retaken}) {
    llvm::erase_if(*List, [&](const ReleasedLock &R) { return Terms.mentions(R.Place, From); });
  }
  FlatMap<TermId, TermId> Store;
  for (auto [Place, Value] : S.Store)
    Store[Terms.replace(Place, From, To)] = Terms.replace(Value, From, To);
  S.Store = std::move(Store);
  // Taken under one name, dropped as the caller's under the other: the caller's lock is back.
  llvm::erase_if(S.Held, [&](const HeldLock &H) {
    auto Dropped = llvm::lower_bound(S.Dropped, H.Place);
    if (Dropped == S.Dropped.end() || *Dropped != H.Place)
      return false;
    S.Dropped.erase(Dropped);
    return true;
  });
}

} // namespace lockorder
