//===- IrqInversion.cpp - irq-inversion: what an interrupt takes, with interrupts on -*- C++
//-*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// lockdep's usage bits (Documentation/locking/lockdep-design.rst, "State"), of classes, from where
// threads of execution begin:
//
//   used in hardirq:   some handler takes it          IN-HARDIRQ
//   hardirq unsafe:    something takes it, hardirqs on    HARDIRQ-ON
//
// Both of one class is a deadlock on one processor, unless both are readers. The same for softirqs,
// which are also off where hard interrupts are.
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "order/Witness.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace lockorder {
namespace {

/// One acquisition of a class, from where its thread begins.
struct Use {
  const EntryPoint *From = nullptr;
  uint32_t Acquired = 0; ///< of From->Function
};

/// By "is a reader".
struct Uses {
  std::optional<Use> In[2], On[2];
};

class Finder {
public:
  explicit Finder(const CheckInput &In) : In(In), Witnesses(In.P, In.Facts) {}

  std::vector<Finding> run() {
    for (const EntryPoint &E : In.Facts.Entries)
      collect(E);
    std::vector<Finding> Findings;
    std::set<ClassId> Reported;
    for (Context C : {Context::Hardirq, Context::Softirq})
      for (auto &[Class, Of] : C == Context::Hardirq ? Hard : Soft)
        if (!Reported.contains(Class))
          if (std::optional<Finding> F = judge(Class, Of, C)) {
            Reported.insert(Class);
            Findings.push_back(std::move(*F));
          }
    return Findings;
  }

private:
  const Acquisition &acquired(const Use &U) const {
    return In.Facts.summary(U.From->Function).Acquired[U.Acquired];
  }

  /// The smaller, the more it is believed.
  auto cost(const Use &U) const {
    const Acquisition &A = acquired(U);
    bool Init = In.Facts.InitOnly[U.From->Function.index()];
    return std::tuple(Init, A.Pointers, !U.From->Known && !sleeps(U.From->Function), A.Assumed,
                      A.Length, U.From->Function, U.Acquired);
  }

  void note(std::optional<Use> &Best, Use U) {
    if (!Best || cost(U) < cost(*Best))
      Best = U;
  }

