//===- Witness.h - From a root to the event, step by step -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A maintainer believes what can be followed in the source: where a thread begins, which calls lead
// to the lock that is held, and which calls lead to the lock that is wanted. Witnesses are rebuilt
// from summaries on demand; nothing of them is kept while the program is analysed.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "checks/Finding.h"
#include "flow/LockFacts.h"

namespace lockorder {

class WitnessBuilder {
public:
  WitnessBuilder(const Program &P, const LockFacts &Facts);

  /// root .. function: how `F` comes to run. A shortest chain; empty for a function in a call cycle
  /// that nothing enters.
  std::vector<Step> entry(FunctionId F) const;

  /// In `F`: the calls that lead to the acquisition, and the acquisition itself, as `Last`.
  std::vector<Step> acquisition(FunctionId F, uint32_t Acquired, StepEvent Last,
                                const std::string &Lock) const;

  Witness order(const OrderEvent &E) const;
  Witness relock(const RelockEvent &E) const;
  Witness sleep(const SleepEvent &E, const std::string &Region) const;
  /// From where the thread begins to the sleep, or to the acquisition of `Lock`.
  Witness sleepIn(const EntryPoint &E, uint32_t Sleeps) const;
  Witness use(const EntryPoint &E, uint32_t Acquired, std::string Label,
              const std::string &Lock) const;
  /// The function that takes it itself, and where.
  std::pair<FunctionId, Site> origin(FunctionId F, uint32_t Acquired) const;
  /// What sleeps in the end.
  std::string apiOf(FunctionId F, uint32_t Acquired) const;
  /// The calls from `F` that end in hard interrupts going on.
  std::vector<Step> enabling(FunctionId F) const;

  /// A lock as messages name it: its class, or how `In` writes it where only a caller knows the
  /// class.
  std::string spellLock(ClassId Class, TermId Place) const;

  Step step(StepEvent Event, std::string Lock, FunctionId In, Site Where) const;

private:
  std::pair<FunctionId, const Acquisition *> innermost(FunctionId F, uint32_t Acquired) const;
  std::vector<Step> begin(const EntryPoint &E) const;
  std::vector<Step> bound(FunctionId In, uint32_t First, ClassId Held) const;
  void holdsAndWants(Witness &W, FunctionId In, uint32_t First, const std::string &Held,
                     uint32_t Second, const std::string &Wanted, StepEvent Last) const;
  Site callSite(FunctionId Caller, FunctionId Callee) const;

  const Program &P;
  const LockFacts &Facts;
  std::vector<bool> IsRoot;
};

} // namespace lockorder
