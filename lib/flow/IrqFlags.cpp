//===- IrqFlags.cpp - Where hard interrupts are off, and who turns them on -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Regions nest: local_irq_save() in a region that spin_lock_irq() began has to put back "off".
// Restoring does that, enabling does not, whoever it is that enables (Documentation/kernel-hacking/
// locking.rst, "Locking Between Hard IRQ and Softirqs/Tasklets").
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

static constexpr size_t MaxRegions = 4;

void Interpreter::irqEvent(IrqFlagsEvent E) {
  E.In = Self;
  bool Known = llvm::any_of(IrqFlags, [&](const IrqFlagsEvent &Old) {
    return Old.Kind == E.Kind && Old.Where == E.Where && Old.Via == E.Via;
  });
  if (!Known)
    IrqFlags.push_back(E);
}

/// Interrupts go on here, as far as this function knows for no good reason.
void Interpreter::enables(const State &S, IrqEnabling How) {
  if (!S.Irq.empty() || S.IrqClosed != 0)
    return;
  How.Happens = true;
  IrqEnabling &Old = Result.Enables;
  if (!Old.Happens) {
    Old = std::move(How);
    return;
  }
  weaken(Old.Given, How.Given);
  if (std::tuple(How.Pointers, How.Length, How.Where) <
      std::tuple(Old.Pointers, Old.Length, Old.Where)) {
    How.Given = std::move(Old.Given);
    Old = std::move(How);
  }
}

/// The innermost region ends by enabling.
void Interpreter::closeIrq(State &S, TermId Flags, Site Where, FunctionId Via, uint8_t Pointers) {
  if (S.Irq.empty()) {
    S.IrqClosed = std::min<uint32_t>(S.IrqClosed + 1, 2);
    return;
  }
  IrqRegion Ended = S.Irq.back();
  S.Irq.pop_back();
  if (S.Irq.empty() && !Via)
    heldWithout(&Acquisition::IrqOff, S);
  if (Flags)
    return; // restored
  if (Ended.Flags)
    irqEvent({IrqFlagsKind::PlainAfterSave, Self, Ended.Where, Where, Via, Pointers});
  if (!S.Irq.empty())
    irqEvent({IrqFlagsKind::EnabledInside, Self, S.Irq.back().Where, Where, Via, Pointers});
}

/// Somebody else may write to it.
bool Interpreter::isAddressTaken(VarId Variable) const {
  return llvm::any_of(F.Nodes, [&](const Node &N) {
    return N.Kind == Op::Addr && F.Nodes[N.A.index()].Kind == Op::Var &&
           F.Nodes[N.A.index()].Variable == Variable;
  });
}

/// What is taken with interrupts going off, where one call does both.
static NodeId takenWith(const ApiEvent &E) {
  for (const Effect &What : E.Effects)
    if (What.Kind == EffectKind::Acquire)
      return What.Object;
  return NodeId();
}

/// A region begins. One that began with the same lock has ended, or the lock could not be free.
void Interpreter::openIrq(State &S, IrqRegion R) {
  if (R.Lock)
    llvm::erase_if(S.Irq,
                   [&](const IrqRegion &Old) { return Old.Lock == R.Lock && !S.held(R.Lock); });
  if (S.Irq.size() < MaxRegions)
    S.Irq.push_back(R);
}

void Interpreter::switchIrq(const ApiEvent &E, const Effect &What, uint32_t At, State &S) {
  if (Facts.Rules.Rt && llvm::any_of(E.Effects, [](const Effect &Other) {
        return (Other.Kind == EffectKind::Acquire || Other.Kind == EffectKind::Release) &&
               sleepsUnderRt(Other.Lock);
      }))
    return; // stays on
  NodeId With = takenWith(E);
  TermId Lock = With ? place(S, With) : TermId();
  switch (What.Change) {
  case ContextChange::Disable:
    openIrq(S, {TermId(), Lock, E.Where});
    break;
  case ContextChange::Save: {
    TermId Place = What.Flags ? place(S, What.Flags) : Terms.anyPlace();
    auto Now = S.Store.find(Place);
    if (Now != S.Store.end())
      for (const IrqRegion &R : S.Irq)
        if (R.Flags && R.Flags == Now->second && R.Flags != Terms.any())
          irqEvent({IrqFlagsKind::NestedSave, Self, R.Where, E.Where, {}, NoPointer});
    TermId Saved = fresh(S, At, 3);
    if (Place != Terms.anyPlace())
      write(S, Place, Saved);
    openIrq(S, {Saved, Lock, E.Where});
    break;
  }
  case ContextChange::Restore: {
    TermId Place = What.Flags ? place(S, What.Flags) : Terms.anyPlace();
    TermId Value = read(S, Place);
    auto Match = llvm::find_if(S.Irq, [&](const IrqRegion &R) { return R.Flags == Value; });
    if (Match != S.Irq.end()) {
      S.Irq.erase(Match);
      break;
    }
    bool Local = Terms[Place].Kind == TermKind::Local && Terms[Place].Index >= F.Parameters &&
                 !isAddressTaken(VarId(Terms[Place].Index));
    if (Local && Terms[Value].Kind == TermKind::Load && Terms[Value].A == Place)
      irqEvent({IrqFlagsKind::NeverSaved, Self, {}, E.Where, {}, NoPointer});
    closeIrq(S, Value, E.Where, {}, NoPointer);
    break;
  }
  case ContextChange::Enable: {
    bool Own = !S.Irq.empty();
    closeIrq(S, TermId(), E.Where, {}, NoPointer);
    if (Own)
      enables(S, {true, E.Where, {}, entryFacts(S), NoPointer, 0});
    break;
  }
  case ContextChange::None:
    break;
  }
}

/// A callee that ends a region of its own by enabling, called where interrupts should stay off.
void Interpreter::irqOfCall(const CallEvent &E, FunctionId Callee, uint8_t Pointers,
                            const std::vector<TermId> &Arguments, State &S) {
  const IrqEnabling Theirs = Facts.summary(Callee).Enables;
  bool Ambiguous = std::max(Pointers, Theirs.Pointers) == SeveralTargets;
  if (!Theirs.Happens || Theirs.Length >= (Ambiguous ? MaxAmbiguousLength : MaxLength))
    return;
  Conditions Given = entryFacts(S);
  Doubts Asked;
  if (!meets(Theirs.Given, Arguments, S, Given, Asked))
    return;
  uint8_t Worst = std::max(Pointers, Theirs.Pointers);
  if (!S.Irq.empty())
    irqEvent({IrqFlagsKind::EnabledInside, Self, S.Irq.back().Where, E.Where, Callee, Worst});
  else
    enables(S, {true, E.Where, Callee, Given, Worst, static_cast<uint16_t>(Theirs.Length + 1)});
}

void Interpreter::irqOfOutcome(const CallEvent &E, FunctionId Callee, const Outcome &O,
                               uint8_t Pointers, uint32_t At, State &S) {
  for (uint32_t I = 0; I != O.IrqClosed; ++I)
    closeIrq(S, Terms.any(), E.Where, Callee, Pointers);
  for (TermId Flags : O.IrqOpened)
    openIrq(S, {Flags ? fresh(S, At, 3) : TermId(), TermId(), E.Where});
}

} // namespace lockorder
