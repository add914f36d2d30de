//===- Interpreter.h - One function, path by path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs the lock program of one function from an empty held set, with the summaries of its callees,
// and leaves its own summary and the order events in it. See State.h for how paths are kept apart.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/CallOrder.h"
#include "flow/ComponentResult.h"
#include "flow/Liveness.h"
#include "llvm/ADT/DenseMap.h"
#include <set>

namespace lockorder {

/// Whether an effect begins or ends a section; see TermKind::Section.
bool isSection(const ApiEvent &E, const Effect &What);

/// Locks that are mutexes under PREEMPT_RT (Documentation/locking/locktypes.rst).
bool sleepsUnderRt(LockKind Kind);

/// What it finds is its base.
class Interpreter : public FunctionResult {
public:
  static constexpr size_t MaxStates = 32; ///< groups per block
  /// States within a block from which on only what calls do to locks tells more of them apart.
  static constexpr size_t ManyStates = 8;
  static constexpr size_t MaxPinned = 12; ///< groups up to which pointers tell states apart
  static constexpr size_t MaxHeld = 16;   ///< locks held at once
  static constexpr size_t MaxOutcomes = 8;
  static constexpr size_t MaxWrites = 16; ///< out-parameters in a summary
  static constexpr size_t MaxGiven = 6;   ///< conditions on the way to an acquisition
  /// Ways to one acquisition that a caller gets to know: those with the fewest locks given back.
  static constexpr size_t MaxDroppedSets = 6;
  /// Calls on the way to what a caller gets to know: longer chains convince nobody. Through an
  /// ambiguous dispatch, most of them are not possible anyway.
  static constexpr unsigned MaxLength = 12, MaxAmbiguousLength = 5;
  static constexpr size_t MaxSteps = 250; ///< visits per block
  /// A function without locks is followed for the values it returns if it has at most so many
  /// blocks.
  static constexpr size_t SmallFunction = 10;

  Interpreter(const Program &P, const KernelModel &Model, LockFacts &Facts, Notes &Noted,
              FunctionId F);

  /// With what the last round of a recursion found, so that an index into Summary::Acquired means
  /// the same in all rounds.
  void resume(Interpreter &Last, Summary &&Before);
  /// While functions that call each other with this one are still being analysed. `Calls` outlives
  /// the run.
  void recurses(const CallOrder &Calls) { Recursion = &Calls; }
  void run();
  /// Follows every path on its own, to see which claims of a run that joined paths are true; loops
  /// go round at most MaxTurns times. Of what callees take, these matter. Capped if that are too
  /// many paths.
  void followEachPath(std::set<AcquisitionRef> Of);
  /// What callees take in the claims of this run, of which `Found` is the summary.
  std::set<AcquisitionRef> claimed(const Summary &Found) const;
  /// Whether anything was claimed that a second look could refute.
  bool claimsSomething() const;
  void markUnconfirmed();
  FunctionId self() const { return Self; }
  /// How often a block was run.
  uint64_t visits() const;

  bool Crowded = false; ///< ManyStates reach the present event

private:
  static constexpr uint32_t MaxPaths = 32;
  static constexpr uint8_t MaxTurns = 1;
  /// When each path is followed: states of all blocks, and acquisitions that calls bring.
  static constexpr size_t MaxPathStates = 6000, MaxPathWork = 60000;
  /// A small function without locks and loops: every path on its own, for the values it returns.
  bool PathByPath = false;
  uint32_t Paths = 0;
  size_t PathWork = 0;
  /// Only states that are equal meet.
  bool EachPath = false;
  /// Of callees, what the suspects speak of: all that the second look has to see.
  std::set<AcquisitionRef> Wanted;
  bool isWanted(FunctionId Callee, uint32_t Index) const {
    return !EachPath || Wanted.contains({Callee, Index});
  }
  llvm::DenseMap<Digest, uint32_t> Contents; ///< numbers of contentOf()
  void enterAlone(BlockId To, State S);
  uint32_t contentOf(const State &S);

