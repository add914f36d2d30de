//===- Events.cpp - What events do to the state of a path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Interpreter.h"
#include "llvm/ADT/STLExtras.h"

namespace lockorder {

void Interpreter::apply(const Event &E, uint32_t At, std::vector<State> &States) {
  if (const auto *Assign = std::get_if<AssignEvent>(&E)) {
    for (State &S : States)
      applyAssign(*Assign, At, S);
    return;
  }
  if (const auto *Return = std::get_if<ReturnEvent>(&E)) {
    for (State &S : States) {
      S.Returned = true;
      S.ReturnedAt = Return->Where;
      if (Return->Value)
        S.Result = value(S, Return->Value);
    }
    return;
  }
  std::vector<State> Out;
  Out.reserve(States.size());
  for (State &S : States)
    if (const auto *Api = std::get_if<ApiEvent>(&E))
      applyApi(*Api, At, std::move(S), Out);
    else
      applyCall(std::get<CallEvent>(E), At, std::move(S), Out);
  States = std::move(Out);
}

void Interpreter::applyAssign(const AssignEvent &E, uint32_t At, State &S) {
  TermId Value = value(S, E.Value);
  TermId Target = place(S, E.Target);
  if (Value == Terms.any() && Terms[Target].Kind == TermKind::Local)
    Value = fresh(S, At, 0); // not known, but the same wherever it is asked for
  write(S, Target, Value);
  bindStarted(Target, Value);
}

//===----------------------------------------------------------------------===//
// Modelled APIs
//===----------------------------------------------------------------------===//

/// The kinds of result that an API's effects tell apart.
static std::vector<When> partition(const ApiEvent &E) {
  for (const Effect &What : E.Effects) {
    switch (What.On) {
    case When::Always:
      break;
    case When::Zero:
    case When::NonZero:
      return {When::Zero, When::NonZero};
    case When::Negative:
    case When::NonNegative:
      return {When::Negative, When::NonNegative};
    case When::Positive:
      return {When::Zero, When::Negative, When::Positive};
    }
  }
  return {When::Always};
}

static bool happens(When Effect, When Outcome) {
  if (Effect == When::Always || Effect == Outcome)
    return true;
  Range R = Range::of(Outcome);
  return R.intersect(Range::of(Effect)) == R;
}

/// mutex_lock_interruptible() and its like: a lock or -EINTR, where a trylock gives 0 or 1.
static bool failsNegative(const ApiEvent &E) {
  return llvm::any_of(E.Effects, [](const Effect &What) {
    return What.Kind == EffectKind::Acquire && What.On == When::Zero &&
           What.How == LockHow::Blocking;
  });
}

/// `flags = _raw_spin_lock_irqsave(lock)`: the result is what was saved. A trylock's is not.
static bool returnsFlags(const Function &F, const ApiEvent &E) {
  return llvm::any_of(E.Effects, [&](const Effect &What) {
    return What.Kind == EffectKind::Context && What.Change == ContextChange::Save && What.Flags &&
           F.Nodes[What.Flags.index()].Kind == Op::Var &&
           F.Nodes[What.Flags.index()].Variable == E.Result;
  });
}

/// read_seqbegin(): waits until no writer is there, so the number it returns is even
/// (Documentation/locking/seqlock.rst).
static bool returnsEven(const ApiEvent &E) {
  return llvm::any_of(E.Effects, [](const Effect &What) {
    return What.Kind == EffectKind::Acquire && What.Mode == LockMode::Recursive &&
           (What.Lock == LockKind::Seqlock || What.Lock == LockKind::Seqcount);
  });
}

void Interpreter::applyApi(const ApiEvent &E, uint32_t At, State S, std::vector<State> &Out) {
  const std::vector<When> Outcomes = partition(E);
  for (const When &Outcome : Outcomes) {
    State Next = &Outcome == &Outcomes.back() ? std::move(S) : S;
    bool Returns = true;
    LastStarted.reset();
    for (const Effect &What : E.Effects) {
      if (!happens(What.On, Outcome))
        continue;
      Returns &= What.Kind != EffectKind::NoReturn;
      applyEffect(E, What, At, Next);
    }
    if (!Returns)
      continue;
    auto Query = llvm::find_if(E.Effects, [](auto &W) { return W.Kind == EffectKind::Query; });
    if (Query != E.Effects.end()) {
      if (E.Result)
        write(Next, Terms.local(E.Result), answer(*Query, Next));
    } else if (E.Result && !returnsFlags(F, E)) {
      TermId Symbol = fresh(Next, At, 0);
      if (LastStarted)
        StartedAs[Symbol] = *LastStarted;
      write(Next, Terms.local(E.Result), Symbol);
      if (returnsEven(E))
        Next.Facts[Terms.binary(BinaryOp::And, Symbol, Terms.integer(1))] = Range::exactly(0);
      if (Outcome == When::NonZero && failsNegative(E))
        Next.Facts[Symbol] = Range::of(When::Negative);
      else if (Outcome != When::Always)
        Next.Facts[Symbol] = Range::of(Outcome);
    }
    Out.push_back(std::move(Next));
  }
}

/// Whether that call begins or ends a stretch of code: rcu_read_lock(), local_bh_disable(). What
/// comes with a lock is the lock's business, but for bottom halves: spin_unlock_bh() may end what
/// local_bh_disable() began. The flavour of RCU comes with what it really switches.
bool isSection(const ApiEvent &E, const Effect &What) {
  bool Nests = What.Ctx == Context::Rcu || What.Ctx == Context::Bh ||
               What.Ctx == Context::Preempt || What.Ctx == Context::Migrate ||
               What.Ctx == Context::Pagefault || What.Ctx == Context::Hardirq ||
               What.Ctx == Context::Softirq;
  if (What.Kind != EffectKind::Context || !Nests)
    return false;
  return What.Ctx == Context::Bh || llvm::none_of(E.Effects, [](const Effect &Other) {
           return Other.Kind == EffectKind::Acquire || Other.Kind == EffectKind::Release;
         });
}

/// What is still held when they go on is so with them on from here, as lockdep sees it.
void Interpreter::heldWithout(bool Acquisition::*Off, const State &S) {
  for (const HeldLock &H : S.Held)
    if (!H.Stated && !H.Guessed)
      Result.Acquired[H.Acquired].*Off = false;
}

void Interpreter::switchSection(const ApiEvent &E, const Effect &What, State &S) {
  TermId Place = Terms.section(What.Ctx);
  if (What.Change != ContextChange::Disable) {
    release(S, Place, LockKind::Rcu, LockMode::Recursive, E.Where);
    if (What.Ctx == Context::Bh && !S.held(Place))
      heldWithout(&Acquisition::BhOff, S);
    return;
  }
  Acquisition A;
  A.Place = Place;
  A.Kind = LockKind::Rcu;
  A.Mode = LockMode::Recursive;
  A.Where = E.Where;
  uint32_t Index = record(std::move(A), /*KeepSite=*/true);
  acquire(
      S, {Place, LockKind::Rcu, LockMode::Recursive, LockHow::Blocking, 0, Index, false, false, {}},
      Index);
}

/// lockdep_assert_held(): what is not taken here is the caller's, and orders with what follows.
void Interpreter::assumeHeld(const ApiEvent &E, const Effect &What, State &S) {
  TermId Place = place(S, What.Object);
  if (!isCertain(Place) || (Terms.traits(Place) & MentionsLocal) || S.held(Place) ||
      S.isDropped(Place) || S.isDoubtful(Place) || S.Held.size() == MaxHeld)
    return;
  LockMode Mode = modeOf(What, S);
  Acquisition A;
  A.Place = Place;
  A.Kind = What.Lock;
  A.Mode = Mode;
  A.Stated = true;
  A.Where = E.Where;
  uint32_t Index = record(std::move(A), /*KeepSite=*/true);
  HeldLock H{Place, What.Lock, Mode, LockHow::Blocking, 0, Index, false, true, {}};
  S.Held.insert(S.Held.begin(), std::move(H)); // since before all that is taken here
}

/// read_lock() may be taken again in an interrupt (read_lock_is_recursive(), lockdep.c).
LockMode Interpreter::modeOf(const Effect &What, const State &S) const {
  bool InIrq = S.held(Terms.section(Context::Hardirq)) || S.held(Terms.section(Context::Softirq));
  bool Recurses = (Facts.Rules.ReadLockRecurses || InIrq) && What.Lock == LockKind::Rwlock;
  return Recurses && What.Mode == LockMode::Shared ? LockMode::Recursive : What.Mode;
}

/// The model's `unless`.
static SleepUnless sleepsUnless(const Effect &What) {
  if (What.Change != ContextChange::Disable)
    return SleepsAnywhere;
  return What.Ctx == Context::Bh ? UnlessBh : UnlessPagefault;
}

void Interpreter::applyEffect(const ApiEvent &E, const Effect &What, uint32_t At, State &S) {
  switch (What.Kind) {
  case EffectKind::Acquire: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    if (Facts.Rules.Rt && sleepsUnderRt(What.Lock) && What.How == LockHow::Blocking)
      sleep(E, Effect(), AsSpinlock, S);
    LockMode Mode = modeOf(What, S);
    Acquisition A;
    A.Place = Place;
    A.Kind = What.Lock;
    A.Mode = Mode;
    A.How = What.How;
    A.Subclass = What.Subclass;
    A.Nested = What.Nest.valid();
    A.Dropped = droppedLocks(S, Place);
    A.Given = entryFacts(S);
    A.Api = E.Api;
    A.Where = E.Where;
    describeWay(A, S);
    uint32_t Index = record(std::move(A), /*KeepSite=*/true);
    observe(S, Acquisition(Result.Acquired[Index]), [&] { return Index; });
    acquire(S, {Place, What.Lock, Mode, What.How, What.Subclass, Index, false, false, {}}, Index);
    break;
  }
  case EffectKind::Release: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    release(S, Place, What.Lock, What.Mode, E.Where);
    break;
  }
  case EffectKind::Downgrade: {
    TermId Place = place(S, What.Object);
    note(E.Api, E.Where, Place);
    for (HeldLock &H : S.Held)
      if (H.Place == Place)
        H.Mode = LockMode::Shared;
    break;
  }
  case EffectKind::Context:
    if (What.Ctx == Context::Irq)
      switchIrq(E, What, At, S);
    else if (isSection(E, What))
      switchSection(E, What, S);
    break;
  case EffectKind::InitLock: {
    TermId Place = place(S, What.Object);
    initialise(S, Place, E.Where);
    if (What.Flags)
      if (const Term &Count = Terms[value(S, What.Flags)];
          Count.Kind == TermKind::Int && Count.Number != 1)
        if (ClassId Class = Facts.Classes->classOf(Place, 0, true))
          Noted.NoMutex.insert(Class);
    break;
  }
  case EffectKind::AssertNotHeld:
    initialise(S, place(S, What.Object), E.Where);
    break;
  case EffectKind::AssertHeld:
    assumeHeld(E, What, S);
    break;
  case EffectKind::LastReference:
    S.LastReference = true;
    break;
  case EffectKind::Start:
    start(E, What, S);
    break;
  case EffectKind::Sleep:
    sleep(E, What, sleepsUnless(What), S);
    break;
  case EffectKind::Touch:
    touch(E, What, S);
    break;
  case EffectKind::Wait:
    wait(E, What, S);
    break;
  case EffectKind::Signal:
    signal(E, What, S);
    break;
  default:
    break;
  }
}

} // namespace lockorder
