//===- Summary.h - What a function does to its caller's locks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One value per function, relative to its parameters; callers never look inside a callee.
//
//   int get(struct foo *f) { mutex_lock(&f->lock); if (f->dead) { unlock; return -1; } return 0; }
//
//   outcome 1: returns 0, holds (*p0).{foo.lock}     outcome 2: returns -1, holds nothing
//   acquires:  (*p0).{foo.lock}, blocking, at line 1
//
// Recursion: the functions of a call-graph cycle are analysed in a fixed order, the first time with
// no effect assumed for those not analysed yet, and again while what a callee tells changes, at
// most three times; what is deeper in the recursion can be lost.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockClass.h"
#include "flow/State.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <mutex>
#include <optional>

namespace lockorder {

/// What must be true of arguments, and of memory that they lead to, as it was on entry.
using Conditions = std::vector<std::pair<TermId, Range>>;

/// Conditions that many acquisitions have in common: copies share them. Of a whole kernel, they
/// would be a third of all memory.
class SharedConditions {
public:
  SharedConditions() = default;
  SharedConditions(Conditions C)
      : List(C.empty() ? nullptr : std::make_shared<const Conditions>(std::move(C))) {}

  const Conditions &get() const {
    static const Conditions None;
    return List ? *List : None;
  }
  operator const Conditions &() const { return get(); }
  bool empty() const { return !List; }
  auto begin() const { return get().begin(); }
  auto end() const { return get().end(); }

private:
  std::shared_ptr<const Conditions> List; ///< null: none
};

/// One list for all that say the same. Several threads may use it at once.
class ConditionsPool {
public:
  SharedConditions share(const SharedConditions &C);

private:
  std::mutex Sharing;
  llvm::DenseMap<uint64_t, llvm::SmallVector<SharedConditions, 1>> ByHash;
};

/// A lock that a call of this function may take, itself or in what it calls.
struct Acquisition {
  TermId Place; ///< relative to the parameters
  LockKind Kind = LockKind::Other;
  LockMode Mode = LockMode::Exclusive;
  LockHow How = LockHow::Blocking;
  int32_t Subclass = 0;
  bool Stated = false;          ///< not taken here, but held by a caller, as an assertion says
  bool Nested = false;          ///< an outer lock keeps others of its class away (_nest_lock())
  std::vector<TermId> Dropped;  ///< locks of the caller that are released at that point; sorted
  SharedConditions Given;       ///< on every way to it; sorted
  bool LastReference = false;   ///< only after the last reference to something was given up
  bool ByGlobal = false;        ///< only where some global variable has the right value
  Site Where;                   ///< in this function: the lock call, or the call that leads to it
  AcquisitionRef Via;           ///< in the callee; Function none where it is this function's own
  uint8_t Pointers = 0;         ///< how the way leads through function pointers; see PointerUse
  uint16_t Length = 0;          ///< calls on the way
  NameId Api;                   ///< what takes it, or sleeps
  SymbolId Sleeper;             ///< a function without a body that sleeps; may be none
  bool IrqOff = false;          ///< hard interrupts are off there, whoever calls
  bool BhOff = false;           ///< bottom halves are off there, whoever calls
  bool InHardirq = false;       ///< what is called has entered an interrupt's context itself
  bool InSoftirq = false;       ///< the same of a softirq
  bool Assumed = false;         ///< whether the callee's conditions are true is not known here
  bool Lost = false;            ///< on further conditions, which this function cannot name
  bool Maybe = false;           ///< a sleep that depends on what sort of object it gets
  bool UnlessFaultsOff = false; ///< not where page faults are off
  bool GivenBack = false;       ///< on some path by the same function, as who takes a mutex does
  uint8_t IrqClosed = 0;        ///< the caller's regions with interrupts off that have ended there
  OwnerId Owner;                ///< whose code an ambiguous dispatch on the way has chosen