  struct BlockStates {
    std::map<State::Key, uint32_t> Groups; ///< -> index into States
    std::vector<State> States;             ///< in the order in which groups came
    std::vector<unsigned> Joins;           ///< by index of States
    std::set<uint32_t> Dirty;              ///< of States: to be run
    unsigned Predecessors = 0;
    bool IsLoop = false; ///< a back edge leads here
    size_t Visits = 0;
  };

  // Values and places of the lock program in a state.
  std::vector<TermId> Fixed; ///< by node: a place that is the same in all states
  TermId value(State &S, NodeId N);
  TermId place(State &S, NodeId N);
  TermId read(const State &S, TermId Place);
  void write(State &S, TermId Place, TermId Value);
  void copyMembers(State &S, TermId From, TermId To);
  TermId rebase(TermId Place, TermId From, TermId To);
  TermId fresh(State &S, uint32_t At, uint32_t Which);

  // Control.
  bool concernsLocks() const;
  bool isPure() const;
  bool isAcyclic() const;
  void forgetDead(State &S, BlockId At);
  void enter(BlockId To, State S);
  void pin(State &S, const BlockStates &At) const;
  void findLockPointers();
  void noteLockPointer(NodeId Pointer);
  void runBlock(BlockId B, State S);
  State::Key exitKey(State &S);
  void forgetMemory(State &S, const State::Loop &Before) const;
  bool turn(State &S, uint32_t Loop);
  void keepLocksOf(State &S, TermId Was, TermId Now);
  bool isOnlyGivenBack(TermId Place);
  void tellAfter(const State &S, TermId Place, TermId Value, Outcome &O) const;
  void mergeEqual(State &S);
  void replaceAll(State &S, TermId From, TermId To);
  void leave(const Block &From, State S);
  void finish();
  void settleOutcomes();
  /// Those that differ in anything else are one.
  std::vector<Outcome> toldApartByLocks(const std::vector<Outcome> &All) const;
  void dropSubsumed();
  void offer(std::vector<uint32_t> &Ways, uint32_t I);

  // Events. Each takes the states before and leaves the states after.
  void apply(const Event &E, uint32_t At, std::vector<State> &States);
  void applyAssign(const AssignEvent &E, uint32_t At, State &S);
  void applyApi(const ApiEvent &E, uint32_t At, State S, std::vector<State> &Out);
  LockMode modeOf(const Effect &What, const State &S) const;
  void assumeHeld(const ApiEvent &E, const Effect &What, State &S);
  void heldWithout(bool Acquisition::*Off, const State &S);
  void switchSection(const ApiEvent &E, const Effect &What, State &S);
  void applyEffect(const ApiEvent &E, const Effect &What, uint32_t At, State &S);
  void applyCall(const CallEvent &E, uint32_t At, State S, std::vector<State> &Out);
  void applyOutcome(const CallEvent &E, FunctionId Callee, const Outcome &O, uint8_t Pointers,
                    const std::vector<TermId> &Arguments, uint32_t At, State S,
                    std::vector<State> &Out);
  void acquireTheirs(const CallEvent &E, FunctionId Callee, const HeldLock &Theirs, TermId Place,
                     uint8_t Pointers, const std::vector<TermId> &Arguments, State &S);
  TermId resultOf(const CallEvent &E, FunctionId Callee, const Outcome &O, TermId Stated,
                  const std::vector<TermId> &Arguments, uint32_t At, State &S);
  TermId withReturned(TermId T, const Outcome &O, const std::vector<TermId> &Returned);
  void importAcquisitions(const CallEvent &E, FunctionId Callee, uint8_t Pointers,
                          const std::vector<TermId> &Arguments, State &S);
  void suspectRelease(const std::vector<TermId> &Arguments, State &S);
  void forgetPassed(const CallEvent &E, const std::vector<TermId> &Arguments, uint32_t At,
                    State &S);

