//===- LockOrder.cpp - lock-order: cycles of the lock-order graph -*- C++ -*-===//
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

class Judge {
public:
  Judge(const CheckInput &In, const LockCycle &Cycle, Finding &F) : In(In), Cycle(Cycle), F(F) {}

  void run() {
    for (ClassId C : Cycle.Classes) {
      const LockClass &Class = (*In.Facts.Classes)[C];
      if (Class.Fallback)
        F.lower(Confidence::Low, "the object that '" + spell(C) + "' is part of is not known");
      if (Class.ThroughPointer)
        F.lower(Confidence::Low, "'" + spell(C) + "' is reached through a stored pointer");
      if (llvm::any_of(Class.Path, [&](FieldId F) { return In.P.OwnClass.contains(F); }))
        F.lower(Confidence::Medium,
                "lockdep_set_class() makes several classes of '" + spell(C) + "'");
      if (In.Facts.Noted.NoMutex.contains(C))
        F.lower(Confidence::Low, "'" + spell(C) + "' is made with another count than one");
      if (Class.Subclass < 0)
        F.lower(Confidence::Medium, "the subclass of '" + spell(C) + "' is not a constant");
    }
    size_t Fields = llvm::count_if(
        Cycle.Classes, [&](ClassId C) { return !(*In.Facts.Classes)[C].Global.valid(); });
    if (Cycle.Unconfirmed)
      F.lower(Confidence::Medium, "there are too many paths to follow each");
    bool OneOwner = true, Readers = false;
    for (size_t I = 0; I != Cycle.Events.size(); ++I) {
      const OrderEvent &E = In.Facts.Orders[Cycle.Events[I]];
      const OrderEvent &Then = In.Facts.Orders[Cycle.Events[(I + 1) % Cycle.Events.size()]];
      judge(E);
      judgeObject(E, Then);
      OneOwner &= ofOneObject(In, E);
      Readers |= E.ToMode != LockMode::Exclusive && Then.FromMode != LockMode::Exclusive;
    }
    if (Fields > 1 && !OneOwner)
      F.lower(Confidence::Medium,
              "the locks are of the same classes, but perhaps of different objects");
    if (Readers)
      F.lower(Confidence::Medium,
              "two readers block each other only if a writer waits between them");
  }

private:
  void judge(const OrderEvent &E) {
    const Acquisition &From = In.Facts.acquired(E.In, E.FromAcquired);
    const Acquisition &To = In.Facts.acquired(E.In, E.ToAcquired);
    lowerByPointers(F, std::max(From.Pointers, To.Pointers));
    lowerByStatement(F, From);
    if (needsLastReference(In.Facts, From) || needsLastReference(In.Facts, To))
      F.lower(Confidence::Medium, "only if the call gives up the last reference to something");
    bool Reclaim = isReclaim(E.From) || isReclaim(E.To);
    for (ClassId C : {E.From, E.To})
      if (SymbolId Global = (*In.Facts.Classes)[C].Global;
          Global && In.Facts.Pseudo.contains(Global) && !Reclaim)
        F.lower(In.Facts.Coarse.contains(Global) ? Confidence::Low : Confidence::Medium,
                "which of its files, or packets, is waited for is not known");
    if (Reclaim)
      F.lower(Confidence::Medium, "only while memory is short");
    // The lock of a page or buffer is most often given back when its data have been read.
    if (From.Kind == LockKind::Other && From.Mode == LockMode::Exclusive && !From.GivenBack &&
        !From.Stated && !Reclaim)
      F.lower(Confidence::Low, "who gives '" + spell(E.From) + "' back is not known");
    if (From.Kind == LockKind::Event)
      lowerByBound(E.From);
    if (E.Guessed)
      F.lower(Confidence::Low, "which release belongs to which acquisition was guessed");
    if (From.Kind == LockKind::DeviceLock || To.Kind == LockKind::DeviceLock)
      F.lower(Confidence::Medium, "device_lock() of a parent comes before that of a child");
    if (To.Kind == LockKind::Event && To.Api)
      lowerByWait(In.P.Names[To.Api]);
    if (To.Lost && To.Length > 2) {
      F.lower(Confidence::Medium, "only under conditions that were not followed to here");
      if (Conditional++)
        F.lower(Confidence::Low, "that goes for more than one of the ways");
    }
    constexpr unsigned Believable = 6, Followed = 10;
    if (From.Length + To.Length > Believable)
      F.lower(Confidence::Medium, "the call chain is long");
    if (From.Length + To.Length > Followed)
      F.lower(Confidence::Low, "few follow what is passed over so many calls");
  }

