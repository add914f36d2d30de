//===- ComponentSolver.h - Functions that call each other -------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Analyses the members of one component of the call graph until what they tell each other settles,
// at most MaxRounds times each; then those once more, path by path, of which something is claimed.
// Where an earlier run has found out the same (StoredResults.h), that is taken.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/CallOrder.h"
#include "flow/ComponentKey.h"
#include "flow/ComponentResult.h"
#include "flow/Interpreter.h"
#include "flow/StoredResults.h"

namespace lockorder {

class ComponentSolver {
public:
  static constexpr unsigned MaxRounds = 3;
  /// `Before` may be null: nothing is known, and nothing kept.
  ComponentSolver(const Program &P, const KernelModel &Model, LockFacts &Facts,
                  const CallOrder &Calls, StoredResults *Before);

  /// One of CallOrder::components(), when those of all callees are solved: its summaries are in the
  /// facts afterwards. Several threads may solve at once.
  void solve(uint32_t Component);
  /// When all are solved: what else was found, into the facts, component by component.
  void gather(unsigned Threads);

  /// By FunctionId: what is held for sure at each call, by callee.
  std::vector<std::map<FunctionId, std::vector<TermId>>> AtCalls;
  /// A call through a member: the caller, and what it holds there beyond what it was entered with.
  using MemberCall = std::tuple<FieldId, FunctionId, std::vector<TermId>>;
  std::vector<MemberCall> ThroughMembers;

private:
  void gather(FunctionId F, FunctionResult &R);
  ComponentResult findOrAnalyse(uint32_t Component);
  ComponentResult analyse(const std::vector<FunctionId> &Order, bool Recursive);
  FunctionResult lookAgain(FunctionId F, Interpreter &First, Notes &Noted, bool Recursive);

  const Program &P;
  const KernelModel &Model;
  LockFacts &Facts;
  const CallOrder &Calls;
  StoredResults *Before;
  std::vector<ComponentResult> Solved; ///< by component
};

} // namespace lockorder
