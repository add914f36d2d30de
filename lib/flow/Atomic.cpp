//===- Atomic.cpp - Where sleeping is forbidden -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call that may sleep takes, for an instant, something that nobody can hold (TermKind::Sleep). So
// it is offered to callers with its conditions, with the caller's locks that are given back before,
// and with its way there, as acquisitions are. Where a spinlock or a section is held, it is an
// event. Source of what forbids sleeping: ___might_sleep() in kernel/sched/core.c,
// Documentation/locking/locktypes.rst, Documentation/RCU/checklist.rst.
//
// A query (`in_atomic()`) is a value that only the caller knows, unless something is off here.
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

bool sleepsUnderRt(LockKind Kind) {
  return Kind == LockKind::Spinlock || Kind == LockKind::Rwlock || Kind == LockKind::Seqlock ||
         Kind == LockKind::LocalLock;
}

namespace {

/// Whether holding such a lock switches preemption off.
bool isAtomic(LockKind Kind, bool Rt) {
  if (Rt && sleepsUnderRt(Kind))
    return false;
  return Kind == LockKind::Spinlock || Kind == LockKind::RawSpinlock || Kind == LockKind::Rwlock ||
         Kind == LockKind::Seqlock || Kind == LockKind::LocalLock || Kind == LockKind::BitSpinlock;
}

bool isAtomicSection(Context C) {
  return C == Context::Rcu || C == Context::Bh || C == Context::Preempt || C == Context::Irq ||
         C == Context::Hardirq || C == Context::Softirq;
}

} // namespace

bool Interpreter::isOff(const State &S, Context C) const {
  switch (C) {
  case Context::Irq:
    return !S.Irq.empty();
  case Context::Preempt:
    return llvm::any_of(S.Held, [&](const HeldLock &H) {
      return H.Place == Terms.section(Context::Preempt) || H.Place == Terms.section(Context::Bh) ||
             isAtomic(H.Kind, Facts.Rules.Rt);
    });
  default:
    return S.held(Terms.section(C)) != nullptr;
  }
}

/// The outermost lock or section that is still there when `Sleep` begins.
std::optional<HeldLock> Interpreter::atomicRegion(const State &S, const Acquisition &Sleep) {
  if (Sleep.Subclass == UnlessPagefault && S.held(Terms.section(Context::Pagefault)))
    return std::nullopt;
  if (Sleep.Subclass == UnlessBh && isOff(S, Context::Bh))
    return std::nullopt;
  // What is given back before may have another name there.
  auto IsDropped = [&](const HeldLock &H) {
    ClassId Class = Facts.Classes->classOf(H.Place, 0, true);
    return Class && Facts.drops(Sleep, Class);
  };
  for (const HeldLock &H : S.Held) {
    const Term &T = Terms[H.Place];
    bool Section = T.Kind == TermKind::Section, Spins = Sleep.Subclass == AsSpinlock;
    Context C = Section ? static_cast<Context>(T.Index) : Context::Process;
    if (!(Section ? isAtomicSection(C) : isAtomic(H.Kind, Spins)))
      continue;
    if (Spins && (C == Context::Bh || C == Context::Softirq || C == Context::Rcu))
      continue;
    if (!Section && IsDropped(H))
      continue;
    return H;
  }
  if (S.Irq.empty() || !Sleep.IrqOff)
    return std::nullopt; // on again, there
  Acquisition A;
  A.Place = Terms.section(Context::Irq);
  A.Kind = LockKind::Rcu;
  A.Mode = LockMode::Recursive;
  A.Where = S.Irq.front().Where;
  HeldLock H{A.Place, A.Kind, A.Mode, LockHow::Blocking, 0, 0, false, false, {}};
  H.Acquired = record(std::move(A), /*KeepSite=*/true);
  return H;
}

bool Interpreter::isPlainSleep(const Acquisition &A) const {
  return Terms.isSleep(A.Place) && A.Given.empty() && A.Dropped.empty() && !A.IrqClosed &&
         !A.Pointers && !A.LastReference && !A.ByGlobal && !A.Subclass && !A.Lost && !A.Maybe;
}