  /// Of something that happens, not of a lock, by the function itself.
  bool isWait() const { return Kind == LockKind::Event && !Via.Function; }
};

/// Acquisition::Subclass of a sleep: where it does not happen, or does no harm. What takes a
/// spinlock of PREEMPT_RT may do so under another one, in RCU readers, and with bottom halves off
/// (Documentation/locking/locktypes.rst; wait types in lockdep_types.h).
enum SleepUnless : int32_t {
  SleepsAnywhere = 0,
  UnlessPagefault = 1,
  UnlessBh = 2,
  AsSpinlock = 3
};

/// The worst dispatch on a call chain.
enum PointerUse : uint8_t { NoPointer = 0, UniqueTarget = 1, SeveralTargets = 2 };

/// Another way leads to the same: only what both demand is still demanded.
void weaken(Conditions &Given, const Conditions &Other);
void weaken(SharedConditions &Given, const SharedConditions &Other);

/// Both cannot be true: they ask different things of a value that `Counts`.
bool contradict(const Conditions &A, const Conditions &B, llvm::function_ref<bool(TermId)> Counts);

/// The smaller, the more a witness of it is believed.
inline auto believability(const Acquisition &A) {
  return std::tuple(A.LastReference, A.ByGlobal, A.Pointers, A.Length, A.Where);
}

/// One way in which a call may end.
struct Outcome {
  std::vector<HeldLock> Held;  ///< taken and not given back; Acquired indexes Summary::Acquired
  std::vector<TermId> Dropped; ///< the caller's, released; sorted
  /// Held or not afterwards, by what a caller cannot know.
  std::vector<DoubtfulLock> Doubtful;
  Conditions Given;
  TermId Result; ///< none: unknown or void
  /// Of a record that is returned: place in it (from the any-place), value.
  std::vector<std::pair<TermId, TermId>> Members;
  /// What it leaves in memory that its arguments lead to: place, value (Any: unknown).
  std::vector<std::pair<TermId, TermId>> Writes;
  /// What is known of values that it leaves there: `place Op Number` lies in the range.
  struct AfterFact {
    TermId Place;
    BinaryOp Op = BinaryOp::And;
    int64_t Number = 0;
    Range Is;
    friend bool operator==(const AfterFact &, const AfterFact &) = default;
  };
  std::vector<AfterFact> After;
  Range Returns;                 ///< of the result
  std::vector<TermId> IrqOpened; ///< regions with hard interrupts off that it leaves: saved flags
  uint32_t IrqClosed = 0;        ///< such regions of the caller that it ends
};

/// Somewhere inside a call, hard interrupts go on whatever they were before.
struct IrqEnabling {
  bool Happens = false;
  Site Where;     ///< in this function
  FunctionId Via; ///< the callee; none where it is this function's own
  Conditions Given;
  uint8_t Pointers = 0; ///< see PointerUse
  uint16_t Length = 0;
};

/// Acquires B while holding A, where at least one of the two is known only to a caller.
struct RelativeEdge {
  HeldLock From;
  uint32_t To = 0; ///< index into Summary::Acquired
};

struct Summary {
  std::vector<Acquisition> Acquired; ///< every one that a witness may need
  std::vector<uint32_t> Offered;     ///< those that callers have to know: one for each effect
  std::vector<Outcome> Outcomes;     ///< empty: does not return (or was not analysed)
  std::vector<RelativeEdge> Relative;
  IrqEnabling Enables;
  bool Analysed = false;
  bool Returns = false;
  bool Pure = false;   ///< reads memory, changes none: called twice, it says the same
  bool Opaque = false; ///< nothing in it concerns locks: its effect on values was not followed

  bool waits() const {
    return std::any_of(Acquired.begin(), Acquired.end(),
                       [](const Acquisition &A) { return A.isWait(); });
  }
};

/// One observation of "acquires To while holding From", inside one function.
struct OrderEvent {
  FunctionId In;
  ClassId From, To;
  TermId FromPlace, ToPlace;
  uint32_t FromAcquired = 0, ToAcquired = 0; ///< indexes into the function's Summary::Acquired
  LockMode FromMode = LockMode::Exclusive, ToMode = LockMode::Exclusive;
  bool Guessed = false;
  std::vector<TermId> Gates; ///< exclusive locks held since before From; sorted
  // What the two acquisitions say of how far this is to be believed.
  bool Stated = false;  ///< From is
  uint8_t Pointers = 0; ///< the worse of both; see PointerUse
  uint32_t Length = 0;  ///< calls on both ways

