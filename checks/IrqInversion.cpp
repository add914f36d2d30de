//===- IrqInversion.cpp - irq-inversion: what an interrupt takes, with interrupts on -*- C++
//-*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two of lockdep's rules (Documentation/locking/lockdep-design.rst, "Single-lock state rules" and
// "Multi-lock dependency rules"):
//
//   a lock that an interrupt takes is also taken with interrupts on:
//       one processor waits for itself
//   a lock that an interrupt takes is held while another one is wanted, which is elsewhere taken
//   with interrupts on:
//       CPU 0 holds the first and wants the second; CPU 1 holds the second, and its interrupt wants
//       the first
//
// The second lock may be wanted through others: a path of the lock-order graph.
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "link/Modules.h"
#include "order/IrqUsage.h"
#include "order/Witness.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {
namespace {

/// Locks of a chain: longer ones, nobody believes.
constexpr size_t MaxChain = 3;

/// What the use with interrupts on should have called.
std::string irqRemedy(const Acquisition &Open, Context C) {
  bool Read = Open.Mode != LockMode::Exclusive;
  bool Rw = Open.Kind == LockKind::Rwlock;
  std::string Name = Rw ? (Read ? "read_lock" : "write_lock") : "spin_lock";
  return "use " + Name + (C == Context::Hardirq ? "_irqsave()" : "_bh()") + " here";
}

/// Where a `guard()` stands, not where its class is made.
const Step &outsideHeaders(const std::vector<Step> &Steps) {
  auto InSource = [](const Step &S) { return !llvm::StringRef(S.Where.File).ends_with(".h"); };
  auto It = std::find_if(Steps.rbegin(), Steps.rend(), InSource);
  return It == Steps.rend() ? Steps.back() : *It;
}

class Finder {
public:
  explicit Finder(const CheckInput &In)
      : In(In), Witnesses(In.P, In.Facts), Usage(In.P, In.Facts), Drivers(In.P) {}

  std::vector<Finding> run() {
    for (Context C : {Context::Hardirq, Context::Softirq})
      for (auto &[Class, Of] : Usage.in(C))
        if (!Reported.contains(Class))
          judge(Class, Of, C);
    for (Context C : {Context::Hardirq, Context::Softirq})
      for (auto &[Class, Of] : Usage.in(C))
        if (Of.In[false] || Of.In[true])
          followOrders(Class, Of, C);
    return std::move(Findings);
  }

private:
  struct Pair {
    IrqUse Inside, Open;
  };

  /// The most believable two uses, unless they pass each other by: asked of "the interrupt only
  /// reads" and "the other one only reads".
  std::optional<Pair> choose(const IrqUses &First, const IrqUses &Last, Context C,
                             llvm::function_ref<bool(bool, bool)> Passes) const {
    std::optional<Pair> Best;
    auto Cost = [&](const Pair &P) {
      return std::pair(Usage.cost(P.Inside, C), Usage.cost(P.Open, C));
    };
    for (bool InReader : {false, true})
      for (bool OnReader : {false, true}) {
        if (!First.In[InReader] || !Last.On[OnReader])
          continue;
        Pair P{*First.In[InReader], *Last.On[OnReader]};
        if (!Passes(InReader, OnReader) && (!Best || Cost(P) < Cost(*Best)))
          Best = P;
      }
    return Best;
  }

  void judge(ClassId Class, const IrqUses &Of, Context C) {
    std::optional<Pair> P = choose(Of, Of, C, std::logical_and<bool>());
    if (!P)
      return;
    Reported.insert(Class);
    std::string Lock = In.Facts.Classes->spell(Class);
    Finding F = begin(*P, C, Lock, Lock);
    F.Message = "inconsistent lock state: {IN-" + bit(C) + "-" + letter(P->Inside) + "} -> {" +
                bit(C) + "-ON-" + letter(P->Open) + "} usage: " + Lock + "; " +
                irqRemedy(Usage.acquired(P->Open), C);
    F.Locks = {Lock};
    F.Fingerprint = fingerprint(F.Check, F.Locks, {bit(C), F.Function});
    lower(F, *P, C, {Class});
    Findings.push_back(std::move(F));
  }

  /// Breadth first from what an interrupt takes to what is taken with interrupts on. A lock on the
  /// way that is one or the other itself begins or ends a shorter chain.
  void followOrders(ClassId From, const IrqUses &Of, Context C) {
    struct Reached {
      ClassId Class;
      size_t Before = 0; ///< index of Ways
      size_t Length = 1;
    };
    std::vector<Reached> Ways{{From}};
    llvm::DenseSet<uint32_t> Known{From.index()};
    const auto &All = Usage.in(C);
    for (size_t At = 0; At != Ways.size(); ++At) {
      for (const OrderEdge &E : In.Graph.from(Ways[At].Class)) {
        if (isOfThisProcessor(E) || !Known.insert(E.To.index()).second)
          continue;
        auto There = All.find(E.To);
        bool Open = There != All.end() && (There->second.On[false] || There->second.On[true]);
        bool Inside = There != All.end() && (There->second.In[false] || There->second.In[true]);
        if (Open && !Inside) {
          std::vector<ClassId> Chain{E.To};
          for (size_t Step = At; Step != 0; Step = Ways[Step].Before)
            Chain.push_back(Ways[Step].Class);
          Chain.push_back(From);
          std::reverse(Chain.begin(), Chain.end());
          judgeChain(Chain, Of, There->second, C);
        }
        if (!Open && !Inside && Ways[At].Length + 1 < MaxChain)
          Ways.push_back({E.To, At, Ways[At].Length + 1});
      }
    }
  }