  // Locks.
  bool areSiblings(const State &S, const HeldLock &From, const Acquisition &To,
                   ClassId Class) const;
  void relock(const HeldLock &First, uint32_t Second, ClassId Class, bool SameInstance);
  void assumeValid(State &S, TermId Place);
  void acquire(State &S, HeldLock Lock, uint32_t Acquired);
  void initialise(const State &S, TermId Place, Site Where);
  void release(State &S, TermId Place, LockKind Kind, std::optional<LockMode> Mode, Site Where);
  void doubt(State &S, const DoubtfulLock &D);
  void forgetHeld(State &S, TermId Place) const;
  void dropCallers(State &S, TermId Place) const;
  bool isNameable(const std::vector<TermId> &Arguments) const;
  void releaseUnheld(State &S, TermId Place, LockKind Kind, Site Where);
  bool isCertain(TermId Place) const;
  std::optional<size_t> heldByClass(const State &S, TermId Place) const;
  bool isVague(TermId Place) const { return Terms.traits(Place) & MentionsAny; }

  // Balance: what the paths say of each lock, judged when all are known.
  struct ReleaseSeen {
    LockKind Kind = LockKind::Other;
    std::optional<uint32_t> Acquired; ///< a path where it is held
    bool Unheld = false;              ///< a path where it is not
    bool ByCall = false;              ///< what is called here gives it back, not this function
    std::optional<Site> Before;       ///< a path where it was given back here
    std::optional<Conditions> HeldGiven, UnheldGiven;
    std::optional<uint32_t> WrongPair, MadeWhileHeld;
  };
  void judgeBalance();
  bool mayHaveEnded(const State &S, TermId Section) const;
  bool cameWithLock(const State &S, const HeldLock &Section) const;
  bool gaveAnotherBack(const State &S, TermId Place) const;
  void judgeExits(TermId Place);
  void judgeReleases(const std::set<TermId> &Kept);
  bool parametersTellApart(const Conditions &A, const Conditions &B) const;
  bool entryFactsDiffer(const State &A, const State &B) const;
  void requireHeld(State &S, TermId Place, Site Where);
  void claim(BalanceEvent E);
  bool isThreadEnd() const;
  bool isHandedOver(const State &S, TermId Lock) const;

  // Sleeping and waiting.
  void sleep(const ApiEvent &E, const Effect &What, SleepUnless Unless, State &S);
  bool sleepsElsewhere(const CallEvent &E, const Targets &To) const;
  void sleepElsewhere(const CallEvent &E, State &S);
  void giveUpLocksIn(TermId Object, State &S);
  void noteSleep(Acquisition A, State &S);
  void wait(const ApiEvent &E, const Effect &What, State &S);
  void signal(const ApiEvent &E, const Effect &What, State &S);
  void touch(const ApiEvent &E, const Effect &What, State &S);
  bool allows(NodeId Flags, State &S, Acquisition &A);
  bool isSwitchedOff(const State &S, const Acquisition &A, TermId Place) const;
  void start(const ApiEvent &E, const Effect &What, State &S);
  TermId answer(const Effect &What, const State &S);
  void relative(const HeldLock &From, uint32_t To);
  void bindStarted(TermId Target, TermId Value);
  std::optional<HeldLock> atomicRegion(const State &S, const Acquisition &Sleep);
  bool isOff(const State &S, Context C) const;
  void sleepsIn(const State &S, const Acquisition &Sleep, llvm::function_ref<uint32_t()> Record);
  bool isPlainSleep(const Acquisition &A) const;

