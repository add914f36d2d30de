//===- IrqUses.cpp - Which locks interrupts take, and which are taken with them on -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/IrqUses.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

static bool isSpinning(LockKind Kind) {
  return Kind == LockKind::Spinlock || Kind == LockKind::RawSpinlock || Kind == LockKind::Rwlock ||
         Kind == LockKind::Seqlock || Kind == LockKind::BitSpinlock;
}

IrqUsage::IrqUsage(const CheckInput &Input) : In(Input) {
  for (const EntryPoint &E : In.Facts.Entries)
    collect(E);
}

std::tuple<bool, uint8_t, bool, bool, uint16_t, FunctionId, uint32_t>
IrqUsage::cost(const IrqUse &U) const {
  const Acquisition &A = acquired(U);
  bool Init = In.Facts.InitOnly[U.From->Function.index()];
  return std::tuple(Init, A.Pointers, !U.From->Known && !sleeps(U.From->Function), A.Assumed,
                    A.Length, U.From->Function, U.Acquired);
}

void IrqUsage::note(std::optional<IrqUse> &Best, IrqUse U) const {
  if (!Best || cost(U) < cost(*Best))
    Best = U;
}

void IrqUsage::collect(const EntryPoint &E) {
  const Summary &S = In.Facts.summary(E.Function);
  for (uint32_t I : S.Offered) {
    const Acquisition &A = S.Acquired[I];
    if (In.Facts.Terms.isSleep(A.Place) || isSleepingLock(A.Kind) || !isSpinning(A.Kind))
      continue;
    ClassId Class = In.Facts.Classes->classOf(A.Place, A.Subclass, true);
    if (!Class || (*In.Facts.Classes)[Class].ThroughPointer)
      continue;
    bool Reader = A.Mode != LockMode::Exclusive, Blocks = A.How == LockHow::Blocking;
    bool HardOff = A.IrqOff || E.Ctx == Context::Hardirq || E.Ctx == Context::Irq;
    bool SoftOff = HardOff || A.BhOff || E.Ctx == Context::Softirq;
    if (E.Ctx == Context::Hardirq && Blocks)
      note(Hard[Class].In[Reader], {&E, I});
    if (E.Ctx == Context::Softirq && Blocks)
      note(Soft[Class].In[Reader], {&E, I});
    if (!HardOff)
      note(Hard[Class].On[Reader], {&E, I});
    if (!SoftOff && E.Ctx == Context::Process)
      note(Soft[Class].On[Reader], {&E, I});
  }
}

/// It sleeps itself, so it surely runs where that is allowed.
bool IrqUsage::sleeps(FunctionId F) const {
  const Summary &S = In.Facts.summary(F);
  return llvm::any_of(S.Offered, [&](uint32_t I) {
    const Acquisition &A = S.Acquired[I];
    return In.Facts.Terms.isSleep(A.Place) && A.Given.empty() && A.Dropped.empty() && A.Length == 0;
  });
}

/// Called from assembler, with interrupts off.
bool IrqUsage::isEntryCode(FunctionId F) const {
  return llvm::StringRef(In.P.locate(In.P.function(F).Where).File).contains("/arch/");
}

void IrqUsage::lowerByClass(Finding &F, ClassId Class) const {
  const LockClass &Of = (*In.Facts.Classes)[Class];
  if (Of.Fallback)
    F.lower(Confidence::Low, "the object that the lock is part of is not known");
  if (llvm::any_of(Of.Path, [&](FieldId Member) { return In.P.OwnClass.contains(Member); }))
    F.lower(Confidence::Medium, "lockdep_set_class() makes several classes of it");
}

void IrqUsage::lower(Finding &F, const IrqUse &Inside, const IrqUse &Open) const {
  for (const IrqUse *U : {&Inside, &Open}) {
    const Acquisition &A = acquired(*U);
    lowerByPointers(F, A.Pointers);
    if (needsLastReference(In.Facts, A))
      F.lower(Confidence::Medium, "only if the call gives up the last reference to something");
    if (A.Lost)
      F.lower(Confidence::Medium, "only under conditions that were not followed to here");
    if (A.Assumed)
      F.lower(Confidence::Medium, "only if what a call is passed has the right values");
    constexpr unsigned Believable = 8;
    if (A.Length > Believable)
      F.lower(Confidence::Medium, "the call chain is long");
  }
  OwnerId Mine = In.P.ownerOf(Inside.From->Function), Theirs = In.P.ownerOf(Open.From->Function);
  if (Mine && Theirs && Mine != Theirs)
    F.lower(Confidence::Low, "code of two owners: most likely two objects");
  if (In.Facts.InitOnly[Open.From->Function.index()])
    F.lower(Confidence::Low, "only while the kernel or a module starts or stops");
  if (Inside.From->Via == "hrtimer.function")
    F.lower(Confidence::Medium, "the timer's mode may make it a softirq");
  if (!Open.From->Known && (!sleeps(Open.From->Function) || isEntryCode(Open.From->Function)))
    F.lower(Confidence::Low, "nobody here calls " + In.P.nameOf(Open.From->Function).str() +
                                 "(): perhaps only with interrupts off");
}

std::string irqRemedy(const Acquisition &Open, Context C) {
  bool Read = Open.Mode != LockMode::Exclusive;
  bool Rw = Open.Kind == LockKind::Rwlock;
  std::string Name = Rw ? (Read ? "read_lock" : "write_lock") : "spin_lock";
  return "use " + Name + (C == Context::Hardirq ? "_irqsave()" : "_bh()") + " here";
}

const Step &outsideHeaders(const std::vector<Step> &Steps) {
  auto InSource = [](const Step &S) { return !llvm::StringRef(S.Where.File).ends_with(".h"); };
  auto It = std::find_if(Steps.rbegin(), Steps.rend(), InSource);
  return It == Steps.rend() ? Steps.back() : *It;
}

} // namespace lockorder