/// One event for each region: the sleep that is believed most. Whether the callee's conditions are
/// true may be the caller's to say.
void Interpreter::sleepsIn(const State &S, const Acquisition &Sleep,
                           llvm::function_ref<uint32_t()> Record) {
  std::optional<HeldLock> Region = atomicRegion(S, Sleep);
  if (!Region)
    return;
  if (Sleep.Assumed && !P.Callers[Self.index()].empty()) {
    relative(*Region, Record());
    return;
  }
  SleepEvent E{Self, Region->Place, Region->Acquired, 0, Region->Kind, Region->Guessed};
  auto Cost = [&](const Acquisition &A, bool Guessed) {
    return std::tuple(A.Maybe, A.Assumed || A.Lost, Guessed, believability(A));
  };
  auto Known = llvm::find_if(Sleeps, [&](const SleepEvent &Old) {
    return Old.Region == E.Region &&
           Result.Acquired[Old.Since].Where == Result.Acquired[E.Since].Where;
  });
  if (Known == Sleeps.end()) {
    E.Sleeps = Record();
    Sleeps.push_back(E);
  } else if (Cost(Sleep, E.Guessed) < Cost(Result.Acquired[Known->Sleeps], Known->Guessed)) {
    E.Sleeps = Record();
    *Known = E;
  }
}

/// Whether the flags (of an allocation) may say that it happens; if only a caller knows, `A` gets
/// that condition.
bool Interpreter::allows(NodeId Flags, State &S, Acquisition &A) {
  if (!Flags)
    return true;
  TermId Allows = value(S, Flags);
  Range R = Valuation(Terms, S).rangeOf(Allows);
  if (R.mustBeZero() || R.mustBeNonZero())
    return R.mustBeNonZero();
  if (!isForCallers(Allows))
    return false; // nobody can say
  A.Assumed = true;
  Conditions Given = A.Given;
  llvm::erase_if(Given, [&](auto &G) { return G.first == Allows; });
  if (Given.size() == MaxGiven)
    Given.pop_back();
  Given.push_back({Allows, R.intersect(Range::notZero())});
  llvm::sort(Given);
  A.Given = std::move(Given);
  return true;
}

/// memalloc_nofs_save() keeps allocations from reclaim, pagefault_disable() accesses from faults.
bool Interpreter::isSwitchedOff(const State &S, const Acquisition &A, TermId Place) const {
  bool UnlessOff = A.UnlessFaultsOff || (Terms.isSleep(Place) && A.Subclass == UnlessPagefault);
  if (UnlessOff && S.held(Terms.section(Context::Pagefault)))
    return true;
  return Facts.Reclaim && Place == Facts.Reclaim && Facts.NoReclaim && S.held(Facts.NoReclaim);
}

void Interpreter::touch(const ApiEvent &E, const Effect &What, State &S) {
  TermId Place = place(S, What.Object);
  Acquisition A;
  A.Place = Place;
  A.Kind = What.Lock;
  A.Mode = modeOf(What, S);
  A.UnlessFaultsOff = What.Change == ContextChange::Disable && What.Ctx == Context::Pagefault;
  A.Api = E.Api;
  A.Where = E.Where;
  A.Dropped = droppedLocks(S, Place);
  A.Given = entryFacts(S);
  if (isSwitchedOff(S, A, Place) || !allows(What.Flags, S, A))
    return;
  describeWay(A, S);
  uint32_t Index = record(std::move(A), /*KeepSite=*/true);
  observe(S, Acquisition(Result.Acquired[Index]), [&] { return Index; });
}

void Interpreter::sleep(const ApiEvent &E, const Effect &What, SleepUnless Unless, State &S) {
  Acquisition A;
  A.Place = Terms.sleep();
  A.Mode = LockMode::Shared;
  A.Api = E.Api;
  A.Where = E.Where;
  A.Dropped = droppedLocks(S, A.Place);
  A.Given = entryFacts(S);
  A.Maybe = What.How == LockHow::Try;
  A.Subclass = Unless;
  if (isSwitchedOff(S, A, A.Place))
    return;
  if (allows(What.Flags, S, A))
    noteSleep(std::move(A), S);
}

/// A function without a body sleeps as the model says, or as what it is passed for a gfp_t says.
bool Interpreter::sleepsElsewhere(const CallEvent &E, const Targets &To) const {
  return To.How == Targets::State::Undefined &&
         (E.Gfp || Model.isSleeper(P.symbol(F.Nodes[E.Callee.index()].Sym).Name.Name));
}

void Interpreter::sleepElsewhere(const CallEvent &E, State &S) {
  SymbolId Callee = F.Nodes[E.Callee.index()].Sym;
  Acquisition A;
  A.Place = Terms.sleep();
  A.Mode = LockMode::Shared;
  A.Sleeper = Callee;
  A.Where = E.Where;
  A.Dropped = droppedLocks(S, A.Place);
  A.Given = entryFacts(S);
  if (Model.isSleeper(P.symbol(Callee).Name.Name))
    return noteSleep(std::move(A), S);
  if (!allows(E.Gfp, S, A))
    return;
  State Unlocked = S;
  for (NodeId Argument : E.Arguments)
    giveUpLocksIn(Terms.deref(value(Unlocked, Argument)), Unlocked);
  noteSleep(std::move(A), Unlocked);
}