  // Hard interrupts.
  void switchIrq(const ApiEvent &E, const Effect &What, uint32_t At, State &S);
  void openIrq(State &S, IrqRegion R);
  void closeIrq(State &S, TermId Flags, Site Where, FunctionId Via, uint8_t Pointers);
  void irqOfCall(const CallEvent &E, FunctionId Callee, uint8_t Pointers,
                 const std::vector<TermId> &Arguments, State &S);
  void irqOfOutcome(const CallEvent &E, FunctionId Callee, const Outcome &O, uint8_t Pointers,
                    uint32_t At, State &S);
  void enables(const State &S, IrqEnabling How);
  bool isAddressTaken(VarId Variable) const;
  void irqEvent(IrqFlagsEvent E);
  void observe(const State &S, const Acquisition &To, llvm::function_ref<uint32_t()> Record);
  void order(const State &S, size_t Held, ClassId FromClass, const Acquisition &To, ClassId ToClass,
             llvm::function_ref<uint32_t()> Record);
  bool isGlobalState(TermId Value) const;
  bool dependsOnGlobal(const State &S) const;
  std::vector<TermId> droppedLocks(const State &S, TermId For) const;
  void describeWay(Acquisition &A, const State &S) const;
  uint32_t record(Acquisition A, bool KeepSite);
  std::pair<bool, unsigned> simplicity(TermId Value) const;
  Conditions entryFacts(const State &S) const;
  /// Of a callee's conditions: whether one may be false, and whether such a one has no name here.
  struct Doubts {
    bool Assumed = false, Lost = false;
  };
  bool meets(const Conditions &Given, const std::vector<TermId> &Arguments, State &S,
             Conditions &Here, Doubts &Asked);
  bool meetsHere(const Conditions &Given, llvm::ArrayRef<TermId> Values, State &S, Conditions &Here,
                 Doubts &Asked);
  /// Of Summary::Offered of a callee, with its terms as this function sees them.
  struct Offer {
    uint32_t Index = 0;
    TermId Place;
    std::vector<TermId> Given;
  };
  std::map<Digest, std::vector<Offer>> Offers; ///< by what they depend on
  bool isTogether(FunctionId Callee) const {
    return Recursion && Recursion->componentOf(Callee) == Recursion->componentOf(Self);
  }
  bool isOwnRecursion(const CallEvent &E, AcquisitionRef What) const;
  const std::vector<Offer> &offersOf(FunctionId Callee, uint8_t Pointers,
                                     const std::vector<TermId> &Arguments, State &S);
  Acquisition viaCall(const Acquisition &A, uint32_t Index, const CallEvent &E, FunctionId Callee,
                      uint8_t Pointers, TermId Place, const std::vector<TermId> &Arguments,
                      State &S, std::vector<TermId> &DroppedHere);
  bool isStranger(const Acquisition &A) const;
  TermId instantiate(TermId T, const std::vector<TermId> &Arguments, State &S);
  TermId exported(TermId Place);
  TermId exportedValue(TermId Value);
  TermId collapsed(TermId T);
  bool isForCallers(TermId Value) const;
  bool isAlwaysIn(TermId Value, const Range &R) const;
  mutable llvm::DenseMap<uint64_t, Range> Always; ///< of values, where nothing is known
  bool isOutParameter(TermId Place) const;
  bool isGate(const HeldLock &H) const;
  std::vector<TermId> heldForSure(const State &S) const;
  Targets targetsHere(const CallEvent &E, State &S);
  void note(NameId Api, Site Where, TermId Place);
  ClassId classOf(TermId Place, int32_t Subclass);

  const Program &P;
  const KernelModel &Model;
  LockFacts &Facts;
  Notes &Noted;
  TermTable &Terms;
  FunctionId Self;
  const Function &F;
  Joiner Join;
  Liveness Live;
  std::vector<BlockStates> Blocks;
  std::vector<uint32_t> FirstEvent; ///< by block: number of its first event in the function
  std::map<State::Key, State> Exits;
  std::map<std::pair<TermId, Site>, ReleaseSeen> Releases;
  std::set<TermId> LockPointers;        ///< local variables through which locks are taken
  std::map<TermId, size_t> StartedAs;   ///< what a call returned for what it started -> into Starts
  std::optional<size_t> LastStarted;    ///< by the event that is being applied
  const CallOrder *Recursion = nullptr; ///< see recurses()
  std::optional<uint32_t> PlainSleep;   ///< of Acquired: sleeps whatever happens
  std::set<TermId> Relocked;            ///< taken twice on a path: no claims about their balance
  std::set<TermId> DoubtedSections;     ///< a callee has perhaps ended or begun them
  llvm::DenseMap<Digest, uint32_t> Recorded; ///< by what counts
  std::vector<bool> Current;                 ///< by index of Acquired: seen in this round
  llvm::DenseMap<Digest, size_t> Ordered;    ///< what tells events apart -> index into Orders
  uint32_t ExitNumber = 0;
};

} // namespace lockorder