  void judgeChain(const std::vector<ClassId> &Chain, const IrqUses &First, const IrqUses &Last,
                  Context C) {
    std::vector<uint32_t> Events;
    for (size_t I = 0; I + 1 != Chain.size(); ++I) {
      const OrderEdge *Edge = In.Graph.find(Chain[I], Chain[I + 1]);
      auto Runs = llvm::find_if(Edge->Events, [&](uint32_t Event) { return isPlain(Event); });
      if (Runs == Edge->Events.end())
        return;
      Events.push_back(*Runs);
    }
    bool HeldShared = In.Facts.Orders[Events.front()].FromMode != LockMode::Exclusive;
    bool WantedShared = In.Facts.Orders[Events.back()].ToMode != LockMode::Exclusive;
    std::optional<Pair> P = choose(First, Last, C, [&](bool InReader, bool OnReader) {
      return (InReader && HeldShared) || (OnReader && WantedShared);
    });
    if (!P || !Chained.insert({Chain.front(), Chain.back()}).second)
      return;
    // Of what is doubtful twice, one finding for each lock that an interrupt takes is enough noise.
    Finding Doubts = doubtsOf(Chain, Events);
    if (Doubts.Tier != Confidence::Low)
      lower(Doubts, *P, C, Chain);
    if (Doubts.Tier == Confidence::Low)
      return;
    std::vector<std::string> Locks;
    for (ClassId Class : Chain)
      Locks.push_back(In.Facts.Classes->spell(Class));
    Finding F = begin(*P, C, Locks.front(), Locks.back());
    F.Tier = Doubts.Tier;
    F.Reasons = std::move(Doubts.Reasons);
    F.Message = bit(C) + "-safe -> " + bit(C) + "-unsafe lock order: ";
    for (const std::string &Lock : Locks)
      F.Message += Lock + (&Lock == &Locks.back() ? "; " : " -> ");
    F.Message += irqRemedy(Usage.acquired(P->Open), C);
    for (uint32_t Event : Events)
      F.Witnesses.insert(F.Witnesses.end() - 1, Witnesses.order(In.Facts.Orders[Event]));
    F.Locks = std::move(Locks);
    F.Fingerprint = fingerprint(F.Check, F.Locks, {bit(C), F.Function});
    Findings.push_back(std::move(F));
  }

  /// Why the orders of a chain may not be what they seem.
  Finding doubtsOf(const std::vector<ClassId> &Chain, const std::vector<uint32_t> &Events) const {
    Finding F;
    size_t Members = llvm::count_if(
        Chain, [&](ClassId Class) { return !(*In.Facts.Classes)[Class].Global.valid(); });
    for (uint32_t Event : Events) {
      const OrderEvent &E = In.Facts.Orders[Event];
      const Acquisition &Held = In.Facts.acquired(E.In, E.FromAcquired);
      const Acquisition &Wanted = In.Facts.acquired(E.In, E.ToAcquired);
      lowerByPointers(F, std::max(Held.Pointers, Wanted.Pointers));
      lowerByStatement(F, Held);
      if (Wanted.Assumed || Wanted.Lost)
        F.lower(Confidence::Medium, "only if what a call is passed has the right values");
      if (Members > 1 && !ofOneObject(In, E))
        F.lower(Confidence::Medium,
                "the locks are of the same classes, but perhaps of different objects");
      if (E.Guessed)
        F.lower(Confidence::Low, "which release belongs to which acquisition was guessed");
    }
    if (Chain.size() > 2)
      F.lower(Confidence::Medium, "the orders are of different threads");
    return F;
  }

  /// Without PREEMPT_RT a local_lock() keeps no other processor out: it passes no order on.
  bool isOfThisProcessor(const OrderEdge &E) const {
    const OrderEvent &First = In.Facts.Orders[E.Events.front()];
    const Acquisition &Wanted = In.Facts.acquired(First.In, First.ToAcquired);
    return Wanted.Kind == LockKind::LocalLock && !In.Facts.Rules.Rt;
  }

  /// Both are locks, and it is not only the kernel's start that takes them in this order.
  bool isPlain(uint32_t Event) const {
    const OrderEvent &E = In.Facts.Orders[Event];
    auto IsLock = [&](uint32_t I) { return In.Facts.acquired(E.In, I).Kind != LockKind::Event; };
    return !In.Facts.InitOnly[E.In.index()] && IsLock(E.FromAcquired) && IsLock(E.ToAcquired);
  }