/// Who gets an object and may sleep perhaps gives its lock back before: __xa_alloc().
void Interpreter::giveUpLocksIn(TermId Object, State &S) {
  auto IsIn = [&](TermId Place) { return rebase(Place, Object, Object).valid(); };
  std::set<Site> Taken;
  for (const HeldLock &H : S.Held)
    if (IsIn(H.Place))
      Taken.insert(Result.Acquired[H.Acquired].Where);
  llvm::erase_if(S.Held, [&](const HeldLock &H) { // and what it switched off
    return IsIn(H.Place) ||
           (Terms.isSection(H.Place) && Taken.contains(Result.Acquired[H.Acquired].Where));
  });
  llvm::erase_if(S.Irq, [&](const IrqRegion &R) { return R.Lock && IsIn(R.Lock); });
}

void Interpreter::noteSleep(Acquisition A, State &S) {
  describeWay(A, S);
  uint32_t Index = record(std::move(A), /*KeepSite=*/true);
  if (isPlainSleep(Result.Acquired[Index]))
    PlainSleep = Index;
  sleepsIn(S, Acquisition(Result.Acquired[Index]), [&] { return Index; });
}

/// Waiting is like taking what is waited for, and giving it back at once; who is waited for holds
/// it as long as it runs (lockdep's maps of works and timers).
void Interpreter::wait(const ApiEvent &E, const Effect &What, State &S) {
  TermId Place = place(S, What.Object);
  if (TermId Of = What.Nest ? Terms.outermost(place(S, What.Nest)) : TermId();
      Of && Terms[Of].Kind == TermKind::Global)
    Place = Of;
  const Term &T = Terms[Place];
  if (T.Kind == TermKind::Member && !Facts.Bound.contains(FieldId(T.Index)))
    return; // nothing is bound to such
  if (isVague(Place) && T.Kind != TermKind::Member)
    return;
  Acquisition A;
  A.Place = Place;
  A.Kind = LockKind::Event;
  A.Api = E.Api;
  A.Where = E.Where;
  A.Dropped = droppedLocks(S, Place);
  A.Given = entryFacts(S);
  describeWay(A, S);
  uint32_t Index = record(std::move(A), /*KeepSite=*/true);
  observe(S, Acquisition(Result.Acquired[Index]), [&] { return Index; });
}

void Interpreter::start(const ApiEvent &E, const Effect &What, State &S) {
  const Term T = Terms[value(S, What.Object)];
  if (T.Kind != TermKind::Function)
    return;
  FunctionId Started = P.symbol(SymbolId(T.Index)).Body;
  if (!Started)
    return;
  ClassId On;
  if (What.Nest)
    On = Facts.Classes->classOf(place(S, What.Nest), 0, true);
  auto Known = llvm::find_if(Starts, [&](const StartEvent &Old) {
    return Old.Started == Started && Old.Where == E.Where && Old.On == On;
  });
  if (Known == Starts.end())
    Known = Starts.insert(Starts.end(), {Self, Started, E.Api, E.Where, What.Ctx, On});
  if (E.Result)
    LastStarted = static_cast<size_t>(Known - Starts.begin());
}

/// `p->task = kthread_run(...)`: who stops the thread names it by that member.
void Interpreter::bindStarted(TermId Target, TermId Value) {
  auto It = StartedAs.find(Value);
  if (It == StartedAs.end() || Terms[Target].Kind == TermKind::Local)
    return;
  if (ClassId On = Facts.Classes->classOf(Terms.deref(Terms.load(Target)), 0, true))
    Starts[It->second].On = On;
}

/// What in_atomic() and its like say here.
TermId Interpreter::answer(const Effect &What, const State &S) {
  bool Off = isOff(S, What.Ctx);
  bool Preemptible = What.Ctx == Context::Preempt && What.Change == ContextChange::Enable;
  Off |= Preemptible && isOff(S, Context::Irq);
  TermId Answer = Off ? Terms.integer(1) : Terms.query(What.Ctx);
  return What.Change == ContextChange::Enable ? Terms.unary(UnaryOp::Not, Answer) : Answer;
}

} // namespace lockorder