  void collect(const EntryPoint &E) {
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

  static bool isSpinning(LockKind Kind) {
    return Kind == LockKind::Spinlock || Kind == LockKind::RawSpinlock ||
           Kind == LockKind::Rwlock || Kind == LockKind::Seqlock || Kind == LockKind::BitSpinlock;
  }

  /// It sleeps itself, so it surely runs where that is allowed.
  bool sleeps(FunctionId F) const {
    const Summary &S = In.Facts.summary(F);
    return llvm::any_of(S.Offered, [&](uint32_t I) {
      const Acquisition &A = S.Acquired[I];
      return In.Facts.Terms.isSleep(A.Place) && A.Given.empty() && A.Dropped.empty() &&
             A.Length == 0;
    });
  }

  /// Called from assembler, with interrupts off.
  bool isEntryCode(FunctionId F) const {
    return llvm::StringRef(In.P.locate(In.P.function(F).Where).File).contains("/arch/");
  }

  std::optional<Finding> judge(ClassId Class, const Uses &Of, Context C) const {
    std::optional<std::pair<Use, Use>> Best;
    for (bool InReader : {false, true})
      for (bool OnReader : {false, true}) {
        if ((InReader && OnReader) || !Of.In[InReader] || !Of.On[OnReader])
          continue;
        std::pair<Use, Use> Pair{*Of.In[InReader], *Of.On[OnReader]};
        auto Both = [&](const std::pair<Use, Use> &P) {
          return std::pair(cost(P.first), cost(P.second));
        };
        if (!Best || Both(Pair) < Both(*Best))
          Best = Pair;
      }
    if (!Best)
      return std::nullopt;
    return describe(Class, Best->first, Best->second, C);
  }

  Finding describe(ClassId Class, const Use &Inside, const Use &Open, Context C) const {
    std::string Lock = In.Facts.Classes->spell(Class);
    std::string Bit = C == Context::Hardirq ? "HARDIRQ" : "SOFTIRQ";
    auto Letter = [&](const Use &U) { return acquired(U).Mode == LockMode::Exclusive ? "W" : "R"; };
    Finding F;
    F.Check = "irq-inversion";
    F.Witnesses.push_back(
        Witnesses.use(*Inside.From, Inside.Acquired, "in " + spell(C).str(), Lock));
    F.Witnesses.push_back(Witnesses.use(*Open.From, Open.Acquired, spell(C).str() + "s on", Lock));
    const Step &Taken = outsideHeaders(F.Witnesses.back().Steps);
    F.Message = "inconsistent lock state: {IN-" + Bit + "-" + Letter(Inside) + "} -> {" + Bit +
                "-ON-" + Letter(Open) + "} usage: " + Lock + "; " + remedy(Open, C);
    F.Locks = {Lock};
    F.Function = Taken.Function;
    F.Where = Taken.Where;
    F.Fingerprint = fingerprint(F.Check, F.Locks, {Bit, F.Function});
    lower(F, Class, Inside, Open);
    return F;
  }

  /// Where a `guard()` stands, not where its class is made.
  static const Step &outsideHeaders(const std::vector<Step> &Steps) {
    auto InSource = [](const Step &S) { return !llvm::StringRef(S.Where.File).ends_with(".h"); };
    auto It = std::find_if(Steps.rbegin(), Steps.rend(), InSource);
    return It == Steps.rend() ? Steps.back() : *It;
  }

  std::string remedy(const Use &Open, Context C) const {
    bool Read = acquired(Open).Mode != LockMode::Exclusive;
    bool Rw = acquired(Open).Kind == LockKind::Rwlock;
    std::string Name = Rw ? (Read ? "read_lock" : "write_lock") : "spin_lock";
    return "use " + Name + (C == Context::Hardirq ? "_irqsave()" : "_bh()") + " here";
  }

  void lower(Finding &F, ClassId Class, const Use &Inside, const Use &Open) const {
    const LockClass &Of = (*In.Facts.Classes)[Class];
    if (Of.Fallback)
      F.lower(Confidence::Low, "the object that the lock is part of is not known");
    if (llvm::any_of(Of.Path, [&](FieldId Member) { return In.P.OwnClass.contains(Member); }))
      F.lower(Confidence::Medium, "lockdep_set_class() makes several classes of it");
    for (const Use *U : {&Inside, &Open}) {
      const Acquisition &A = acquired(*U);
      lowerByPointers(F, A.Pointers);
      if (needsLastReference(In.Facts, A))
        F.lower(Confidence::Medium, "only if the call gives up the last reference to something");
      if (A.Assumed)
        F.lower(Confidence::Medium, "only if what a call is passed has the right values");
      constexpr unsigned Believable = 8;
      if (A.Length > Believable)
        F.lower(Confidence::Medium, "the call chain is long");
    }
    if (In.Facts.InitOnly[Open.From->Function.index()])
      F.lower(Confidence::Low, "only while the kernel or a module starts or stops");
    if (Inside.From->Via == "hrtimer.function")
      F.lower(Confidence::Medium, "the timer's mode may make it a softirq");
    if (!Open.From->Known && (!sleeps(Open.From->Function) || isEntryCode(Open.From->Function)))
      F.lower(Confidence::Low, "nobody here calls " + In.P.nameOf(Open.From->Function).str() +
                                   "(): perhaps only with interrupts off");
  }

  const CheckInput &In;
  WitnessBuilder Witnesses;
  std::map<ClassId, Uses> Hard, Soft;
};

} // namespace

std::vector<Finding> checkIrqInversion(const CheckInput &In) { return Finder(In).run(); }

} // namespace lockorder
