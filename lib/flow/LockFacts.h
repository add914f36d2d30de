//===- LockFacts.h - Held locks, summaries, orders: what flow analysis found -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The question: which locks may be taken while which are held, by whom, and what does each function
// do to its caller's locks?
//
//   Program --SCCs bottom-up--> a Summary per function + OrderEvents --top-down--> what is always
//   held
//                                                                                 on entry
//
// Functions are analysed once, callees first. Core services (leaves of the model) are analysed for
// themselves but add nothing to their callers, except inside their own folder.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/HrTimers.h"
#include "flow/LeafFunctions.h"
#include "flow/SummaryTable.h"
#include "llvm/ADT/STLExtras.h"
#include <memory>
#include <set>

namespace lockorder {

class StoredResults;

/// What became of a place in the source that names a lock API; the better one wins.
enum class SiteState : uint8_t { Modelled, NoCaller, OpaquePointer, NoFeasiblePath };

/// What a kernel decides when it is built or booted.
struct LockRules {
  /// read_lock() may be taken again although a writer waits, as lockdep's self-test assumes; else
  /// only in an interrupt (read_lock_is_recursive() in kernel/locking/lockdep.c).
  bool ReadLockRecurses = false;
  /// PREEMPT_RT: spinlocks sleep, and what they switch off stays on.
  bool Rt = false;
};

/// What functions say beside their results; in which order they say it makes no difference.
struct Notes {
  std::map<std::pair<NameId, Site>, SiteState> Sites;
  /// Acquisitions left held by a call that a caller gave back: it was meant.
  std::set<AcquisitionRef> Excused;
  /// Semaphores that are made with another count than one: they keep nobody out.
  std::set<ClassId> NoMutex;

  void site(NameId Api, Site Where, SiteState Now) {
    auto [It, New] = Sites.try_emplace({Api, Where}, Now);
    if (!New && Now < It->second)
      It->second = Now;
  }
  void add(const Notes &Other) {
    for (const auto &[Place, Now] : Other.Sites)
      site(Place.first, Place.second, Now);
    Excused.insert(Other.Excused.begin(), Other.Excused.end());
    NoMutex.insert(Other.NoMutex.begin(), Other.NoMutex.end());
  }
};

/// Not movable: Classes refers to Terms.
struct LockFacts {
  LockFacts(const Program &P, const KernelModel &Model)
      : Leaves(P, Model), Terms(P.Hashes), Summaries(P.Functions.size()) {}
  LockFacts(const LockFacts &) = delete;

  LockRules Rules;
  LeafFunctions Leaves;
  TermTable Terms;
  std::unique_ptr<ClassTable> Classes;
  SummaryTable Summaries;
  ConditionsPool Pool;            ///< of the conditions in them
  std::vector<OrderEvent> Orders; ///< callees first
  std::vector<RelockEvent> Relocks;
  std::vector<BalanceEvent> Balances;
  std::vector<IrqFlagsEvent> IrqFlags;
  std::vector<SleepEvent> Sleeps;
  std::vector<StartEvent> Starts;
  std::vector<SignalEvent> Signals; ///< in the order of functions
  std::vector<FunctionId> Waiters;  ///< functions that wait for something themselves
  std::vector<EntryPoint> Entries;  ///< sorted by function
  Notes Noted;
  std::set<SymbolId> Pseudo; ///< what the model calls a pseudo-lock
  std::set<SymbolId> Coarse; ///< of these, what stands for one of several things that have names
  TermId Reclaim, NoReclaim; ///< fs_reclaim, and what memalloc_nofs_save() takes; may be none
  std::vector<HrTimer> HrTimers;
  std::set<FieldId> Bound; ///< members that some thread of execution is bound to: works, timers
  std::vector<std::vector<TermId>> EntryGates; ///< by FunctionId: global locks held at every call
  /// What is so wherever that member is called through: sections, and global locks.
  struct MemberCalls {
    std::vector<TermId> Under; ///< sorted
    std::set<FileId> In;       ///< where the calls are
  };
  std::map<FieldId, MemberCalls> ThroughMembers;
  std::vector<bool> InitOnly; ///< by FunctionId: runs only in __init or __exit code
  /// The most expensive functions. Seconds are for people: nothing else may depend on it.
  struct Cost {
    double Seconds = 0;
    uint64_t Visits = 0, Offered = 0, Outcomes = 0;
    FunctionId Function;
    friend auto operator<=>(const Cost &, const Cost &) = default;
  };
  std::vector<Cost> Costs;      ///< descending, at most 20
  uint64_t CappedFunctions = 0; ///< functions whose states had to be cut short
  uint64_t SecondLooks = 0;     ///< functions of which every path was followed
  uint64_t CappedLooks = 0;     ///< of these, too many paths

  const Summary &summary(FunctionId F) const { return Summaries[F]; }

  /// What the called function says of an acquisition that a call leads to; null: no call does, or
  /// it lies inside a recursion, where an index may speak of the summary before the last round.
  const Acquisition *inCallee(const Acquisition &A) const {
    return A.Via.Function ? Summaries.find(A.Via) : nullptr;
  }
  /// Of those that it has.
  /// Where threads begin with that function. O(log n).
  llvm::ArrayRef<EntryPoint> entriesOf(FunctionId F) const {
    auto Of = [](const EntryPoint &E) { return E.Function; };
    auto First =
        llvm::lower_bound(Entries, F, [&](auto &E, FunctionId Key) { return Of(E) < Key; });
    auto Last = std::find_if(First, Entries.end(), [&](auto &E) { return Of(E) != F; });
    return llvm::ArrayRef(Entries).slice(static_cast<size_t>(First - Entries.begin()),
                                         static_cast<size_t>(Last - First));
  }

  const Acquisition &acquired(FunctionId F, uint32_t Index) const {
    return *Summaries.find({F, Index});
  }

  /// Before it, a lock of that class is given back: the caller's, by whatever name.
  bool drops(const Acquisition &A, ClassId Class) const {
    return llvm::any_of(A.Dropped, [&](TermId D) { return Classes->classOf(D, 0, true) == Class; });
  }

  /// The same acquisition in each function that calls lead to, the outermost first. A recursion has
  /// no end: at most MaxWay.
  static constexpr size_t MaxWay = 64;
  std::vector<std::pair<FunctionId, const Acquisition *>> wayTo(const Acquisition &A) const {
    std::vector<std::pair<FunctionId, const Acquisition *>> Way;
    const Acquisition *Outer = &A;
    while (const Acquisition *Inner = Way.size() != MaxWay ? inCallee(*Outer) : nullptr) {
      Way.push_back({Outer->Via.Function, Inner});
      Outer = Inner;
    }
    return Way;
  }
};

/// A section in lockdep's words: "rcu_read_lock", "softirqs-off".
std::string spellSection(Context C);

/// A term as C would write it, parameters as arg0, arg1 ...: for dumps and explanations.
std::string spellTerm(const TermTable &Terms, const Program &P, TermId T);

/// Linear in the program for the code that is met in practice; states per block are bounded by
/// MaxStates, and a function that meets the bound is counted.
/// `Known` is what the program was linked with. What earlier runs found is taken from `Before`, and
/// what is found now is put there (StoredResults.h): the result is the same, only sooner. Not both:
/// of `Known`, the code is elsewhere. With more threads the result is the same, too; of what is
/// `Known`, one does all.
std::unique_ptr<LockFacts> analyze(const Program &P, const KernelModel &Model,
                                   const LockRules &Rules = {}, const KernelFacts *Known = nullptr,
                                   StoredResults *Before = nullptr, unsigned Threads = 1);

} // namespace lockorder
