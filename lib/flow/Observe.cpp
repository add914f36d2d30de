//===- Observe.cpp - What is held while something is taken -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When an acquisition begins, each held lock tells something: an order between two classes, or that
// the same lock, or another one of its class, is taken again.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

bool Interpreter::isGate(const HeldLock &H) const {
  constexpr uint8_t NotOneObject =
      MentionsParam | MentionsFresh | MentionsLocal | MentionsAny | MentionsMemory;
  return H.Mode == LockMode::Exclusive && !(Terms.traits(H.Place) & NotOneObject);
}

/// Locks that are one object for everybody, and what is switched off, as sections; sorted.
std::vector<TermId> Interpreter::heldForSure(const State &S) const {
  std::vector<TermId> Out;
  for (const HeldLock &H : S.Held)
    if (isGate(H))
      Out.push_back(H.Place);
  bool Guessed = llvm::any_of(S.Held, [](const HeldLock &H) { return H.Guessed; });
  for (Context C : {Context::Irq, Context::Bh, Context::Preempt, Context::Rcu})
    if (!Guessed && isOff(S, C))
      Out.push_back(Terms.section(C));
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  return Out;
}

/// Of these the subclass is the number of the bit: another lock in the same word.
static bool isBit(LockKind Kind) {
  return Kind == LockKind::BitSpinlock || Kind == LockKind::Other;
}

/// Two instances of one class, and nothing says which one comes first: neither a subclass, nor an
/// outer lock, nor their addresses.
bool Interpreter::areSiblings(const State &S, const HeldLock &From, const Acquisition &To,
                              ClassId Class) const {
  const LockClass &C = (*Facts.Classes)[Class];
  if (C.ThroughPointer || C.Fallback || C.Subclass < 0 || isVague(From.Place) || isVague(To.Place))
    return false;
  if (!C.Path.empty() && P.OwnClass.contains(C.Path.back()))
    return false; // of several classes, in truth
  const Acquisition &Mine = Result.Acquired[From.Acquired];
  if (To.Nested || Mine.Nested)
    return false;
  constexpr unsigned Near = 4; // calls: over more of them, most such ways are not possible
  if (To.Length + Mine.Length > Near || To.Pointers != NoPointer || Mine.Pointers != NoPointer)
    return false;
  if (To.Kind == LockKind::WwMutex || To.Kind == LockKind::DeviceLock || isBit(To.Kind))
    return false; // made for that
  return llvm::none_of(S.Facts, [&](auto &Fact) {
    const Term &T = Terms[Fact.first];
    if (T.Kind != TermKind::Binary || static_cast<BinaryOp>(T.Index) <= BinaryOp::Ne)
      return false;
    auto Speaks = [&](TermId Place) {
      return Terms.mentions(Place, T.A) || Terms.mentions(Place, T.B) ||
             Terms.mentions(T.A, Place) || Terms.mentions(T.B, Place);
    };
    return Speaks(From.Place) && Speaks(To.Place);
  });
}

