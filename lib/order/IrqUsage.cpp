//===- IrqUsage.cpp - Which locks interrupts take, and which are taken with them on -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "order/IrqUsage.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

static bool isSpinning(LockKind Kind) {
  return Kind == LockKind::Spinlock || Kind == LockKind::RawSpinlock || Kind == LockKind::Rwlock ||
         Kind == LockKind::Seqlock || Kind == LockKind::BitSpinlock;
}

IrqUsage::IrqUsage(const Program &P, const LockFacts &Facts) : P(P), Facts(Facts) {
  Runs.resize(P.Functions.size());
  FunctionId Last;
  for (const EntryPoint &E : Facts.Entries) { // sorted by function
    if (E.Function != std::exchange(Last, E.Function))
      Runs[E.Function.index()] = {isInterruptible(E.Function, Context::Hardirq),
                                  isInterruptible(E.Function, Context::Softirq)};
    collect(E);
  }
}

std::tuple<bool, uint8_t, bool, bool, bool, uint16_t, FunctionId, uint32_t>
IrqUsage::cost(const IrqUse &U, Context C) const {
  const Acquisition &A = acquired(U);
  bool Init = Facts.InitOnly[U.From->Function.index()];
  const Interruptible &Its = Runs[U.From->Function.index()];
  bool Surely = C == Context::Hardirq ? Its.Hard : Its.Soft;
  return std::tuple(Init, A.Pointers, !U.From->Known && !Surely, A.Assumed,
                    P.ownerOf(U.From->Function).valid(), A.Length, U.From->Function, U.Acquired);
}

void IrqUsage::note(std::optional<IrqUse> &Best, IrqUse U, Context C) const {
  if (!Best || cost(U, C) < cost(*Best, C))
    Best = U;
}

void IrqUsage::collect(const EntryPoint &E) {
  const Summary &S = Facts.summary(E.Function);
  for (uint32_t I : S.Offered) {
    const Acquisition &A = S.Acquired[I];
    if (Facts.Terms.isSleep(A.Place) || !isSpinning(A.Kind))
      continue;
    ClassId Class = Facts.Classes->classOf(A.Place, A.Subclass, true);
    if (!Class || (*Facts.Classes)[Class].ThroughPointer)
      continue;
    bool Reader = A.Mode != LockMode::Exclusive, Blocks = A.How == LockHow::Blocking;
    bool InHard = E.Ctx == Context::Hardirq || A.InHardirq;
    bool InSoft = E.Ctx == Context::Softirq || A.InSoftirq;
    bool HardOff = A.IrqOff || A.InHardirq || E.Ctx == Context::Hardirq || E.Ctx == Context::Irq;
    bool SoftOff = HardOff || A.BhOff || InSoft;
    if (InHard && Blocks)
      note(Hard[Class].In[Reader], {&E, I}, Context::Hardirq);
    if (InSoft && Blocks)
      note(Soft[Class].In[Reader], {&E, I}, Context::Softirq);
    // Who reads under a sequence count holds nothing while an interrupt writes: it reads again.
    if (A.Kind == LockKind::Seqlock && Reader)
      continue;
    if (!HardOff)
      note(Hard[Class].On[Reader], {&E, I}, Context::Hardirq);
    if (!SoftOff && E.Ctx == Context::Process)
      note(Soft[Class].On[Reader], {&E, I}, Context::Softirq);
  }
}

bool IrqUsage::isInterruptible(FunctionId F, Context C) const {
  const Summary &S = Facts.summary(F);
  bool Enables = S.Enables.Happens && !S.Enables.Via && S.Enables.Given.empty();
  if (C == Context::Hardirq && Enables)
    return true;
  return llvm::any_of(S.Offered, [&](uint32_t I) {
    const Acquisition &A = S.Acquired[I];
    bool Sleeps = Facts.Terms.isSleep(A.Place) && A.Given.empty() && A.Dropped.empty();
    return A.Length == 0 && (Sleeps || A.InHardirq || A.InSoftirq);
  });
}

} // namespace lockorder
