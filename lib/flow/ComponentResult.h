//===- ComponentResult.h - What is found of functions that call each other -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All that analysing the members of one component of the call graph leaves behind: so that it does
// not matter whether they were analysed now or in an earlier run (StoredResults.h).
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/LockFacts.h"
#include <numeric>

namespace lockorder {

struct FunctionResult {
  Summary Result;                     ///< what callers hear
  std::optional<StoredSummary> Later; ///< set: Result is not read yet
  std::vector<OrderEvent> Orders;
  std::vector<RelockEvent> Relocks;
  std::vector<BalanceEvent> Balances;
  std::vector<IrqFlagsEvent> IrqFlags;
  std::vector<SleepEvent> Sleeps;
  std::vector<StartEvent> Starts;
  std::vector<SignalEvent> Signals;
  /// Callee, and member that is called through -> what is held for sure at each call.
  std::map<FunctionId, std::vector<TermId>> Gates;
  std::map<FieldId, std::vector<TermId>> MemberGates;
  bool Waits = false;       ///< for something that it names itself
  bool Capped = false;      ///< states had to be cut short
  bool LookedAgain = false; ///< every path was followed
  bool CappedLook = false;  ///< of these, too many paths
};

struct ComponentResult {
  std::vector<std::pair<FunctionId, FunctionResult>> Members; ///< ascending
  Notes Noted;
  std::vector<LockFacts::Cost> Costs; ///< of what was analysed now
  double seconds() const {
    return std::accumulate(Costs.begin(), Costs.end(), 0.0,
                           [](double Sum, const LockFacts::Cost &C) { return Sum + C.Seconds; });
  }
};

/// What is found when each path of a function is followed (Refine.h).
struct OrdersOnPaths {
  bool Capped = false; ///< there are too many
  std::set<std::pair<ClassId, ClassId>> Orders;
  Notes Noted;
};

} // namespace lockorder