/// One event is enough for each pair of classes, under the same gates: the most believable one.
void Interpreter::order(const State &S, size_t Held, ClassId FromClass, const Acquisition &To,
                        ClassId ToClass, llvm::function_ref<uint32_t()> Record) {
  const HeldLock &From = S.Held[Held];
  if (FromClass == ToClass) {
    if (areSiblings(S, From, To, ToClass))
      relock(From, Record(), ToClass, false);
    return;
  }
  // One object's tables on the whole way: what is held belongs to somebody else.
  OwnerId Holder = Facts.Classes->ownerOf(FromClass);
  OwnerId Through = Result.Acquired[From.Acquired].Owner;
  if (To.Owner && ((Holder && Holder != To.Owner) || (Through && Through != To.Owner)))
    return;
  // Of what is held nothing is known but its class, and one of that class is given back before.
  if (isVague(From.Place) && Facts.drops(To, FromClass))
    return;
  OrderEvent E{Self, FromClass, ToClass, From.Place,   To.Place, From.Acquired,
               0,    From.Mode, To.Mode, From.Guessed, {}};
  for (size_t I = 0; I != Held; ++I)
    if (isGate(S.Held[I]))
      E.Gates.push_back(S.Held[I].Place);
  llvm::sort(E.Gates);
  llvm::SmallVector<uint64_t, 8> Key{FromClass.bits(), ToClass.bits(),
                                     uint64_t(From.Mode) << 8 | uint64_t(To.Mode)};
  for (TermId G : E.Gates)
    Key.push_back(G.bits());
  auto [It, New] = Ordered.try_emplace(digestOf(Key), Orders.size());
  if (New) {
    E.ToAcquired = Record();
    Orders.push_back(std::move(E));
    return;
  }
  auto Cost = [&](const OrderEvent &Event, const Acquisition &B) {
    const Acquisition &A = Result.Acquired[Event.FromAcquired];
    return std::tuple(A.Stated, std::max(A.Pointers, B.Pointers),
                      A.LastReference || B.LastReference, Event.Guessed, A.Length + B.Length);
  };
  const OrderEvent &Old = Orders[It->second];
  if (Cost(E, To) < Cost(Old, Result.Acquired[Old.ToAcquired])) {
    E.ToAcquired = Record();
    Orders[It->second] = std::move(E);
  }
}

void Interpreter::relock(const HeldLock &First, uint32_t Second, ClassId Class, bool SameInstance) {
  for (const RelockEvent &Known : Relocks)
    if ((Known.First == First.Acquired && Known.Second == Second) ||
        (!SameInstance && !Known.SameInstance && Known.Class == Class))
      return;
  const Acquisition &To = Result.Acquired[Second];
  constexpr size_t MaxRelocks = 64;
  if (Relocks.size() < MaxRelocks)
    Relocks.push_back({Self, Class, To.Place, First.Acquired, Second, First.Mode, To.Mode,
                       SameInstance, First.Guessed});
  else
    Capped = true;
}

/// Only a caller knows what this means.
void Interpreter::relative(const HeldLock &From, uint32_t To) {
  constexpr size_t MaxRelative = 64;
  if (llvm::any_of(Result.Relative, [&](const RelativeEdge &Known) {
        return Known.From.Acquired == From.Acquired && Known.To == To;
      }))
    return;
  if (Result.Relative.size() < MaxRelative)
    Result.Relative.push_back({From, To});
  else
    Capped = true;
}

/// Notes every order between what is held and an acquisition that begins. `Record` makes it one of
/// Summary::Acquired, if something has to name it.
void Interpreter::observe(const State &S, const Acquisition &To,
                          llvm::function_ref<uint32_t()> Record) {
  if (Terms.isSleep(To.Place))
    return sleepsIn(S, To, Record);
  if (S.Held.empty() || To.How == LockHow::Try)
    return; // a try waits for nobody
  ClassId ToClass = classOf(To.Place, To.Subclass);
  auto IsItself = [&](const HeldLock &H) { // the loop went round
    const Acquisition &Mine = Result.Acquired[H.Acquired];
    return Mine.Where == To.Where && Mine.Via == To.Via && Mine.Place == To.Place;
  };
  // Held already: an impossible path, or a bug of its own kind; what else is held proves no order.
  for (const HeldLock &H : S.Held)
    if (H.Place == To.Place && !IsItself(H) && !isVague(To.Place) &&
        !(isBit(To.Kind) && H.Subclass != To.Subclass)) {
      if (H.Mode == LockMode::Exclusive || To.Mode != LockMode::Recursive)
        relock(H, Record(), ToClass, true);
      return;
    }
  for (size_t I = 0; I != S.Held.size(); ++I) {
    const HeldLock &From = S.Held[I];
    if (IsItself(From) || Terms.isSection(From.Place))
      continue;
    ClassId FromClass = classOf(From.Place, From.Subclass);
    if (FromClass && ToClass) {
      order(S, I, FromClass, To, ToClass, Record);
    } else if (!From.Stated &&
               (Terms.traits(From.Place) | Terms.traits(To.Place)) & MentionsParam) {
      relative(From, Record());
    }
  }
}

} // namespace lockorder
