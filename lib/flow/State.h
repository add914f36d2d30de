//===- State.h - What is known at one point of one path -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Property simulation, after ESP (Das, Lerner, Seigle, PLDI 2002): at each block the states are
// grouped by what matters, which locks are held; within a group everything else (values of locals,
// facts from branches) is joined. So `if (c) lock(); ... if (c) unlock();` stays two groups whose
// facts about `c` differ, while code without locks has one state per block, whatever it branches
// on.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/Range.h"
#include "flow/Terms.h"
#include <boost/container/flat_map.hpp>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace lockorder {

/// States are copied much more often than they are changed, and are small.
template <typename K, typename V> using FlatMap = boost::container::flat_map<K, V>;

/// Which acquisition of which function: an index into its Summary::Acquired.
struct AcquisitionRef {
  FunctionId Function;
  uint32_t Index = 0;
  friend auto operator<=>(const AcquisitionRef &, const AcquisitionRef &) = default;
};

/// A lock that is held at a point, beyond what the caller holds.
struct HeldLock {
  TermId Place;
  LockKind Kind = LockKind::Other;
  LockMode Mode = LockMode::Exclusive;
  LockHow How = LockHow::Blocking;
  int32_t Subclass = 0;
  uint32_t Acquired = 0;  ///< index into the function's own acquisitions
  bool Guessed = false;   ///< the pairing with its release was a guess
  bool Stated = false;    ///< the caller's: lockdep_assert_held() says so
  AcquisitionRef Suspect; ///< taken by a call that perhaps should not have returned with it
};

/// A lock that was taken and given back on every path to here.
struct ReleasedLock {
  TermId Place;
  Site Where;
  bool ByCall = false; ///< by what is called there
};

/// In a list that is sorted by place; null: not there. O(log n).
const ReleasedLock *find(const std::vector<ReleasedLock> &List, TermId Place);

/// A lock of which a call does not tell whether it is held afterwards.
struct DoubtfulLock {
  TermId Place;
  AcquisitionRef Suspect; ///< the acquisition in the callee that may have stayed; may be none
};

/// A stretch with hard interrupts off that began here.
struct IrqRegion {
  TermId Flags; ///< what was saved; none: disabled without saving
  TermId Lock;  ///< what was taken with it, if anything
  Site Where;
};

struct State {
  std::vector<HeldLock> Held;    ///< in the order of acquisition
  std::vector<TermId> Dropped;   ///< the caller's locks that were released; sorted
  FlatMap<TermId, TermId> Store; ///< place -> value, where it differs from what it was on entry
  FlatMap<TermId, Range> Facts;  ///< value -> what branches have told about it
  std::vector<ReleasedLock> Released; ///< not taken again since; sorted by place
  std::vector<ReleasedLock> Retaken;  ///< the caller's, given back and taken again; sorted by place
  std::vector<DoubtfulLock> Doubtful; ///< sorted by place
  std::vector<IrqRegion> Irq;         ///< innermost last
  uint32_t IrqClosed = 0;             ///< regions of the caller that were ended
  bool LastReference = false;         ///< something's last reference was given up on the way
  bool Returned = false;
  Site ReturnedAt;
  uint32_t Path = 0; ///< 0: joined with others that hold the same
  /// When each path is followed: back edges taken to a block, and what was known before that loop.
  struct Loop {
    FlatMap<TermId, Range> Facts;  ///< before its first turn
    FlatMap<TermId, TermId> Store; ///< when its last turn began
    std::set<TermId> Moving;       ///< what has changed in each turn
  };
  std::vector<std::pair<uint32_t, uint8_t>> Turns;
  std::map<uint32_t, std::shared_ptr<const Loop>> AtLoop;
  TermId Result; ///< none: void, or nothing returned yet

  /// Local pointers to known objects: `lock = c ? &a : &b`.
  std::vector<std::pair<TermId, TermId>> Pins;

  /// What decides the group of a state.
  using Key = std::tuple<std::vector<std::pair<TermId, LockMode>>, std::vector<TermId>, uint32_t,
                         std::vector<std::pair<TermId, TermId>>, std::vector<TermId>, uint32_t>;
  Key key() const;

  /// The latest acquisition of that very place; null: not held.
  const HeldLock *held(TermId Place) const;
  /// Where it was given back; null: not given back, or taken again since.
  const ReleasedLock *released(TermId Place) const;
  bool isDropped(TermId Place) const;
  bool isDoubtful(TermId Place) const;
  void doubt(TermId Place, AcquisitionRef Suspect);
};

/// Reads and constrains values of a state.
class Valuation {
public:
  Valuation(TermTable &Terms, State &S) : Terms(Terms), S(S) {}

  Range rangeOf(TermId Value) const;
  /// Adds the fact that `Condition` is true (false). False if that contradicts what is known.
  bool assume(TermId Condition, bool True);
  bool restrict(TermId Value, Range To);

private:
  Range binaryRange(const Term &T) const;
  bool restrictToConstant(TermId Value, Range Now, BinaryOp Stated, int64_t C);
  TermTable &Terms;
  State &S;
};

/// Joins `Newer` into `Older`, two states of one group that meet at block `At`: what differs
/// becomes a symbol of that block. Returns whether `Older` changed. When a held lock of `Newer`
/// speaks of such a symbol's former value (a loop went round), `Newer` is rewritten and Rekeyed is
/// set instead.
struct JoinResult {
  bool Changed = false;
  bool Rekeyed = false;
};
class Joiner {
public:
  explicit Joiner(TermTable &Terms) : Terms(Terms) {}
  /// With `Hurry`, a range that still moves becomes unknown: loops have to end.
  JoinResult join(State &Older, State &Newer, uint32_t At, bool Hurry);

  /// Symbol for "the value that `Place` has when control comes to block At".
  TermId phi(uint32_t At, TermId Place);

private:
  TermTable &Terms;
  std::map<std::pair<uint32_t, TermId>, TermId> Phis;
};

/// Fresh symbols of a function: events and blocks use disjoint number ranges.
constexpr uint32_t SymbolsPerEvent = 32;
constexpr uint32_t FirstOfWrites = 4, FirstOfForgotten = 18; ///< of a call's
constexpr uint32_t PhiBase = 0x40000000, StaleBase = 0x80000000;

/// The symbol `Fresh` gets a new meaning: whatever the state says of the old one now speaks of a
/// stale twin.
void makeStale(TermTable &Terms, State &S, TermId Fresh);

} // namespace lockorder