  /// What one thread wants and the next one has, each by a number that is not known.
  void judgeObject(const OrderEvent &Wants, const OrderEvent &Has) {
    const TermTable &Terms = In.Facts.Terms;
    if (Terms.isOneOfMany(Wants.ToPlace) && Terms.isOneOfMany(Has.FromPlace))
      F.lower(Confidence::Medium, "'" + spell(Wants.To) + "' is one of many in an array");
    TermId Wanted = Terms.outermost(Wants.ToPlace), Held = Terms.outermost(Has.FromPlace);
    bool Named = Terms[Wanted].Kind == TermKind::Global || Terms[Held].Kind == TermKind::Global;
    if (Named && Wanted != Held && !(*In.Facts.Classes)[Wants.To].Global)
      F.lower(Confidence::Medium,
              "'" + spell(Wants.To) +
                  "' is once that of a global object, and once perhaps another's");
  }

  /// A work of a record that many others embed is not that of each of them.
  void lowerByBound(ClassId Work) {
    std::set<llvm::StringRef> Functions;
    for (const StartEvent &Started : In.Facts.Starts)
      if (Started.On == Work)
        Functions.insert(In.P.nameOf(Started.Started));
    if (Functions.size() > 1)
      F.lower(Functions.size() > 2 ? Confidence::Low : Confidence::Medium,
              std::to_string(Functions.size()) + " functions are started by the name of '" +
                  spell(Work) + "'");
  }

  void lowerByWait(llvm::StringRef Api) {
    for (llvm::StringRef Also : {"timeout", "interruptible", "killable", "freezable"})
      if (Api.contains(Also))
        F.lower(Confidence::Medium, "the wait may also end by a timeout or a signal");
    if (Api.contains("wait_event") || Api.contains("wait_var_event") || Api.contains("wait_on_bit"))
      F.lower(Confidence::Medium, "what is waited for may be true already");
  }

  bool isReclaim(ClassId C) const {
    return In.Facts.Reclaim && C == In.Facts.Classes->classOf(In.Facts.Reclaim, 0, true);
  }

  std::string spell(ClassId C) const { return In.Facts.Classes->spell(C); }

  const CheckInput &In;
  const LockCycle &Cycle;
  Finding &F;
  unsigned Conditional = 0; ///< ways whose conditions are not known
};

/// What is waited for is no lock.
bool isWait(const CheckInput &In, uint32_t Event) {
  const OrderEvent &E = In.Facts.Orders[Event];
  return In.Facts.acquired(E.In, E.ToAcquired).Kind == LockKind::Event;
}

bool isWait(const CheckInput &In, const LockCycle &Cycle) {
  return llvm::any_of(Cycle.Events, [&](uint32_t Event) { return isWait(In, Event); });
}

Finding describe(const CheckInput &In, const WitnessBuilder &Witnesses, LockCycle Cycle) {
  Finding F;
  bool Waits = isWait(In, Cycle);
  F.Check = Waits ? "wait-under-lock" : "lock-order";
  std::string Chain;
  if (Waits) { // begins with who waits
    auto First = llvm::find_if(Cycle.Events, [&](uint32_t Event) { return isWait(In, Event); });
    auto Turns = First - Cycle.Events.begin();
    std::rotate(Cycle.Events.begin(), First, Cycle.Events.end());
    std::rotate(Cycle.Classes.begin(), Cycle.Classes.begin() + Turns, Cycle.Classes.end());
  }
  for (ClassId C : Cycle.Classes) {
    F.Locks.push_back(In.Facts.Classes->spell(C));
    Chain += F.Locks.back() + " -> ";
  }
  F.Message = (Waits ? "possible circular waiting: " : "possible circular locking dependency: ") +
              Chain + F.Locks.front();
  std::vector<std::string> Functions;
  for (uint32_t Event : Cycle.Events) {
    const OrderEvent &E = In.Facts.Orders[Event];
    F.Witnesses.push_back(Witnesses.order(E));
    Functions.push_back(In.P.nameOf(E.In).str());
  }
  // Where the first path wants its second lock, in the function that holds the first.
  const OrderEvent &First = In.Facts.Orders[Cycle.Events.front()];
  F.Function = Functions.front();
  F.Where = In.P.locate(In.Facts.acquired(First.In, First.ToAcquired).Where);
  F.Fingerprint = fingerprint(F.Check, F.Locks, Functions);
  Judge(In, Cycle, F).run();
  return F;
}

std::vector<Finding> describeCycles(const CheckInput &In, bool Waits) {
  WitnessBuilder Witnesses(In.P, In.Facts);
  std::vector<Finding> Findings;
  for (const LockCycle &Cycle : In.Graph.cycles())
    if (isWait(In, Cycle) == Waits)
      Findings.push_back(describe(In, Witnesses, Cycle));
  llvm::erase_if(Findings, [](const Finding &F) { return F.Reasons.size() > MaxAssumptions; });
  return Findings;
}

} // namespace

std::vector<std::string> assumptionsOf(const CheckInput &In, const LockCycle &Cycle) {
  Finding F;
  Judge(In, Cycle, F).run();
  return F.Reasons;
}

std::vector<Finding> checkLockOrder(const CheckInput &In) { return describeCycles(In, false); }

std::vector<Finding> checkWaitUnderLock(const CheckInput &In) { return describeCycles(In, true); }

} // namespace lockorder