  Finding begin(const Pair &P, Context C, const std::string &First, const std::string &Last) const {
    Finding F;
    F.Check = "irq-inversion";
    F.Witnesses.push_back(
        Witnesses.use(*P.Inside.From, P.Inside.Acquired, "in " + spell(C).str(), First));
    F.Witnesses.push_back(
        Witnesses.use(*P.Open.From, P.Open.Acquired, spell(C).str() + "s on", Last));
    const Step &Taken = outsideHeaders(F.Witnesses.back().Steps);
    F.Function = Taken.Function;
    F.Where = Taken.Where;
    return F;
  }

  void lower(Finding &F, const Pair &P, Context C, llvm::ArrayRef<ClassId> Classes) const {
    for (ClassId Class : Classes)
      lowerByClass(F, Class);
    lower(F, P.Inside, P.Open, C);
    bool OneObject = llvm::any_of(
        Classes, [&](ClassId Class) { return (*In.Facts.Classes)[Class].Global.valid(); });
    FunctionId Handler = P.Inside.From->Function, Open = P.Open.From->Function;
    if (!OneObject && F.Tier != Confidence::Low &&
        (Drivers.areTwo(Handler, Open) || Drivers.isForOthers(Open, In.P.ownerOf(Handler)) ||
         Drivers.isForOthers(Handler, In.P.ownerOf(Open))))
      F.lower(Confidence::Low, "code of two drivers: most likely two objects");
  }

  /// Called from assembler, with interrupts off.
  bool isEntryCode(FunctionId F) const {
    return llvm::StringRef(In.P.locate(In.P.function(F).Where).File).contains("/arch/");
  }

  void lowerByClass(Finding &F, ClassId Class) const {
    const LockClass &Of = (*In.Facts.Classes)[Class];
    if (Of.Fallback)
      F.lower(Confidence::Low, "the object that the lock is part of is not known");
    if (llvm::any_of(Of.Path, [&](FieldId Member) { return In.P.OwnClass.contains(Member); }))
      F.lower(Confidence::Medium, "lockdep_set_class() makes several classes of it");
  }

  void lower(Finding &F, const IrqUse &Inside, const IrqUse &Open, Context C) const {
    for (const IrqUse *U : {&Inside, &Open}) {
      const Acquisition &A = Usage.acquired(*U);
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
    if (isProbe(*Open.From) && !Inside.From->In)
      F.lower(Confidence::Medium, "most of probe() is done before others can reach the device");
    if (isBeforeStart(*Open.From, *Inside.From))
      F.lower(Confidence::Low, "when " + In.P.nameOf(Open.From->Function).str() +
                                   "() runs, nobody has started " +
                                   In.P.nameOf(Inside.From->Function).str() + "() for its device");
    if (Inside.From->Via == "hrtimer.function")
      F.lower(Confidence::Medium, "the timer's mode may make it a softirq");
    if (!Open.From->Known &&
        (!Usage.isInterruptible(Open.From->Function, C) || isEntryCode(Open.From->Function)))
      F.lower(Confidence::Low, "nobody here calls " + In.P.nameOf(Open.From->Function).str() +
                                   "(): perhaps only with interrupts off");
  }

  static bool isProbe(const EntryPoint &E) { return llvm::StringRef(E.Via).ends_with(".probe"); }

  /// The device is being probed, and what starts the handler is called when it is opened.
  bool isBeforeStart(const EntryPoint &Probe, const EntryPoint &Handler) const {
    if (!isProbe(Probe))
      return false;
    std::set<FunctionId> Starting;
    for (const StartEvent &S : In.Facts.Starts)
      if (S.Started == Handler.Function)
        Starting.insert(S.In);
    if (Starting.empty())
      return false;
    std::vector<FunctionId> Queue{Probe.Function};
    std::set<FunctionId> Seen(Queue.begin(), Queue.end());
    while (!Queue.empty()) {
      FunctionId Now = Queue.back();
      Queue.pop_back();
      if (Starting.contains(Now))
        return false;
      auto [First, Last] = boost::out_edges(size_t(Now.index()), In.P.Calls);
      for (auto It = First; It != Last; ++It)
        if (FunctionId Next(static_cast<uint32_t>(target(*It, In.P.Calls)));
            Seen.insert(Next).second)
          Queue.push_back(Next);
    }
    return true;
  }

  static std::string bit(Context C) { return C == Context::Hardirq ? "HARDIRQ" : "SOFTIRQ"; }
  std::string letter(const IrqUse &U) const { return Usage.isReader(U) ? "R" : "W"; }

  const CheckInput &In;
  WitnessBuilder Witnesses;
  IrqUsage Usage;
  Modules Drivers;
  std::set<ClassId> Reported;
  std::set<std::pair<ClassId, ClassId>> Chained; ///< reported for hard interrupts, or for soft ones
  std::vector<Finding> Findings;
};

} // namespace

std::vector<Finding> checkIrqInversion(const CheckInput &In) { return Finder(In).run(); }

} // namespace lockorder