  /// `Own` is the function's summary, as it will be from now on.
  void rate(const Summary &Own);
};

/// The same instance is taken while it is held, or another one of its class.
struct RelockEvent {
  FunctionId In;
  ClassId Class; ///< none where only a caller knows
  TermId Place;
  uint32_t First = 0, Second = 0; ///< indexes into Summary::Acquired
  LockMode FirstMode = LockMode::Exclusive, SecondMode = LockMode::Exclusive;
  bool SameInstance = true;
  bool Guessed = false;
  bool Unconfirmed = false; ///< too many paths to follow each
};

enum class BalanceKind : uint8_t {
  HeldAtReturn,   ///< kept on some ways to return, given back on others
  HeldAtFailure,  ///< kept where the function fails, and only there
  HeldAtEnd,      ///< kept where the thread or handler ends
  ReleasedUnheld, ///< given back on a path that did not take it
  ReleasedTwice,
  MadeWhileHeld, ///< initialised again, destroyed, or said to be free
  WrongPair,     ///< a reader's release of what a writer took, or the other way round
};

/// Taking and giving back do not match in one function.
struct BalanceEvent {
  BalanceKind Kind = BalanceKind::HeldAtReturn;
  FunctionId In;
  ClassId Class; ///< none where only a caller knows
  TermId Place;
  std::optional<uint32_t> Acquired; ///< where it was taken: index into Summary::Acquired
  Site Where;                       ///< the return, or the release that is wrong
  Site Other;                       ///< the release on another path; no file: none
  bool Contradicted = false;        ///< the opposite was seen too: conditions not understood
  bool Vague = false;               ///< results were not told apart
  bool ByCall = false;              ///< a call takes it or gives it back
  bool Chosen = false;              ///< one return statement: a condition decided what it keeps
  bool Loose = false;               ///< only a reason to follow each path
  bool HandedOver = false;          ///< the caller finds the locked object in memory
  LockKind Lock = LockKind::Other;
  bool Unconfirmed = false; ///< too many paths to follow each
};

enum class IrqFlagsKind : uint8_t {
  NestedSave,     ///< the flags variable holds what an outer region saved
  EnabledInside,  ///< interrupts go on inside a region that wants them off
  PlainAfterSave, ///< a region that began by saving ends by enabling
  NeverSaved,     ///< restores from a variable that nothing was saved in
};

/// The interrupt flag is not saved and restored as it should be.
struct IrqFlagsEvent {
  IrqFlagsKind Kind = IrqFlagsKind::NestedSave;
  FunctionId In;
  Site Outer; ///< where the region began; no file: none
  Site Where;
  FunctionId Via; ///< the callee that does it
  uint8_t Pointers = 0;
  bool Unconfirmed = false; ///< too many paths to follow each
};

/// May sleep where that is forbidden.
struct SleepEvent {
  FunctionId In;
  TermId Region;       ///< the lock or section that forbids it
  uint32_t Since = 0;  ///< where that began: index into Summary::Acquired
  uint32_t Sleeps = 0; ///< index into Summary::Acquired
  LockKind Kind = LockKind::Other;
  bool Guessed = false;
  bool Unconfirmed = false; ///< too many paths to follow each
};

/// At some call, at least these globals were held exclusively.
struct CallGates {
  FunctionId Callee;
  std::vector<TermId> Held; ///< sorted
};

/// `function` will run in its own thread.
struct StartEvent {
  FunctionId In;
  FunctionId Started;
  NameId Via;
  Site Where;
  Context Ctx = Context::Process;
  ClassId On; ///< the work, timer ... that it is bound to; none: not known
};

/// Who waits for `On` may go on, once this function has taken all of `After`.
struct SignalEvent {
  FunctionId In;
  ClassId On;
  Site Where;
  std::map<ClassId, uint32_t> After; ///< index into Summary::Acquired
};

/// A function that the kernel calls, not this program: where a chain of calls begins.
struct EntryPoint {
  FunctionId Function;
  Context Ctx = Context::Process; ///< or what is off: Irq, Preempt, Rcu
  std::string Via;                ///< the API, macro or member that makes it one
  FunctionId In;                  ///< where that was called; may be none
  Site Where;
  ClassId On;        ///< what a wait for it would name, or the lock that is held; may be none
  bool Known = true; ///< false: only that nobody here calls it
};

} // namespace lockorder
